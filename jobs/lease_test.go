package jobs

import (
	"errors"
	"testing"

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
