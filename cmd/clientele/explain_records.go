package main

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"clientele/extract"
	"clientele/jobs"
)

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
