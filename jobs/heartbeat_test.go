package jobs

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"clientele/jobs/heartbeat"
	"clientele/reports/mail/mailtest"
	"clientele/transform/state"
)

// A monitor keeps the pings that came to it, as "path words", in order.
type monitor struct {
	mu    sync.Mutex
	pings []string
	rids  []string
	words []string
	wait  chan struct{} // nothing is answered before it is closed, where it is set
}

// ServeHTTP implements http.Handler.
func (m *monitor) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	m.mu.Lock()
	m.pings, m.rids, m.words = append(m.pings, r.URL.Path), append(m.rids, r.URL.Query().Get("rid")), append(m.words, string(body))
	wait := m.wait
	m.mu.Unlock()
	if wait != nil {
		select {
		case <-wait:
		case <-r.Context().Done():
		}
	}
	_, _ = io.WriteString(w, "OK")
}

func (m *monitor) got() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]string(nil), m.pings...)
}

// monitored lets a director ping a monitor under /hush/JOB.
func monitored(t *testing.T, d *Director, m *monitor) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(m)
	t.Cleanup(server.Close)
	d.Ops.Heartbeat = &heartbeat.Monitor{Timeout: 10 * time.Second, To: func(_ context.Context, job string) (string, error) {
		return server.URL + "/hush/" + job, nil
	}}
	return server
}

func TestEveryRunPingsItsStartAndItsEndAsOne(t *testing.T) {
	_, d, _ := watched(t, mailtest.Options{Rcpt: func(to string) error {
		if to == "gone@example.org" {
			return mailtest.Say(550, 5, 1, 1, "mailbox unknown")
		}
		return nil
	}}, "ann@example.org", "gone@example.org")
	m := &monitor{}
	monitored(t, d, m)
	passes(t, d, 2, time.Minute)
	want := []string{"/hush/refresh/start", "/hush/refresh", "/hush/sales/start", "/hush/sales/fail", "/hush/tick", "/hush/tick"}
	if diff := cmp.Diff(want, m.got()); diff != "" {
		t.Error(diff)
	}
	if m.rids[0] == "" || m.rids[0] != m.rids[1] || m.rids[2] != m.rids[3] || m.rids[0] == m.rids[2] {
		t.Errorf("rids %q", m.rids)
	}
	if words := m.words[3]; !strings.Contains(words, "run 2 of sales 2026-10: partial") || !strings.Contains(words, "550") || strings.Contains(words, "gone@") {
		t.Errorf("it says %q", words)
	}
}

func TestProcessThatDiesLeavesAStartWithoutAnEnd(t *testing.T) {
	_, d, _ := watched(t, mailtest.Options{}, "ann@example.org")
	m := &monitor{}
	monitored(t, d, m)
	ended := d.beating(t.Context(), state.Run{Job: "sales", Period: "2026-10"}, 7) // and nobody comes to call it
	_ = ended
	for range 500 {
		if len(m.got()) == 1 {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if got := m.got(); len(got) != 1 || !strings.HasSuffix(got[0], "/start") {
		t.Errorf("pings %q", got)
	}
}

func TestMonitorThatIsDownOrSilentChangesNoRunAndIsLoggedOnceWithoutItsAddress(t *testing.T) {
	for name, silent := range map[string]bool{"down": false, "silent": true} {
		t.Run(name, func(t *testing.T) {
			_, d, server := watched(t, mailtest.Options{}, "ann@example.org")
			m := &monitor{wait: make(chan struct{})}
			web := monitored(t, d, m)
			d.Ops.Heartbeat.Timeout = 20 * time.Millisecond
			if !silent {
				web.Close()
			}
			var log bytes.Buffer
			d.Log = Labelled(slog.NewJSONHandler(&locked{w: &log}, nil))
			passes(t, d, 4, time.Minute)
			close(m.wait)
			wantAccepted(t, server, "ann@example.org")
			wantFates(t, d, "sales 2026-10 done after 1")
			if n := strings.Count(log.String(), "heartbeat not taken"+`"`); n != 3 { // refresh, sales, tick
				t.Errorf("logged %d times:\n%s", n, &log)
			}
			if strings.Contains(log.String(), "hush") {
				t.Errorf("the address is in the log:\n%s", &log)
			}
		})
	}
}

func TestEveryLineOfARunSaysWhichAndTroubleHasAName(t *testing.T) {
	c, d, _ := watched(t, mailtest.Options{}, "ann@example.org")
	var log bytes.Buffer
	d.Log = Labelled(slog.NewJSONHandler(&locked{w: &log}, &slog.HandlerOptions{Level: slog.LevelDebug}))
	if err := os.Rename(c.path("billing.db"), c.path("away.db")); err != nil {
		t.Fatal(err)
	}
	passes(t, d, 1, time.Minute)
	if err := os.Rename(c.path("away.db"), c.path("billing.db")); err != nil {
		t.Fatal(err)
	}
	passes(t, d, 3, time.Minute)
	runs, events := map[float64]bool{}, map[string]bool{}
	inRun := false
	for line := range strings.Lines(log.String()) {
		var said map[string]any
		if err := json.Unmarshal([]byte(line), &said); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		inRun = inRun || said["msg"] == "run begins"
		if run, ok := said["run"].(float64); ok {
			runs[run] = true
		} else if inRun {
			t.Errorf("of no run: %s", line)
		}
		if said["pass"] == nil {
			t.Errorf("of no pass: %s", line)
		}
		if name, ok := said["event"].(string); ok {
			events[name] = true
		} else if said["level"] == "ERROR" {
			t.Errorf("trouble without a name: %s", line)
		}
		if inRun && (said["job"] == nil || said["period"] == nil) {
			t.Errorf("of no job and period: %s", line)
		}
		if strings.Count(line, `"run":`) > 1 || strings.Count(line, `"job":`) > 1 {
			t.Errorf("says it twice: %s", line)
		}
		inRun = inRun && said["msg"] != "run ends"
	}
	if len(runs) != 3 || !events["run_failed"] || !events["job_not_done"] {
		t.Errorf("runs %v, events %v", runs, events)
	}
}

func TestNothingIsLoggedWhileNothingIsOwed(t *testing.T) {
	_, d, _ := watched(t, mailtest.Options{}, "ann@example.org")
	monitored(t, d, &monitor{})
	passes(t, d, 2, time.Minute)
	var log bytes.Buffer
	d.Log = slog.New(slog.NewTextHandler(&locked{w: &log}, nil))
	passes(t, d, 5, time.Minute)
	if log.Len() > 0 {
		t.Errorf("log:\n%s", &log)
	}
}
