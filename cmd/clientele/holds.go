package main

import (
	"fmt"

	"clientele/transform/state"
)

// A holdOut is what a program reads of a word that holds letters now.
type holdOut struct {
	Report    string `json:"report,omitempty"` // of everything when left out
	Period    string `json:"period,omitempty"`
	Recipient string `json:"recipient,omitempty"`
	Who       string `json:"who"`
	Why       string `json:"why,omitempty"`
	Since     string `json:"since"`
	Release   string `json:"release"` // the command that lets it go
}

func holdList(list []state.Hold) []holdOut {
	out := []holdOut{}
	for _, h := range list {
		out = append(out, holdOut{h.Report, h.Period, h.Recipient, h.Who, h.Why, moment(h.At), "clientele outbox release" + h.Command()})
	}
	return out
}

// showHolds says in a line each what is held, by whom, and how it is let go.
func (p *program) showHolds(list []state.Hold) {
	for _, h := range list {
		fmt.Fprintf(p.stdout, "Held: %s. `clientele outbox release%s` lets it go.\n", h, h.Command())
	}
}
