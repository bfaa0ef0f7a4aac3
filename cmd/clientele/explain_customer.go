package main

import (
	"cmp"
	"fmt"
	"strings"

	"clientele/extract"
	"clientele/jobs"
	"clientele/transform"
	"clientele/transform/match/golden"
	"clientele/transform/state"
)

// showExplained writes everything about a customer, what is asked most first.
func (p *program) showExplained(e jobs.Explained) {
	p.showWho(e)
	p.showRecords(e.Records)
	p.showJoined(e)
	p.showGolden(e.Golden)
	p.showRelatives(e)
	p.showDecisionsOn(e)
	p.showLife(e)
}

// showWho says who the customer is, and how one came there from a retired id.
func (p *program) showWho(e jobs.Explained) {
	for i, w := range e.Trail.Path[:len(e.Trail.Path)-1] {
		p.wrapped("", fmt.Sprintf("%s was merged into %s by run %d%s.", w.ID, e.Trail.Path[i+1].ID, w.Retired, onDay(w.At)))
	}
	name := cmp.Or(e.Customer.Name, e.Customer.Company, "(no name)")
	if !e.Trail.Live || len(e.Records) == 0 {
		p.wrapped("", fmt.Sprintf("Customer %s: no record is left%s.", e.Trail.Now, retiredBy(e.Trail)))
		return
	}
	status := ""
	if e.Customer.Status != extract.PartyActive {
		status = ", " + e.Customer.Status
	}
	p.wrapped("", fmt.Sprintf("Customer %s: %s (%s%s), as of refresh %d%s", e.Customer.ID, name, e.Customer.Type, status, e.Run, onDay(e.At)))
}

func retiredBy(t state.Trail) string {
	last := t.Path[len(t.Path)-1]
	if last.Retired == 0 {
		return ""
	}
	return fmt.Sprintf(" since run %d%s", last.Retired, onDay(last.At))
}

func onDay(at extract.Instant) string {
	if at == 0 {
		return ""
	}
	return " on " + at.Time().UTC().Format("2 Jan 2006")
}

// showJoined says what brought each record in.
func (p *program) showJoined(e jobs.Explained) {
	if len(e.Records) > 1 {
		fmt.Fprintln(p.stdout, "\nWhy they are one")
		for _, r := range e.Records {
			bits := ""
			if r.Known {
				bits = fmt.Sprintf(" (%+.1f bits)", r.Bits)
			}
			p.beside(r.Ref.Named(), r.Reason+bits)
		}
		if e.Strange {
			p.wrapped("", "How much evidence that was is not known: "+jobs.ErrOtherRules.Error()+".")
		}
		fmt.Fprintf(p.stdout, "The evidence of two, field by field: clientele explain %s %s\n", e.Records[0].Ref.Named(), e.Records[1].Ref.Named())
	}
	for _, ref := range e.Left {
		p.wrapped("  ", fmt.Sprintf("%s was one of them, and is in its source no more", ref.Named()))
	}
}

// showGolden says whose value stands in the customer table, and why.
func (p *program) showGolden(list []golden.Chosen) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintln(p.stdout, "\nWhat stands in the customer table, and why")
	for _, c := range list {
		p.wrapped(fmt.Sprintf("  %-14s ", golden.FieldWord(c.Field)), strings.TrimPrefix(c.Words(), golden.FieldWord(c.Field)+" "))
	}
}

// showDecisionsOn says what people decided about the customer's records.
func (p *program) showDecisionsOn(e jobs.Explained) {
	if len(e.Decisions)+len(e.Fields) == 0 {
		return
	}
	fmt.Fprintln(p.stdout, "\nDecisions of people")
	for _, x := range e.Decisions {
		p.wrapped("  ", decisionWords(x, e.Run))
	}
	for _, x := range e.Fields {
		p.wrapped("  ", fmt.Sprintf("%d: %s (%s%s: %s)%s", x.Number, jobs.FieldSaid(x.FieldDecision), x.Who, onDay(x.At), x.Why, waits(x.Since, e.Run)))
	}
}

// waits says that no refresh has obeyed a decision yet.
func waits(since, run transform.Run) string {
	if since > run {
		return "; it takes effect with the next refresh"
	}
	return ""
}

// decisionWords says a decision, and whether a refresh has obeyed it yet.
func decisionWords(x state.Decision, run transform.Run) string {
	return fmt.Sprintf("%d: %s and %s %s (%s%s: %s)%s", x.Number, x.A.Named(), x.B.Named(), areWords(x.Kind), x.Who, onDay(x.At), x.Why, waits(x.From, run))
}
