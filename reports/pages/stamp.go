package pages

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

// workbook fills in what all workbooks have alike.
func (b *book) workbook(name, title string) reports.Workbook {
	p := b.r.Period
	return reports.Workbook{
		Name: name, Title: title + " – " + p.Label(), Subject: title + " of " + b.in.Company + ", " + b.r.Scope.Name(),
		Company: b.in.Company, Currency: b.in.Currency, Language: b.in.Language,
		FileName: reports.FileName(name, b.r.Scope.Name(), (p.To - 1).Time()),
		AsOf:     (p.To - 1).Time(), Stamp: b.stamp(),
	}
}

func (b *book) stamp() reports.Stamp {
	p := b.r.Period
	s := reports.Stamp{
		AsOf: "As of " + p.Last(), Period: p.Label(),
		Comparison: "12 months from " + plain(p.To.AddMonths(-12)) + ", last year the 12 before",
		Money:      b.in.Currency + " net of tax and returns", Scope: b.scopeWords(),
		Edition: b.edition(), DataTo: b.newest(), ChecksFailed: b.failed(), Warnings: len(b.warnings()),
	}
	if b.in.Restated {
		s.Restated = "restated: what is known now about then"
	}
	return s
}

// scopeWords names the scope and how many territories are behind it.
func (b *book) scopeWords() string {
	name := capital(b.r.Scope.Name())
	if n := len(b.territories()); b.company() && n > 1 {
		return fmt.Sprintf("%s (%d)", name, n)
	}
	return name
}

func (b *book) edition() string { return b.in.Edition[:min(8, len(b.in.Edition))] }

// newest is the newest record as stamps show it.
func (b *book) newest() string {
	at := b.newestAt()
	if at == 0 {
		return ""
	}
	return at.Time().In(b.zone()).Format("2 Jan 2006 15:04")
}

func (b *book) newestAt() extract.Instant {
	if b.in.Newest != 0 {
		return b.in.Newest
	}
	return b.r.Data.Newest
}

// failed counts the checks that did not pass.
func (b *book) failed() int {
	n := 0
	for _, c := range b.checks() {
		if !c.Passed {
			n++
		}
	}
	return n
}

// checks lists the control totals and then the identities of the figures.
func (b *book) checks() []transform.Check {
	return append(append([]transform.Check{}, b.in.Checks...), b.r.Checks...)
}

// plain writes a day in a reader's words: 31 Oct 2026.
func plain(d transform.Day) string { return d.Time().Format("2 Jan 2006") }

// yearAgo names the period compared with.
func yearAgo(p transform.Period) string {
	switch p.Kind {
	case transform.Monthly:
		return p.From.AddMonths(-12).Time().Format("Jan 2006")
	case transform.Weekly:
		return "same week a year before"
	}
	return "same days a year before"
}

func capital(s string) string {
	if s == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
