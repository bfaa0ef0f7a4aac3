package jobs

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"clientele/reports/mail/mailtest"
)

// asks returns the code and words of an answer.
func asks(t *testing.T, h http.Handler, path string) (int, string) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w.Code, w.Body.String()
}

func TestHealthIsWellWhileSomebodyLooksAndStuckWhenNobodyDoes(t *testing.T) {
	_, d, _ := watched(t, mailtest.Options{}, "ann@example.org")
	d.Pulse = new(Pulse)
	h := d.Health()
	over := d.Pulse.looks(d.Now)
	now := d.Now()
	for name, it := range map[string]struct {
		after   time.Duration
		looking bool
		want    int
	}{
		"a look that lasts":    {5 * time.Hour, true, 200},
		"a minute after it":    {time.Minute, false, 200},
		"nobody looks anymore": {tickless, false, 503},
	} {
		t.Run(name, func(t *testing.T) {
			d.Now = func() time.Time { return now }
			d.Pulse.set(now, it.looking)
			d.Now = func() time.Time { return now.Add(it.after) }
			if code, words := asks(t, h, "/healthz"); code != it.want || !strings.Contains(words, "last looked") {
				t.Errorf("%d %s", code, words)
			}
		})
	}
	over()
}

func TestReadyWhileBothStoresAnswer(t *testing.T) {
	_, d, _ := watched(t, mailtest.Options{}, "ann@example.org")
	d.Pulse = new(Pulse)
	if code, words := asks(t, d.Health(), "/readyz"); code != 200 {
		t.Errorf("%d %s", code, words)
	}
	if err := d.Warehouse.Close(); err != nil {
		t.Fatal(err)
	}
	if code, words := asks(t, d.Health(), "/readyz"); code != 503 || strings.Contains(words, ".db") {
		t.Errorf("%d %s", code, words)
	}
}

func TestMetricsSayWhatTheLedgerSaysAndNameNobody(t *testing.T) {
	_, d, _ := watched(t, mailtest.Options{Rcpt: func(to string) error {
		if to == "gone@example.org" {
			return mailtest.Say(550, 5, 1, 1, "mailbox unknown")
		}
		return nil
	}}, "ann@example.org", "gone@example.org")
	d.Pulse = new(Pulse)
	b := beat{director: d, ctx: t.Context()}
	b.once()
	code, text := asks(t, d.Health(), "/metrics")
	for _, want := range []string{
		"clientele_deliveries{state=\"accepted\"} 1\n", "clientele_deliveries{state=\"rejected\"} 1\n", "clientele_deliveries{state=\"unknown\"} 0\n",
		"clientele_needs_person{cause=\"rejected\"} 1\n", "clientele_needs_person{cause=\"late\"} 0\n", "clientele_owed{do=\"run\"} 0\n",
		"clientele_last_tick_timestamp_seconds 1793516400\n", "clientele_last_success_timestamp_seconds{job=\"refresh\"} 1793516400\n", "clientele_ops_untold 0\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%d: no %q in\n%s", code, want, text)
		}
	}
	if strings.Contains(text, "@") {
		t.Errorf("somebody is named:\n%s", text)
	}
}
