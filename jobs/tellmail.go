package jobs

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"clientele/extract"
	"clientele/jobs/alarm"
	"clientele/jobs/due"
	"clientele/reports"
	"clientele/reports/mail"
	"clientele/transform/state"
)

// tellAgain is the longest wait before ops are tried again.
const tellAgain = 15 * time.Minute

// tellOne sends one mail with everything that waits for an address. Nobody knows
// whether a mail arrived over which a process died: it is not sent again.
func (d *Director) tellOne(ctx context.Context, to reports.Address, rows []state.Alarm, all []alarm.Alarm) (subject string, err error) {
	if len(rows) == 0 {
		return "", nil
	}
	ctx, over := d.lasting(ctx)
	defer over()
	letter, keys, err := d.alert(to, rows, all)
	if err != nil {
		return "", err
	}
	t := telling{d, keys, state.AlarmWaiting}
	answer, err := d.carryAlert(ctx, letter, func() error { return t.move(ctx, state.AlarmStep{To: state.AlarmCommitting}) })
	if err == nil {
		return letter.Subject, t.move(ctx, state.AlarmStep{To: state.AlarmTold, Answer: answer})
	}
	return "", errors.Join(fmt.Errorf("tell %s: %w", to.Mail, err), t.move(ctx, d.untaken(err, rows[0].Attempts)))
}

// untaken says what becomes of alarms whose mail was not taken.
func (d *Director) untaken(err error, attempts int) state.AlarmStep {
	var refusal *mail.Refusal
	switch {
	case errors.Is(err, mail.ErrUnknown):
		return state.AlarmStep{To: state.AlarmUnknown, Answer: err.Error()}
	case errors.As(err, &refusal) && !refusal.Temporary:
		return state.AlarmStep{To: state.AlarmRefused, Answer: err.Error()}
	}
	next := extract.InstantOf(d.Now().Add(min(due.Delay(attempts+1), tellAgain)))
	return state.AlarmStep{To: state.AlarmWaiting, Failed: true, NextAt: next, Answer: err.Error()}
}

// A telling is some alarms in one mail, and how far they have come.
type telling struct {
	director *Director
	keys     []state.AlarmKey
	is       state.Telling
}

// move writes down the next step, also when the work is asked to stop.
func (t *telling) move(ctx context.Context, to state.AlarmStep) error {
	to.From = t.is
	ctx, over := noting(ctx)
	defer over()
	d := t.director
	err := d.State.MoveAlarms(ctx, *d.lease, t.keys, to, d.instant())
	if err == nil {
		t.is = to.To
	}
	return err
}

// carryAlert writes an alert and hands it over.
func (d *Director) carryAlert(ctx context.Context, n reports.Alert, commit func() error) (answer string, err error) {
	if !d.Mailing.Allows(n.To.Mail) {
		return "", &mail.Refusal{Answer: n.To.Mail + " is not at a domain of mail.allow_domains"}
	}
	m, err := mail.RenderAlert(n)
	if err == nil && d.Signer != nil {
		m, err = d.Signer.Sign(m, n.Date)
	}
	if err != nil {
		return "", err
	}
	m.From = cmp.Or(d.Company.BouncesTo, m.From)
	if err := d.Carrier.Ready(ctx); err != nil {
		return "", err
	}
	receipt, err := d.Carrier.Carry(ctx, m, commit)
	return receipt.Answer, err
}

// alert writes what waits for an address into one mail, as it is now.
func (d *Director) alert(to reports.Address, rows []state.Alarm, all []alarm.Alarm) (reports.Alert, []state.AlarmKey, error) {
	var list []alarm.Alarm
	var keys []state.AlarmKey
	over := map[alarm.Key]bool{}
	for _, r := range rows {
		var a alarm.Alarm
		if err := json.Unmarshal([]byte(r.Text), &a); err != nil {
			return reports.Alert{}, nil, fmt.Errorf("read the alarm %s of %s %s: %w", r.Cause, r.Job, r.Period, err)
		}
		now := slices.IndexFunc(all, func(x alarm.Alarm) bool { return x.Key() == a.Key() })
		if now >= 0 {
			missed := a.Missed
			a = all[now]
			a.Missed = missed
		}
		over[a.Key()] = now < 0
		list, keys = append(list, a), append(keys, r.AlarmKey)
	}
	list = alarm.Ordered(list)
	n := reports.Alert{
		From: d.Company.From, ReplyTo: d.Company.ReplyTo, To: to, Date: d.Now(), Language: "en",
		MessageID: mail.MessageID("ops", d.alertID(keys, rows), "", to.Mail, 1, d.Company.From.Mail),
		Subject:   alarm.Subject(list), Lead: lead(d.Company.Name, list),
		Foot: []string{
			"Everything that needs a person, at any time: clientele status",
			"Each of these is told once. No figures of customers are in this mail.",
		},
	}
	for _, a := range list {
		n.Items = append(n.Items, d.item(a, over[a.Key()]))
	}
	return n, keys, nil
}

// alertID is the same for the same alarms, and differs for any others.
func (d *Director) alertID(keys []state.AlarmKey, rows []state.Alarm) string {
	sum := sha256.New()
	for i, k := range keys {
		fmt.Fprintf(sum, "%q %d\n", k, rows[i].Raised)
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

// lead says what the mail is about. What is done by now is no trouble.
func lead(company string, list []alarm.Alarm) string {
	n := len(list)
	for _, a := range list {
		if a.Cause == alarm.Recovered {
			n--
		}
	}
	switch n {
	case 0:
		return "What you were told of is done, in the customer reports of " + company + "."
	case 1:
		return "Something did not go as it should in the customer reports of " + company + "."
	}
	return fmt.Sprintf("%d things did not go as they should in the customer reports of %s.", n, company)
}

// item says one alarm in words and facts.
func (d *Director) item(a alarm.Alarm, over bool) reports.AlertItem {
	out := reports.AlertItem{Title: a.Title(), Do: a.Do, Urgent: a.Stands && !over}
	fact := func(name, value string) {
		if value != "" {
			out.Facts = append(out.Facts, reports.AlertFact{Name: name, Value: value})
		}
	}
	if !strings.Contains(a.Title(), a.What) {
		fact("What", a.What)
	}
	fact("Why", a.Why)
	fact("Since", a.Since.Time().In(d.Company.Zone).Format("Mon 2 Jan 2006 15:04 MST"))
	fact("Without it", named(a.Missed))
	if over {
		fact("Meanwhile", "it is no longer so.")
	} else {
		fact("By itself", a.Itself)
	}
	return out
}

// named lists some addresses and counts the others.
func named(list []string) string {
	const most = 10
	if len(list) > most {
		return fmt.Sprintf("%s and %d others", strings.Join(list[:most], ", "), len(list)-most)
	}
	return strings.Join(list, ", ")
}
