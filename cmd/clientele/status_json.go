package main

import (
	"clientele/jobs"
	"clientele/transform/state"
)

// A statusOut is what a program reads of a status. Its names stay as they are.
type statusOut struct {
	At      string            `json:"at"`
	OK      bool              `json:"ok"`
	Person  []alarmOut        `json:"needs_person"`
	Untold  []untoldOut       `json:"not_told"`
	Owed    []plannedOwed     `json:"owed"`
	Next    []plannedOwed     `json:"next"`
	Held    []holdOut         `json:"holds"`
	Last    map[string]string `json:"last_success"`
	Letters map[string]int64  `json:"letters"`
}

type alarmOut struct {
	Cause  string   `json:"cause"`
	Job    string   `json:"job,omitempty"`
	Period string   `json:"period,omitempty"`
	About  string   `json:"about,omitempty"`
	Since  string   `json:"since"`
	What   string   `json:"what"`
	Why    string   `json:"why,omitempty"`
	Do     []string `json:"do"`
	Run    int64    `json:"run,omitempty"`
}

type untoldOut struct {
	Cause   string        `json:"cause"`
	Job     string        `json:"job,omitempty"`
	Period  string        `json:"period,omitempty"`
	About   string        `json:"about,omitempty"`
	Address string        `json:"address"`
	State   state.Telling `json:"state"`
	Answer  string        `json:"answer,omitempty"`
}

func (p *program) statusJSON(s jobs.Status) error {
	out := statusOut{
		At: moment(s.At), OK: s.Fine(), Person: []alarmOut{}, Untold: []untoldOut{},
		Owed: plannedList(s.Owed), Next: plannedList(s.Next), Held: holdList(s.Held), Last: map[string]string{}, Letters: map[string]int64{},
	}
	for _, a := range s.Person {
		out.Person = append(out.Person, alarmOut{string(a.Cause), a.Job, a.Period, a.About, moment(a.Since), a.What, a.Why, a.Do, int64(a.Run)})
	}
	for _, a := range s.Untold {
		out.Untold = append(out.Untold, untoldOut{a.Cause, a.Job, a.Period, a.About, a.Address, a.State, a.Answer})
	}
	for _, x := range s.Last {
		out.Last[x.Job] = moment(x.Finished)
	}
	for _, n := range s.Letters {
		out.Letters[string(n.State)] = n.Count
	}
	return p.object(out)
}
