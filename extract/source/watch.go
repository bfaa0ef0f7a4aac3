package source

import (
	"context"
	"time"
)

// A watch lets a context stop a query on the server. A driver that only drops its
// connection leaves the server working for nobody.
type watch struct {
	inner context.Context // what the driver gets
	abort func()          // stops the query now
	stop  func()          // ends the watch
}

// watch begins to watch a context for one query.
func (v *databaseView) watch(ctx context.Context) *watch {
	if v.kill == nil {
		inner, cancel := v.bound(ctx)
		return &watch{inner: inner, abort: cancel, stop: cancel}
	}
	inner, drop := context.WithCancel(context.WithoutCancel(ctx))
	ended, killed := make(chan struct{}), make(chan struct{})
	halt := context.AfterFunc(ctx, func() {
		defer close(killed)
		v.insist(ended)
		drop()
	})
	return &watch{
		inner: inner,
		abort: func() { v.killNow() },
		stop: func() {
			close(ended)
			if !halt() {
				<-killed
			}
			drop()
		},
	}
}

// bound applies the statement timeout where the server cannot.
func (v *databaseView) bound(ctx context.Context) (context.Context, context.CancelFunc) {
	if v.bounded || v.opt.StatementTimeout <= 0 {
		return context.WithCancel(ctx)
	}
	return context.WithTimeoutCause(ctx, v.opt.StatementTimeout, errTimeout)
}

// insist kills the query until it has ended: one kill may come before the server
// has begun. After two seconds the connection is dropped instead.
func (v *databaseView) insist(ended <-chan struct{}) {
	for range 10 {
		v.killNow()
		select {
		case <-ended:
			return
		case <-time.After(200 * time.Millisecond):
		}
	}
}

func (v *databaseView) killNow() {
	if v.kill == nil {
		return
	}
	const patience = 5 * time.Second
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	_ = v.kill(ctx, v.db, v.session.id) // the connection is dropped if this fails
}

// settle lets a kill that came late hit a statement nobody needs.
func (f *tableFeed) settle() {
	if f.view.kill != nil {
		_, _ = f.view.conn.ExecContext(context.WithoutCancel(f.ctx), "DO 0")
	}
}
