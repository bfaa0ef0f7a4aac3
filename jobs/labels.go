package jobs

import (
	"context"
	"log/slog"
	"slices"
	"sync/atomic"
)

// Labelled makes a log whose lines say what they belong to: the run, its job and
// period while one is at work, and the look at what is owed. A process does one thing
// at a time, so that whatever is logged meanwhile belongs to it. Lines of trouble get
// the stable name of their event.
func Labelled(h slog.Handler) *slog.Logger {
	return slog.New(&labels{Handler: h, now: new(atomic.Pointer[[]slog.Attr])})
}

// labels is a handler that adds to each line what it does not say itself.
type labels struct {
	slog.Handler
	now *atomic.Pointer[[]slog.Attr]
}

// Handle implements slog.Handler.
func (l *labels) Handle(ctx context.Context, r slog.Record) error {
	said := map[string]bool{}
	r.Attrs(func(a slog.Attr) bool { said[a.Key] = true; return true })
	if at := slices.IndexFunc(Events(), func(e Event) bool { return e.Message == r.Message }); at >= 0 {
		r.AddAttrs(slog.String("event", Events()[at].Name))
	}
	if now := l.now.Load(); now != nil {
		for _, a := range *now {
			if !said[a.Key] {
				r.AddAttrs(a)
			}
		}
	}
	return l.Handler.Handle(ctx, r)
}

// WithAttrs implements slog.Handler.
func (l *labels) WithAttrs(list []slog.Attr) slog.Handler {
	return &labels{Handler: l.Handler.WithAttrs(list), now: l.now}
}

// WithGroup implements slog.Handler.
func (l *labels) WithGroup(name string) slog.Handler {
	return &labels{Handler: l.Handler.WithGroup(name), now: l.now}
}

// labelled adds labels to every line of the log until the returned function takes
// them off.
func (d *Director) labelled(list ...slog.Attr) (over func()) {
	if d.Log == nil {
		return func() {}
	}
	h, ok := d.Log.Handler().(*labels)
	if !ok {
		return func() {}
	}
	before := h.now.Load()
	var all []slog.Attr
	if before != nil {
		all = slices.Clone(*before)
	}
	all = append(all, list...)
	h.now.Store(&all)
	return func() { h.now.Store(before) }
}
