package pages

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// How many of the largest falls and gains are listed.
const (
	mostFalls = 120
	mostGains = 60
)

func change(r row) Money { return r.Revenue - r.RevenueBefore }
func fall(r row) Money   { return r.RevenueBefore - r.Revenue }

func falling(r row) bool {
	return (r.Move == transform.MoveDeclining || r.Move == transform.MoveLost) && change(r) < 0
}

// falls are the accounts that fell, the largest fall first.
func (b *book) falls() []row { return largest(b.where(falling), fall) }

func gaining(r row) bool {
	return (r.Move == transform.MoveGrowing || r.Move == transform.MoveReturned) && change(r) > 0
}

// movers lists the accounts that shrink or grow most, falls first.
func (b *book) movers() reports.Page {
	falls, gains := b.falls(), largest(b.where(gaining), change)
	rows := append(b.listedFalls(falls), first(gains, mostGains)...)
	late := slices.DeleteFunc(b.others(rows), func(r row) bool { return !flagged(r, metrics.FlagDeclining) || falling(r) || gaining(r) })
	rows = append(rows, late...)
	t := b.table("Movers", b.moverColumns(), rows, len(falls)+len(gains)+len(late), "Other and new customers")
	t.Note = "New customers are not listed: they have no last year to move from. Last come accounts that decline only now: their 12 months do not show it yet."
	return reports.List[row]{
		Head: reports.Head{
			Tab: "Movers", Title: "Movers",
			Question: "Which accounts shrink or grow, and why?",
			Finding:  b.moversFinding(falls, gains),
		},
		Table: t,
	}
}

// moversFinding weighs all falls against all gains.
func (b *book) moversFinding(falls, gains []row) string {
	if len(falls)+len(gains) == 0 {
		return "No customer's revenue moved against last year."
	}
	var moves, listed []string
	if n := len(falls); n > 0 {
		moves = append(moves, fmt.Sprintf("%s fell by %s in all", reports.Plural(n, "account", "accounts"), b.money(sum(falls, fall))))
		listed = append(listed, fmt.Sprintf("%d largest falls", min(n, mostFalls)))
		if more := len(b.listedFalls(falls)) - mostFalls; more > 0 {
			listed[0] = fmt.Sprintf("%d largest falls, %d more of customers who still buy", mostFalls, more)
		}
	}
	if n := len(gains); n > 0 {
		who := reports.Thousands(n)
		if len(moves) == 0 {
			who = reports.Plural(n, "account", "accounts")
		}
		moves = append(moves, fmt.Sprintf("%s gained %s", who, b.money(sum(gains, change))))
		listed = append(listed, fmt.Sprintf("%d largest gains", min(n, mostGains)))
	}
	text := capital(strings.Join(moves, " and "))
	if len(falls) > mostFalls || len(gains) > mostGains {
		text += "; the " + strings.Join(listed, " and ") + " are listed"
	}
	if n := len(b.where(func(r row) bool { return flagged(r, metrics.FlagDeclining) })); n > 0 {
		text += fmt.Sprintf("; %s clearly less in the last 3 months than a year ago", reports.Plural(n, "account bought", "accounts bought"))
	}
	return text + "."
}

func direction(r row) string {
	switch r.Move {
	case transform.MoveLost:
		return "Lost"
	case transform.MoveDeclining:
		return "Falling"
	case transform.MoveGrowing:
		return "Growing"
	case transform.MoveReturned:
		return "Returned"
	}
	return ""
}

func (b *book) moverColumns() []reports.Column[row] {
	cols := []reports.Column[row]{
		colCustomer(),
		reports.Text("Direction", "How revenue moved against the 12 months before: Lost, Falling, Growing, Returned.", direction).
			GoodWords("Growing", "Returned").BadWords("Lost", "Falling").NoTotal(),
		colTerritory(), colRep(), colRevenue(), colBefore(),
		reports.DeltaMoney("Change", "Revenue less revenue of the 12 months before.", change).Bold().Sum(),
		colGrowth(),
		reports.DeltaPercentIf("Last 3 months vs last year", "Revenue of the last 3 months against the same 3 a year ago; blank where it is more than ten times as much: those were next to nothing.", recently),
		reports.Text("Beyond chance", "Whether the last 3 months differ from the same 3 a year ago by more than a small sum, a fifth, and chance: Declining or Growing.", turned).
			GoodWords(turnedUp).BadWords(turnedDown).NoTotal(),
		reports.Month("Since", "The month from which revenue is at another level (Pettitt 1979); blank where no month stands out.", turnedFrom).NoTotal(),
	}
	if b.profitable() {
		cols = append(cols, b.colProfit())
	}
	if b.hasProducts() {
		cols = append(cols, reports.Text("Largest category", "Product category with the most revenue in 12 months.",
			func(r row) string { return r.LargestCategory }).NoTotal())
	}
	cols = append(cols, b.colRisk())
	if b.judged() {
		cols = append(cols, b.colStake())
	}
	return append(cols,
		reports.Wrap("Likely reason", "The first thing recorded that may explain it; an association, no proof.",
			func(r row) string { return b.moverReason(r) }).Width(30).NoTotal(),
		reports.Wrap("Next step", "What to do first.", moverStep).Width(28).NoTotal())
}

// recently is the change of the last three months, unknown where they are set beside
// next to nothing: 5,000 % of a single small order says nothing.
func recently(r row) (float64, bool) {
	x, ok := growth(r.Recent, r.RecentBefore)
	return x, ok && x <= 9
}

// The words for accounts whose last three months are beyond chance.
const (
	turnedDown = "Declining"
	turnedUp   = "Growing"
)

func turned(r row) string {
	switch {
	case flagged(r, metrics.FlagDeclining):
		return turnedDown
	case flagged(r, metrics.FlagGrowing):
		return turnedUp
	}
	return ""
}

// flagged reports whether a row carries one of the words of its flags.
func flagged(r row, word string) bool { return slices.Contains(strings.Fields(r.Flags), word) }

func turnedFrom(r row) (month time.Time) {
	if r.ChangedFrom != 0 {
		month = r.ChangedFrom.Time()
	}
	return month
}

func (b *book) moverReason(r row) string {
	switch {
	case !falling(r):
		return ""
	case creditedOnly(r):
		return fmt.Sprintf("Credit notes of %s; bought no less", b.money(r.Credited))
	case r.Revenue < 0:
		return fmt.Sprintf("Credit notes of %s, more than they bought", b.money(r.Credited))
	}
	return b.reason(r.Reason, r)
}

func moverStep(r row) string {
	switch {
	case r.Move == transform.MoveLost:
		return "Ask why they stopped buying"
	case falling(r) && (creditedOnly(r) || r.Revenue < 0):
		return "Settle what was credited, then sell again"
	case falling(r) && r.Reason != "":
		return nextStep(r.Reason)
	case falling(r):
		return nextStep(transform.ReasonShrinking)
	}
	return "Ask what else they need"
}

// colStake is what the leaving of those who still buy would cost.
func (b *book) colStake() reports.Column[row] {
	return reports.MoneyIf(capital(b.stakeWords()), "Risk times "+b.nextWord()+" of 12 months, of active customers, not below zero.",
		func(r row) (Money, bool) { return b.stake(r), r.Active && r.Risk.Known }).Sum().NoTotal()
}
