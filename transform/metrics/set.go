package metrics

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// A Set folds histories into every metric. Sets of the same period, ledger and
// rules can fold parts of the customers side by side and be merged: the results
// do not depend on how customers were divided or in what order they came.
type Set struct {
	fold
	lives       []*life // customers
	nobody      []*life // documents of nobody we know
	left        []*life // customers left out of every figure
	costs       charged // twelve months
	costed      charged // the twelve before
	risk        RiskModel
	kept        []Retention
	forecast    forecast
	byLimits    bool // recency and frequency were scored by fixed limits
	cross       crossed
	finished    bool
	gaps        map[themeKey]*measured
	compared    int64 // customers the gaps are measured on
	profitKnown bool  // of somebody who bought
}

// base is what all parts of a fold share and none changes.
type base struct {
	period transform.Period
	ledger *transform.Ledger
	rules  Rules
	zone   *time.Location
	win    windows
	rates  rates
	goods  *catalogue
	staff  staff

	campaignAt map[extract.Ref]int32 // places in the ledger
}

// fold is what adding histories changes, besides the list of lives.
type fold struct {
	*base
	times  times
	data   tally
	people shelf[life]
	rows   shelf[transform.Figures]
}

func newFold(b *base) fold {
	return fold{base: b, times: times{}, people: shelf[life]{piece: livesOnShelf}, rows: shelf[transform.Figures]{piece: rowsOnShelf}}
}

// New returns an empty set for a period. The period's end is the as-of day:
// documents dated on it or later are counted and left out.
func New(period transform.Period, ledger *transform.Ledger, rules Rules) *Set {
	if rules.Zone == nil {
		rules.Zone = time.UTC
	}
	if rules.NewWindow == 0 {
		rules.NewWindow = 365
	}
	return &Set{fold: newFold(&base{
		period: period, ledger: ledger, rules: rules, zone: rules.Zone, win: newWindows(period),
		rates: newRates(rules.Currency, ledger.Rates), goods: newCatalogue(ledger.Products, rules), staff: newStaff(ledger.Reps),
		campaignAt: places(ledger.Campaigns),
	})}
}

// Part returns an empty set to fold another part of the customers with; it shares
// what is only read.
func (s *Set) Part() *Set { return &Set{fold: newFold(s.base)} }

// errFinished says that a set was used after Finish.
var errFinished = errors.New("the figures are finished already: start a new set")

// Add folds one history in. It keeps nothing of it but texts.
func (s *Set) Add(h *transform.History) error {
	if s.finished {
		return errFinished
	}
	l, err := s.condense(h)
	if err != nil {
		return fmt.Errorf("measure customer %q: %w", h.Customer.ID, err)
	}
	switch {
	case h.Unassigned():
		l.squeeze(&s.win) // profit by days is of customers
		s.nobody = append(s.nobody, l)
	case h.Customer.Excluded():
		s.data.Excluded++
		l.squeeze(&s.win)
		s.left = append(s.left, l)
	default:
		s.data.Customers++
		s.lives = append(s.lives, l)
	}
	return nil
}

// Merge adds what another part has folded. The other must not be used any more.
func (s *Set) Merge(other *Set) {
	s.lives = append(s.lives, other.lives...)
	s.nobody = append(s.nobody, other.nobody...)
	s.left = append(s.left, other.left...)
	s.times.merge(other.times)
	s.data.merge(&other.data)
}

// Finish computes what needs all customers: rounding, shares of cost pools,
// scores, risks, expectations. It fails on rules that make no sense and on a
// customer added twice.
func (s *Set) Finish() error {
	if s.finished {
		return errFinished
	}
	if err := s.rules.Check(); err != nil {
		return fmt.Errorf("check the rules of the metrics: %w", err)
	}
	if err := s.sort(); err != nil {
		return err
	}
	s.finished = true
	s.round()
	s.charge()
	s.allot()
	s.net()
	s.households()
	s.score()
	s.judge()
	s.climb()
	s.foresee()
	s.complain()
	s.fulfil()
	s.expect() // after what contracts agree
	s.across()
	s.associate() // after net profit, risk and complaints, which say whom to spare
	s.explain()
	s.compare()
	return nil
}

// sort puts customers in order of id, so that nothing depends on the order they
// were added in.
func (s *Set) sort() error {
	slices.SortFunc(s.lives, func(a, b *life) int { return cmp.Compare(a.row.ID, b.row.ID) })
	for i := 1; i < len(s.lives); i++ {
		if id := s.lives[i].row.ID; id == s.lives[i-1].row.ID {
			return fmt.Errorf("customer %s was added twice: hand in one history for each customer", id)
		}
	}
	return nil
}
