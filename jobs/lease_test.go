package jobs

import (
	"errors"
	"testing"
	"time"

	"clientele/reports/pages"
	"clientele/transform/state"
)

func TestSecondDirectorIsRefusedWhileOneWorks(t *testing.T) {
	c := newCompany(t)
	d, other := c.director(t), c.director(t)
	other.Owner = "somebody else"
	refreshed(t, d)
	var refresh, publish error
	d.Carrier = &postman{}
	d.Progress = watcher(func() {
		if refresh == nil {
			_, refresh = other.Refresh(t.Context())
			_, publish = other.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
		}
	})
	published(t, d, PublishOptions{})
	for _, err := range []error{refresh, publish} {
		if !errors.Is(err, state.ErrHeld) {
			t.Errorf("%v, want that another holds the lease", err)
		}
	}
	wantError(t, refresh, state.ErrHeld, "test since")
	d.Progress = silent{}
	if _, err := other.Refresh(t.Context()); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

// watcher calls a function whenever a stage moves on.
type watcher func()

// At implements Progress.
func (w watcher) At(string, int64) { w() }

func TestAStoreThatDoesNotAnswerEndsTheWorkOnlyWhenTheLeaseRunsOut(t *testing.T) {
	c := newCompany(t)
	d, other := c.director(t), c.director(t)
	now := morning
	d.Now = func() time.Time { return now }
	lease, err := d.State.Lock(t.Context(), d.wish())
	if err != nil {
		t.Fatal(err)
	}
	until := now.Add(usual)
	now = now.Add(usual / 4)
	if err := d.prolong(t.Context(), lease, &until); err != nil || !until.Equal(now.Add(usual)) {
		t.Fatalf("prolonged until %s at %s: %v", until, now, err)
	}
	if err := d.State.Close(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		now = now.Add(usual / 4)
		if err := d.prolong(t.Context(), lease, &until); err != nil {
			t.Fatalf("at %s, with the lease until %s: %v", now, until, err)
		}
	}
	now = now.Add(usual / 4)
	if err := d.prolong(t.Context(), lease, &until); err == nil {
		t.Errorf("at %s it goes on, though the lease ends at %s, before it asks again", now, until)
	}

	if _, err := other.State.Lock(t.Context(), state.Claim{Owner: "somebody else", For: usual, Dead: func(string) bool { return true }}); err != nil {
		t.Fatal(err)
	}
	d.State = other.State
	until = now.Add(time.Hour)
	if err := d.prolong(t.Context(), lease, &until); !errors.Is(err, state.ErrLost) {
		t.Errorf("%v, want that the lease is another's", err)
	}
}
