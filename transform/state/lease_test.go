package state

import (
	"context"
	"testing"
	"time"

	"clientele/extract"
)

// Nobody says what time it is to a lease: hosts whose clocks differ have no say.
func TestALeaseEndsByTheClockOfTheStore(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		before, err := db.own(ctx, db.read())
		must(t, err)
		if off := time.Until(time.UnixMicro(int64(before))).Abs(); off > time.Minute {
			t.Fatalf("the store's clock is %s off, server and host are one machine here", off)
		}
		l, err := db.Lock(ctx, claim("north/1"))
		must(t, err)
		if l.Since < before || l.Since > before+minute || l.Expires != l.Since+minute {
			t.Errorf("asked at %s, held from %s to %s", before, l.Since, l.Expires)
		}
		_, err = db.Lock(ctx, claim("south/2"))
		wants(t, err, ErrHeld)
		renewed, err := db.Renew(ctx, l, time.Hour)
		if must(t, err); renewed.Expires < l.Since+60*minute {
			t.Errorf("prolonged for an hour from %s to %s", l.Since, renewed.Expires)
		}
		_, err = db.at(renewed.Expires-1).Lock(ctx, claim("south/2"))
		wants(t, err, ErrHeld)
		_, err = db.at(renewed.Expires).Lock(ctx, claim("south/2"))
		must(t, err)
	})
}

func TestTheLeaseOfADeadHolderIsTakenAtOnceAndNoOther(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		for name, lock := range map[string]func(Claim) (Lease, error){
			"jobs":  func(c Claim) (Lease, error) { return db.Lock(ctx, c) },
			"serve": func(c Claim) (Lease, error) { return db.LockServe(ctx, c) },
		} {
			asked := ""
			next := Claim{Owner: "two", Holder: "2", For: time.Minute, Dead: func(h string) bool { asked += h; return h == "1" }}
			first, err := lock(Claim{Owner: "one", Holder: "1", For: time.Minute})
			must(t, err)
			_, err = lock(Claim{Owner: "three", For: time.Minute})
			wants(t, err, ErrHeld)
			second, err := lock(next)
			if must(t, err); second.Fence != first.Fence+1 || second.Holder != "2" || asked != "1" {
				t.Errorf("%s: %+v after %+v; asked of %q", name, second, first, asked)
			}
			_, err = db.Renew(ctx, first, time.Minute)
			wants(t, err, ErrLost)
			_, err = lock(next) // it lives itself
			wants(t, err, ErrHeld)
			must(t, db.Unlock(ctx, second))
			_, err = lock(claim("nobody knows"))
			must(t, err)
			asked = ""
			_, err = lock(next)
			if wants(t, err, ErrHeld); asked != "" {
				t.Errorf("%s: a holder without a name was asked for", name)
			}
		}
	})
}

// Prolonging needs no turn: it may come between a look at the lease and its taking.
func TestALeaseProlongedMeanwhileIsNotTaken(t *testing.T) {
	server(t)
	ctx, all := t.Context(), many(t, "mysql", 2)
	l, err := all[0].at(minute).Lock(ctx, claim("north/1"))
	must(t, err)
	late := *all[1]
	late.clock = func(context.Context, session) (extract.Instant, error) {
		_, err := all[0].at(2*minute).Renew(ctx, l, time.Minute)
		return 2 * minute, err
	}
	_, err = late.Lock(ctx, claim("south/2"))
	wants(t, err, ErrHeld)
}
