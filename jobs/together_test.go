package jobs

import (
	"context"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"time"

	"clientele/jobs/due"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
	"clientele/transform/store"
	"clientele/transform/warehouse"
)

// A roll hears from several directors how many runs are at work.
type roll struct {
	mu             sync.Mutex
	now, most, all int
}

// Enabled implements slog.Handler.
func (r *roll) Enabled(context.Context, slog.Level) bool { return true }

// WithAttrs implements slog.Handler.
func (r *roll) WithAttrs([]slog.Attr) slog.Handler { return r }

// WithGroup implements slog.Handler.
func (r *roll) WithGroup(string) slog.Handler { return r }

// Handle implements slog.Handler.
func (r *roll) Handle(_ context.Context, x slog.Record) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch x.Message {
	case "run begins":
		r.now, r.all = r.now+1, r.all+1
		r.most = max(r.most, r.now)
	case "run ends":
		r.now--
	}
	return nil
}

// beside opens the stores of a director once more, as another process does.
func beside(t *testing.T, d *Director, way ways, owner string) (*Director, *postman) {
	t.Helper()
	other, post := *d, &postman{answers: map[string]error{}}
	other.Carrier, other.Owner = post, owner
	var err error
	if other.State, err = state.Open(t.Context(), store.Options{Driver: store.MySQL, DSN: way.state.dsn}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = other.State.Close() })
	if other.Warehouse, err = warehouse.Open(t.Context(), store.Options{Driver: store.MySQL, DSN: way.warehouse.dsn}, t.TempDir()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = other.Warehouse.Close() })
	return &other, post
}

func TestTwoServeFromOneStateAndNobodyIsMailedTwice(t *testing.T) {
	one, way, post := onLines(t)
	one.Reports = []Report{to(pages.SalesName, "ann@example.org", "bob@example.org", "cara@example.org"), to(pages.MarketingName, "max@example.org")}
	one.Schedules = []due.Schedule{
		schedule(t, RefreshJob, "*/3 * * * *", ""), schedule(t, pages.SalesName, "2 7 1 * *", transform.Monthly), schedule(t, pages.MarketingName, "2 7 1 * *", transform.Monthly),
	}
	runs := &roll{}
	one.Log = slog.New(runs)
	two, second := beside(t, one, way, "another process")
	for minute := range 14 { // the clock stands while both look, so that no claim runs out
		now := atTime(t, "2026-11-01 06:58")().Add(time.Duration(minute) * time.Minute)
		var both sync.WaitGroup
		for _, d := range []*Director{one, two} {
			d.Now = func() time.Time { return now }
			both.Go((&beat{director: d, ctx: t.Context()}).once)
		}
		both.Wait()
	}
	one.Now = atTime(t, "2026-11-01 07:15")
	runDue(t, one) // what the last of them left to the other
	took := slices.Sorted(slices.Values(slices.Concat(post.took(), second.took())))
	if want := []string{"ann@example.org", "bob@example.org", "cara@example.org", "max@example.org"}; !slices.Equal(took, want) {
		t.Errorf("letters to %v, want %v", took, want)
	}
	if runs.most != 1 || runs.all < 4 || runs.now != 0 {
		t.Errorf("%d runs, up to %d at a time, %d never ended", runs.all, runs.most, runs.now)
	}
}
