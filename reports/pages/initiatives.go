package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

type graded = metrics.Graded

// initiativePage ranks the register, follows what has started, and shows themes with
// their money; where the register is empty it says what to fill in.
func (b *book) initiativePage() reports.Page {
	l := b.r.BottomLine
	board := reports.Board{Head: reports.Head{
		Tab: "Initiatives", Title: "Initiatives",
		Question: "Which pains and wants should we turn into action, and what is it worth?",
		Finding:  b.initiativeFinding(),
	}}
	add := func(blocks ...reports.Block) { board.Bands = append(board.Bands, blocks) }
	if len(l.Initiatives) > 0 {
		add(b.initiativeTable())
		add(b.initiativeChart(), b.rankingNotes())
		add(b.doubtTable())
		b.followBand(add)
	} else {
		add(b.themeChart(), b.rankingNotes())
	}
	if add(filledOr(b.themeTable())); len(b.worthy()) == 0 {
		add(filledOr(b.troubleTable(b.troubles())))
	}
	if len(l.Initiatives) == 0 {
		add(fillIn())
	}
	return board
}

// filledOr is a table, or its note alone where it has no lines: heads over nothing are read
// in vain.
func filledOr[R any](t reports.Table[R]) reports.Block {
	if len(t.Rows) > 0 {
		return t
	}
	return reports.Notes{Title: t.Title, Lines: []string{t.Note}}
}

// stakeWord is what money the stakes are of.
func (b *book) stakeWord() string {
	if b.r.BottomLine.Profit {
		return b.profitWord()
	}
	return "revenue"
}

func (b *book) initiativeFinding() string {
	l := b.r.BottomLine
	paying := 0
	for _, g := range l.Initiatives {
		if g.Known && g.Net > 0 {
			paying++
		}
	}
	n := len(l.Initiatives)
	switch {
	case n > 0 && paying == 0 && !b.company(): // cost is the company's, what it brings the scope's
		return fmt.Sprintf("None of %s is expected to pay for itself within a year by the customers of %s alone.", reports.Plural(n, "initiative", "initiatives"), b.r.Scope.Name())
	case n > 0 && paying == 0:
		return fmt.Sprintf("None of %s is expected to pay for itself within a year.", reports.Plural(n, "initiative", "initiatives"))
	case n > 0:
		return fmt.Sprintf("%d of %s expected to pay, by %s a year together, each customer counted once; %s.", paying, reports.Plural(n, "initiative is", "initiatives are"), b.money(l.Expected), b.initiativeMessage())
	case len(l.Themes) == 0 && len(b.troubles()) > 0:
		p := b.troubles()[0]
		return fmt.Sprintf("The register of initiatives is empty; what troubles customers most, read off their orders, is “%s” with %s a year at stake.", p.name, b.money(p.stake))
	case len(l.Themes) == 0:
		return "Nothing to rank yet: the register of initiatives is empty, and no theme is shared by enough customers; what to fill in stands below."
	}
	t := l.Themes[0]
	if t.Worth() <= 0 {
		return "The register of initiatives is empty, and no theme goes with fewer orders than customers alike place."
	}
	return fmt.Sprintf("The register of initiatives is empty; the largest theme is “%s” with %s a year at stake.", t.Name, b.money(t.Worth()))
}

func fillIn() reports.Notes {
	return reports.Notes{Title: "What to fill in", Lines: []string{
		"Write what you plan to do about a theme into the register “initiatives” of the configuration:",
		"theme (the words of the table above), wording (one sentence), pain or want, owner, chance that it works, cost once and each month, first step, day it started, and the customers it treats (a segment or a list).",
		"The next report ranks your initiatives by expected net value. It invents no wording, chance or cost.",
	}}
}

// amountRange writes two amounts.
func (b *book) amountRange(low, high Money, known bool) string {
	if !known {
		return ""
	}
	return b.money(low) + " to " + b.money(high)
}

func started(i Initiative) string {
	if i.Started == 0 {
		return ""
	}
	return plain(i.Started)
}
