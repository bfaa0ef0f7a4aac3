package main

import (
	"clientele/jobs"
	"clientele/jobs/due"
	"clientele/transform"
)

// A planned is a plan for programs.
type planned struct {
	Owed []plannedOwed `json:"owed"`
	Next []plannedOwed `json:"next"`
	Last []plannedLast `json:"last"`
	Held []holdOut     `json:"holds"`         // words that hold letters now
	New  []string      `json:"new,omitempty"` // schedules that begin when they are first seen
}

type plannedOwed struct {
	Job      string   `json:"job"`
	Period   string   `json:"period,omitempty"`
	Do       due.Deed `json:"do"`
	Since    string   `json:"slot,omitempty"`       // when it came, or comes, due
	Moved    string   `json:"moved_from,omitempty"` // the day off
	Not      string   `json:"not_before,omitempty"`
	Why      string   `json:"why"`
	Attempts int      `json:"attempts"`
}

type plannedLast struct {
	Job    string        `json:"job"`
	Period string        `json:"period,omitempty"`
	State  string        `json:"state"`
	Since  string        `json:"slot"`
	At     string        `json:"at"`
	Late   int64         `json:"late_seconds"`
	Why    string        `json:"why,omitempty"`
	Run    transform.Run `json:"run,omitempty"`
}

func (p *program) planJSON(plan jobs.Plan, last []jobs.Settled) error {
	out := planned{Owed: plannedList(plan.Owed), Next: plannedList(plan.Next), Last: []plannedLast{}, Held: holdList(plan.Held), New: plan.New()}
	for _, x := range last {
		line := plannedLast{Job: x.Job, State: string(x.Fate), Since: moment(x.Slot), At: moment(x.Changed), Late: int64(x.Late().Seconds()), Why: x.Reason, Run: x.Run}
		if x.Of.To != 0 {
			line.Period = x.Period
		}
		out.Last = append(out.Last, line)
	}
	return p.object(out)
}

func plannedList(list []due.Owed) []plannedOwed {
	out := []plannedOwed{}
	for _, o := range list {
		x := plannedOwed{Job: o.Job, Do: o.Do, Since: moment(o.Slot), Not: moment(o.From), Why: o.Why, Attempts: o.Attempts}
		if o.Period.To != 0 {
			x.Period = o.Key
		}
		if o.Moved != 0 {
			x.Moved = o.Moved.String()
		}
		out = append(out, x)
	}
	return out
}
