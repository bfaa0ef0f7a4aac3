package metrics

import (
	"slices"

	"clientele/transform"
)

// A life is one customer's history condensed to what the metrics need. Its row
// holds display fields and counts from the start; money enters it when the fold
// is finished.
type life struct {
	row        *transform.Figures // apart, because it outlives the rest
	days       []Day              // distinct order days, ascending
	full       []Day              // of orders that are no trial
	trial      bool               // a trial order or a quote
	reachable  bool               // has an e-mail address and has not refused to be written to
	spared     int8               // why nothing is offered
	wasSegment int8               // number of the segment a year ago, 0 for who had not ordered
	known      Day                // first day anything is recorded of them, 0 if never
	quoted     Day                // first day of a quote or an order, 0 if none
	leave      Day                // the day they left by their own word, without an order since
	active     []active

	all, year, before    sum
	firstDay             Money  // purchases of the first order day
	foreseen             int32  // place in the forecast, from 1; 0 is none
	since                *since // nil who bought nothing that lately
	period, periodBefore Money  // net
	recent, recentBefore Money  // net

	months       []monthSum  // ascending, to date
	buys         []buy       // by category
	periodOrders int32       // orders of the period
	wrongGoods   int32       // goods back damaged or wrong, of twelve months
	offLines     Money       // revenue of twelve months that no line explains
	abroad       [2]fraction // orders shipped abroad, of those with a country: of twelve months, of the twelve before
	again        []Day       // of the same two, days of further orders on a day
	slots        []slot      // ascending, where anything happened
	paid         payments

	costsBefore transform.Costs // of the twelve months before
	tickets     []contact       // of both twelve months
	open        [2]int32        // contacts open at the end of each
	selling     *[2]selling     // calls of reps in each, nil who was not called
	answers     []opinion
	said        []said     // of a questionnaire, the last round of each question and the one before
	signs       []sign     // of pains and wants
	now         []themeKey // themes shown as of the as-of day
	wants       []want     // asked for within two years, and stated in a questionnaire
	contracts   []Contract
	holding     *holding // nil who never had a contract
	prospects   []Prospect
	enquired    []wait
	decided     []decision
	replies     []reply
	wishes      []wish
	mailed      approached
	choices     []choice
	crossing    string // kind of cross-buyer that loses money

	first, next int32 // category bought first, and first of what was new later; from 1, 0 is none
}

// active is a span in which the customer counts as active: from the day after an
// order, as of any day up to but not including Until.
type active struct{ from, until Day }

// A monthSum is one calendar month with sales, or the part of one that begins with
// a window.
type monthSum struct {
	from   Day
	orders int32
	net    Money
	gross  Money
}

// A buy is one category's share of a customer's purchases.
type buy struct {
	category             int32
	net, before          Money
	gross, covered       Money
	thisYear, yearBefore bool
	back                 bool // some of it was taken back
}

// take adds a sale to every window it falls into.
func (l *life) take(s *sale, w *windows) {
	l.all.add(s)
	switch {
	case w.year.Has(s.day):
		l.year.add(s)
	case w.before.Has(s.day):
		l.before.add(s)
	}
	for _, p := range []struct {
		in Window
		to *Money
	}{{w.recent, &l.recent}, {w.recentBefore, &l.recentBefore}, {w.period, &l.period}, {w.periodBefore, &l.periodBefore}} {
		if p.in.Has(s.day) {
			*p.to += s.net
		}
	}
	if !s.credit && w.period.Has(s.day) {
		l.periodOrders++
	}
	l.recall(s, &w.pasts)
	m := s.day.Month()
	for _, edge := range []Day{w.before.From, w.year.From} {
		if edge <= s.day {
			m = max(m, edge)
		}
	}
	if n := len(l.months); n == 0 || l.months[n-1].from != m {
		l.months = append(l.months, monthSum{from: m})
	}
	at := &l.months[len(l.months)-1]
	at.net += s.net
	at.gross += s.gross()
	if i := w.slotOf(s.day); i >= 0 {
		l.slot(i).gross += s.gross()
	}
	if s.credit {
		return
	}
	at.orders++
	if n := len(l.days); n == 0 || l.days[n-1] != s.day {
		l.days = append(l.days, s.day)
	}
	if len(l.days) == 1 {
		l.firstDay += s.net
	}
}

// buyLines spreads a sale over categories. What no line explains is kept apart.
func (l *life) buyLines(s *sale, w *windows) {
	inYear, inBefore := w.year.Has(s.day), w.before.Has(s.day)
	if !inYear && !inBefore {
		return
	}
	rest := s.net
	for i := range s.parts {
		p := &s.parts[i]
		b := l.buyOf(p.category)
		rest -= p.net
		b.back = b.back || !p.bought && p.net < 0
		if inBefore {
			b.before += p.net
			b.yearBefore = b.yearBefore || p.bought
			continue
		}
		b.net += p.net
		b.thisYear = b.thisYear || p.bought
		if p.goods.Known {
			b.covered += p.net
			b.gross += p.net - p.goods.Value
		}
	}
	if inYear {
		l.offLines += rest
	}
}

// keptOnly takes categories off of which everything was taken back.
func (l *life) keptOnly() {
	for i := range l.buys {
		b := &l.buys[i]
		b.thisYear = b.thisYear && (!b.back || b.net > 0)
		b.yearBefore = b.yearBefore && (!b.back || b.before > 0)
	}
}

func (l *life) buyOf(category int32) *buy {
	i, found := slices.BinarySearchFunc(l.buys, category, func(b buy, c int32) int { return int(b.category - c) })
	if !found {
		l.buys = slices.Insert(l.buys, i, buy{category: category})
	}
	return &l.buys[i]
}
