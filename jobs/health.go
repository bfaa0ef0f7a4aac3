package jobs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"

	"clientele/jobs/due"
	"clientele/transform/state"
)

// tickless is how long nobody may have looked at what is owed until the process
// counts as stuck.
const tickless = 3 * time.Minute

// answerWithin is how long a store may take to show that it is there.
const answerWithin = 5 * time.Second

// A Pulse knows when somebody last looked at what is owed. A look that is going on
// may last: a report can take its time.
type Pulse struct {
	mu      sync.Mutex
	last    time.Time
	looking bool
}

// looks notes that a look begins; the returned function that it is over.
func (p *Pulse) looks(now func() time.Time) func() {
	if p == nil {
		return func() {}
	}
	p.set(now(), true)
	return func() { p.set(now(), false) }
}

func (p *Pulse) set(at time.Time, looking bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last, p.looking = at, looking
}

// beats says when the last look began or ended, and whether that is well.
func (p *Pulse) beats(now time.Time) (last time.Time, well bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.last, p.looking || now.Sub(p.last) < tickless
}

// Health answers over HTTP how a process that serves is doing: /healthz whether it
// looks at what is owed, /readyz whether its stores answer, /metrics what the ledger
// says, in the text format of Prometheus. It says nothing of customers or recipients.
func (d *Director) Health() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		last, well := d.Pulse.beats(d.Now())
		answer(w, well, fmt.Sprintf("last looked at what is owed at %s", last.UTC().Format(time.RFC3339)))
	})
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		words := "state and warehouse answer"
		err := d.storesAnswer(r.Context())
		if err != nil {
			d.Log.Warn("a store does not answer", "error", err)
			words = "a store does not answer: see the log"
		}
		answer(w, err == nil, words)
	})
	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, r *http.Request) {
		s, err := d.Status(r.Context())
		if err != nil {
			d.Log.Warn("metrics", "error", err)
			answer(w, false, "the state does not answer: see the log")
			return
		}
		w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		d.writeMetrics(w, s)
	})
	return mux
}

func answer(w http.ResponseWriter, well bool, words string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	if !well {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	_, _ = io.WriteString(w, words+"\n")
}

// storesAnswer asks each store something small.
func (d *Director) storesAnswer(ctx context.Context) error {
	ctx, over := context.WithTimeout(ctx, answerWithin)
	defer over()
	_, err := d.State.Schedules(ctx)
	_, _, other := d.Warehouse.Latest(ctx)
	return errors.Join(err, other)
}

// writeMetrics writes a status as numbers. Every list has all its members, in their
// order, so that none appears and disappears.
func (d *Director) writeMetrics(w io.Writer, s Status) {
	last, _ := d.Pulse.beats(d.Now())
	about := func(name, help string) { fmt.Fprintf(w, "# HELP %s %s\n# TYPE %s gauge\n", name, help, name) }
	about("clientele_last_tick_timestamp_seconds", "When somebody last looked at what is owed.")
	fmt.Fprintf(w, "clientele_last_tick_timestamp_seconds %d\n", last.Unix())
	about("clientele_last_success_timestamp_seconds", "When a job last did all it should.")
	for _, x := range s.Last {
		fmt.Fprintf(w, "clientele_last_success_timestamp_seconds{job=%q} %d\n", x.Job, x.Finished.Time().Unix())
	}
	about("clientele_last_success_period_timestamp_seconds", "The end of the last period a report was sent for.")
	for _, x := range s.Last {
		if x.Job != RefreshJob {
			fmt.Fprintf(w, "clientele_last_success_period_timestamp_seconds{job=%q} %d\n", x.Job, x.AsOf.Start(d.Company.Zone).Time().Unix())
		}
	}
	about("clientele_owed", "How much is owed: run at the next look, waits to be tried again, held for a person.")
	for _, deed := range []due.Deed{due.Run, due.Wait, due.Hold} {
		fmt.Fprintf(w, "clientele_owed{do=%q} %d\n", deed, counted(s.Owed, func(o due.Owed) bool { return o.Do == deed }))
	}
	about("clientele_needs_person", "How much needs a person, by cause.")
	for _, cause := range causesOf() {
		fmt.Fprintf(w, "clientele_needs_person{cause=%q} %d\n", cause, s.count(cause))
	}
	about("clientele_deliveries", "Letters by how far they have come.")
	for _, x := range state.States() {
		n := int64(0)
		for _, is := range s.Letters {
			if is.State == x {
				n = is.Count
			}
		}
		fmt.Fprintf(w, "clientele_deliveries{state=%q} %d\n", x, n)
	}
	about("clientele_ops_untold", "Alarms whose mail to ops was not taken, or may not have arrived.")
	fmt.Fprintf(w, "clientele_ops_untold %d\n", len(s.Untold))
}
