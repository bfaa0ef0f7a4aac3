package pages

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"clientele/reports"
	"clientele/transform"
)

// The longest lines mail programs show whole.
const (
	mostSubject   = 62
	mostPreHeader = 90
)

// Letter describes the mail that carries a workbook, all but who writes it to whom
// and when, the drawing of the chart and the file.
func Letter(in Input, wb reports.Workbook) reports.Letter {
	b := open(in)
	l := reports.Letter{
		Subject: b.subject(wb), Scope: b.letterHead(wb), DataTo: prefixed("data to ", b.newest()), Warning: b.warning(),
		Since: b.sinceWords(wb), Attached: reports.Attachment{Name: wb.FileName, Start: "start with Overview", Checks: b.checkWords()},
		Why: b.why(wb), Edition: prefixed("edition ", b.edition()), Language: wb.Language,
	}
	if o := wb.Overview; o != nil {
		l.Headline, l.PreHeader = o.Finding, preHeader(o.Actions, b)
		l.Rows, l.Actions = b.letterRows(o.Tiles), b.letterActions(o)
		l.Chart = mailChart(o.Bands)
	}
	if in.Changes != nil {
		l.Changed = b.changeLines(wb)
	}
	if l.Chart != nil {
		l.Chart.Unit = reports.InCurrency(l.Chart.Unit, in.Currency)
		l.ChartAlt = reports.InCurrency(l.Chart.Alt, in.Currency)
	}
	return l
}

// sinceWords says what happened since the last report.
func (b *book) sinceWords(wb reports.Workbook) []reports.LetterChange {
	if r, found := Find(wb.Name); found {
		return r.since(b)
	}
	return nil
}

// letterHead says which report this is and about whom.
func (b *book) letterHead(wb reports.Workbook) string { return wb.Title + " · " + b.scopeWords() }

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// mailChart is the first chart of the first page that can be drawn.
func mailChart(bands []reports.Band) *reports.Chart {
	for _, band := range bands {
		for _, blk := range band {
			if c, ok := blk.(reports.Chart); ok && c.Drawable() {
				return &c
			}
		}
	}
	return nil
}

// subject puts the period's own number first and drops what does not fit.
func (b *book) subject(wb reports.Workbook) string {
	head := capital(wb.Name)
	if !b.company() {
		head += " " + b.r.Scope.Name()
	}
	head += " " + shortPeriod(b.r.Period) + ": "
	if b.failed() > 0 {
		head = "Incomplete: " + head
	}
	return fitted(head, b.subjectParts(wb), mostSubject)
}

// subjectParts are what a subject says, most important first.
func (b *book) subjectParts(wb reports.Workbook) []string {
	var parts []string
	if r, found := Find(wb.Name); found {
		parts = r.subject(b)
	}
	if wb.Overview != nil && len(wb.Overview.Actions) > 0 {
		parts = append(parts, reports.Plural(len(wb.Overview.Actions), "thing to do", "things to do"))
	}
	return parts
}

func (b *book) salesSubject() []string {
	o := b.r.Overview
	parts := []string{b.money(o.Period.Company()) + b.inBrackets(o.Period.Company(), o.PeriodBefore.Company(), b.fewOrdersThen())}
	if o.AtRisk > 0 {
		parts = append(parts, b.money(o.RevenueAtRisk)+" at risk")
	}
	return parts
}

func (b *book) marketingSubject() []string {
	o := b.r.Overview
	parts := []string{b.money(o.Period.Company()) + " revenue" + b.inBrackets(o.Period.Company(), o.PeriodBefore.Company(), b.fewOrdersThen())}
	if b.profitable() && o.PeriodProfit.Known { // as its first tile
		parts = []string{b.money(o.PeriodProfit.Value) + " " + b.profitWord() + b.inBrackets(o.PeriodProfit.Value, o.PeriodProfitBefore.Value, b.fewOrdersThen())}
	}
	if x, ok := b.share(o.Attrition); ok {
		parts = append(parts, reports.PercentWords(x)+" attrition")
	}
	return parts
}

// bracketed is a change in brackets, nothing where there is none to speak of.
func bracketed(now, before Money) string {
	if x, ok := growth(now, before); ok {
		return " (" + reports.SignedPercent(x) + ")"
	}
	return ""
}

// fitted joins as many parts as fit after a head, and cuts the head if even the
// first does not.
func fitted(head string, parts []string, most int) string {
	for n := len(parts); n > 0; n-- {
		if s := head + strings.Join(parts[:n], ", "); utf8.RuneCountInString(s) <= most {
			return s
		}
	}
	return cutTo(head+strings.Join(first(parts, 1), ""), most)
}

// cutTo ends a text that is too long with an ellipsis.
func cutTo(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:most-1])) + "…"
}

// shortPeriod names the period in a subject.
func shortPeriod(p transform.Period) string {
	switch p.Kind {
	case transform.Monthly:
		return p.From.Time().Format("Jan")
	case transform.Weekly:
		_, week := p.From.Time().ISOWeek()
		return fmt.Sprintf("week %d", week)
	}
	return "to " + (p.To - 1).Time().Format("2 Jan")
}

// preHeader holds the actions, as many as fit.
func preHeader(actions []reports.Action, b *book) string {
	var parts []string
	for i, a := range actions {
		part := fmt.Sprintf("%d %s", i+1, a.Do)
		if a.Worth.Known {
			part += " (" + b.money(Money(a.Worth.Amount)) + ")"
		}
		parts = append(parts, part)
	}
	if len(parts) == 0 {
		return "Nothing to do this week"
	}
	for n := len(parts); n > 0; n-- {
		if s := strings.Join(parts[:n], " · "); utf8.RuneCountInString(s) <= mostPreHeader {
			return s
		}
	}
	return cutTo(parts[0], mostPreHeader)
}

// warning is the first thing read where figures cannot be relied on.
func (b *book) warning() string {
	if n := b.failed(); n > 0 {
		return fmt.Sprintf("%s failed: do not rely on these figures. See Method & data.%s", reports.Plural(n, "check", "checks"), prefixed(" ", b.gateWarning()))
	}
	if w := b.gateWarning(); w != "" {
		return w
	}
	at := b.newestAt()
	if at == 0 {
		return ""
	}
	if late := int64(b.r.Period.To - at.Day(b.zone())); late > 8 {
		return fmt.Sprintf("The newest record is %s older than the end of the period: a source may be late.", reports.Plural(late-1, "day", "days"))
	}
	return ""
}

func (b *book) checkWords() string {
	n, failed := len(b.checks()), b.failed()
	switch {
	case n == 0:
		return "no checks were made"
	case failed > 0:
		return fmt.Sprintf("%d of %s FAILED", failed, reports.Plural(n, "check", "checks"))
	}
	return lower(allOf(n, "check", "checks")) + " passed"
}

func (b *book) why(wb reports.Workbook) string {
	text := fmt.Sprintf("You get this because you are on the list of recipients of the %s report of %s (%s).", wb.Name, b.in.Company, b.r.Scope.Name())
	if b.in.Contact != "" {
		text += " Questions or a wrong number: " + b.in.Contact + "."
	}
	return text
}
