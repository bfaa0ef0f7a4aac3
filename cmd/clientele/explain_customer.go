package main

import (
	"cmp"
	"fmt"
	"strings"
	"time"

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

// aside is what a record says that matters for who it is, field by field.
var asideFields = []struct {
	name  string
	value func(p *extract.Party) string
}{
	{"name", func(p *extract.Party) string {
		return cmp.Or(p.Name, oneLine(strings.Join([]string{p.Prefix, p.First, p.Middle, p.Last, p.Suffix}, " ")))
	}},
	{"company", func(p *extract.Party) string { return p.Company }},
	{"e-mail", func(p *extract.Party) string { return p.Email }},
	{"phone", func(p *extract.Party) string { return p.Phone }},
	{"mobile", func(p *extract.Party) string { return p.Mobile }},
	{"street", func(p *extract.Party) string { return strings.Trim(p.Street+", "+p.Street2, ", ") }},
	{"city", func(p *extract.Party) string { return oneLine(p.Zip + " " + p.City) }},
	{"country", func(p *extract.Party) string { return p.Country }},
	{"born", func(p *extract.Party) string { return p.Born.String() }},
	{"tax number", func(p *extract.Party) string { return p.TaxNumber }},
	{"register", func(p *extract.Party) string { return p.RegisterNumber }},
	{"consent", func(p *extract.Party) string { return p.Consent }},
	{"status", func(p *extract.Party) string { return p.Status }},
	{"changed", func(p *extract.Party) string {
		if p.Changed == 0 {
			return ""
		}
		return p.Changed.Time().UTC().Format(time.DateOnly)
	}},
}

// abreast is how many records stand side by side.
const abreast = 3

// showRecords writes the records side by side, some at a time.
func (p *program) showRecords(list []jobs.ExplainedRecord) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(p.stdout, "\n%s\n", capital(counted(len(list), "record")))
	for len(list) > 0 {
		n := min(abreast, len(list))
		p.sideBySide(list[:n])
		if list = list[n:]; len(list) > 0 {
			fmt.Fprintln(p.stdout)
		}
	}
}

func (p *program) sideBySide(list []jobs.ExplainedRecord) {
	row := []string{""}
	for _, r := range list {
		row = append(row, r.Ref.Named())
	}
	g := newGrid(12, 66/len(list))
	p.lines(g.row(row...))
	for _, f := range asideFields {
		row := []string{f.name}
		for i := range list {
			row = append(row, f.value(&list[i].Party))
		}
		if strings.Join(row[1:], "") != "" {
			p.lines(g.row(row...))
		}
	}
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

// showRelatives says who lives or works with the customer.
func (p *program) showRelatives(e jobs.Explained) {
	if len(e.Household) > 0 {
		fmt.Fprintf(p.stdout, "\nHousehold (named after %s)\n", cmp.Or(e.Customer.Household, e.Customer.ID))
		p.showRelated([]jobs.Relative{{ID: e.Customer.ID, Name: e.Customer.Name, Role: e.Customer.HouseholdRole, Why: e.Customer.HouseholdWhy}})
		p.showRelated(e.Household)
	}
	if e.Account != nil {
		fmt.Fprintln(p.stdout, "\nBelongs to the account")
		p.showRelated([]jobs.Relative{*e.Account})
	}
	if len(e.Contacts) > 0 {
		fmt.Fprintln(p.stdout, "\nIs the account of")
		p.showRelated(e.Contacts)
	}
}

// mostRelated is how many members of a household or account are listed.
const mostRelated = 20

func (p *program) showRelated(list []jobs.Relative) {
	for _, r := range list[:min(len(list), mostRelated)] {
		text := r.Name
		if r.Role != "" {
			text += ", " + r.Role
		}
		if r.Why != "" {
			text += ": " + oneLine(r.Why)
		}
		p.wrapped("  "+string(r.ID)+"  ", text)
	}
	if n := len(list) - mostRelated; n > 0 {
		fmt.Fprintf(p.stdout, "  and %d more\n", n)
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

var lifeWords = map[string]string{
	transform.IDMinted: "was born", transform.IDMerged: "was merged", transform.IDSplit: "lost records", transform.IDRetired: "was retired",
	transform.IDRevived: "came back", transform.IDSurvived: "changed",
}

// towards is how an event speaks of the other id.
func towards(kind string) string {
	if kind == transform.IDSplit {
		return " to "
	}
	return " into "
}

// showLife says what happened to the id.
func (p *program) showLife(e jobs.Explained) {
	if len(e.History) == 0 {
		return
	}
	fmt.Fprintln(p.stdout, "\nHistory of the id")
	for _, x := range e.History {
		what := cmp.Or(lifeWords[x.Kind], x.Kind)
		if x.ID != e.Trail.Now {
			what = fmt.Sprintf("%s %s", x.ID, what)
		}
		if x.Into != "" && x.Into != e.Trail.Now {
			what += towards(x.Kind) + string(x.Into)
		}
		p.wrapped(fmt.Sprintf("  run %-5d %s  ", x.Run, isoDay(x.At)), fmt.Sprintf("%s: %s", what, x.Reason))
	}
}

func isoDay(at extract.Instant) string {
	if at == 0 {
		return "          "
	}
	return at.Time().UTC().Format(time.DateOnly)
}
