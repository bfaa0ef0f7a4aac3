package jobs

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"clientele/jobs/due"
	"clientele/reports"
	"clientele/reports/mail"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// Whatever fails, and wherever the process dies over telling it, each cause of each
// period is told once, or it is known that nobody knows.
func TestRandomDeathsTellEachCauseOnce(t *testing.T) {
	const seed = 20261101
	random := rand.New(rand.NewPCG(seed, seed))
	c := newCompany(t)
	d := c.director(t)
	p := &postman{answers: map[string]error{}}
	d.Reports = []Report{to(pages.SalesName, "ann@example.org")}
	d.Ops = Ops{Mail: []reports.Address{{Mail: opsMail}, {Mail: "night@example.org"}}, LateAfter: 2 * time.Hour, AfterFailures: 1}
	weekly := schedule(t, pages.SalesName, "0 7 * * 1", transform.Weekly)
	weekly.CatchUp = due.All
	d.Schedules, d.Carrier = []due.Schedule{weekly}, p
	now := atTime(t, "2026-01-01 12:00")()
	d.Now = func() time.Time { return now }
	weeks(t, d)
	for range 120 {
		now = now.Add(time.Duration(1+random.IntN(96)) * time.Hour)
		weeks(t, d)
		at := []string{"before the mail", "before commit", "after commit", "after the mail", "", "", ""}[random.IntN(7)]
		d.Carrier = &fatal{Carrier: flaky{p, random}, at: at, err: errors.New("killed")}
		d.Tell(t.Context())
		d.lease = nil
	}
	d.Carrier, now = p, now.Add(24*time.Hour)
	d.Tell(t.Context())
	checkTold(t, d, p)
}

// weeks fails whatever is owed, as a source that is down would.
func weeks(t *testing.T, d *Director) {
	t.Helper()
	err := d.underLease(t.Context(), func(ctx context.Context, d *Director) error {
		plan, err := d.Plan(ctx, 1)
		for _, b := range plan.begun {
			err = errors.Join(err, d.State.SetSchedule(ctx, *d.lease, b))
		}
		for _, o := range plan.Owed {
			err = errors.Join(err, d.again(ctx, o, errors.New("shop cannot be reached")))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// flaky is a carrier that sometimes takes nothing for now.
type flaky struct {
	*postman
	random *rand.Rand
}

// Carry implements mail.Carrier.
func (f flaky) Carry(ctx context.Context, m mail.Message, commit func() error) (mail.Receipt, error) {
	if f.random.IntN(5) == 0 {
		return mail.Receipt{}, &mail.Refusal{Code: 451, Answer: "busy", Temporary: true}
	}
	return f.postman.Carry(ctx, m, commit)
}

// checkTold holds the mails that were taken against what the state knows of them.
func checkTold(t *testing.T, d *Director, p *postman) {
	t.Helper()
	list, err := d.State.Alarms(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	count := map[state.Telling]int{}
	for _, a := range list {
		if a.State == state.AlarmBegins {
			continue
		}
		count[a.State]++
		period, err := transform.PeriodOf(a.Period)
		if err != nil {
			t.Fatal(err)
		}
		words, mails := period.Label()+": "+map[string]string{"failed": "not sent", "late": "late: it was due"}[a.Cause], 0
		for _, m := range p.taken {
			if m.To == a.Address && strings.Contains(plainWords(t, m.Bytes), words) {
				mails++
			}
		}
		if a.State == state.AlarmTold && mails != 1 || a.State == state.AlarmUnknown && mails > 1 || a.State != state.AlarmTold && a.State != state.AlarmUnknown {
			t.Errorf("%s of %s to %s is %s, %d mails", a.Cause, a.Period, a.Address, a.State, mails)
		}
	}
	if count[state.AlarmTold] < 60 || count[state.AlarmUnknown] < 10 {
		t.Errorf("too few for a test: %v", count)
	}
	t.Log(fmt.Sprint(count))
}
