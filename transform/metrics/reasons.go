package metrics

import (
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// The words of Figures.Flags.
const (
	FlagNew       = "new"
	FlagLost      = "lost"
	FlagReturned  = "reactivated"
	FlagDeclining = "declining"
	FlagGrowing   = "growing"
	FlagSerial    = "serial"
	FlagLate      = "late_payer"
	FlagRefused   = "contact_refused"
	FlagLossMaker = "loss"

	// Of the year's customers who buy across and bring a loss, see CrossBuyers.
	FlagDemander  = "service_demander"
	FlagReverser  = "revenue_reverser"
	FlagMaximiser = "promotion_maximiser"
	FlagLimiter   = "spending_limiter"
)

// explain gives every customer flags, and every buying one the two first reasons
// that apply to worry about them.
func (s *Set) explain() {
	floor := s.floor()
	for _, l := range s.lives {
		r := l.row
		declining, growing := s.turned(r, floor)
		r.Flags = s.flags(l, declining, growing)
		if r.OrdersAll == 0 {
			continue
		}
		reasons := s.reasons(l, declining)
		r.Reason = reasons[0]
		if len(reasons) > 1 {
			r.Also = reasons[1]
		}
	}
}

func (s *Set) flags(l *life, declining, growing bool) string {
	r := l.row
	var words []string
	for _, f := range []struct {
		word string
		on   bool
	}{
		{FlagNew, len(l.days) > 0 && int(s.win.asOf-l.days[0]) <= s.rules.NewWindow},
		{FlagLost, r.State == transform.StateLost},
		{FlagReturned, returned(r.Journey)},
		{FlagDeclining, declining},
		{FlagGrowing, growing},
		{FlagSerial, r.Serial},
		{FlagLate, late(r.DaysToPay, r.DaysAgreed)},
		{FlagRefused, r.Consent == extract.ConsentRefused},
		{FlagLossMaker, r.Net.Known && r.Net.Value < 0},
		{l.crossing, l.crossing != "" && l.crossing != crossOther},
	} {
		if f.on {
			words = append(words, f.word)
		}
	}
	return strings.Join(words, " ")
}

// returned reports whether a customer came back within twelve months.
func returned(journey string) bool {
	year := journey[max(0, len(journey)-12):]
	return strings.ContainsRune(year, transform.StepReturned) || strings.ContainsRune(year, transform.StepBoth)
}

// late reports whether a customer pays more than five days later than agreed.
func late(actual extract.Opt[extract.Decimal], agreed extract.Opt[int64]) bool {
	return actual.Known && agreed.Known && actual.Value > extract.Decimal(agreed.Value+5)*extract.One
}

func (s *Set) reasons(l *life, declining bool) []string {
	r := l.row
	var out []string
	for _, x := range []struct {
		code string
		on   bool
	}{
		{transform.ReasonComplaint, r.OpenComplaints > 0 || r.Complaints >= 3},
		{transform.ReasonUnhappy, r.Detractor},
		{transform.ReasonOverdue, r.UsualGap.Known && 2*r.DaysSince.Value > 3*r.UsualGap.Value && r.DaysSince.Value > 30},
		{transform.ReasonShrinking, declining || (r.RecentBefore > 0 && 5*r.Recent < 3*r.RecentBefore)},
		{transform.ReasonContract, r.ContractEnds != 0 && r.ContractEnds <= s.win.asOf+Day(s.rules.Horizon)},
		{transform.ReasonLate, r.LateShipments >= 2 && 5*r.LateShipments >= r.Shipments},
		{transform.ReasonReturns, r.ReturnCount >= 2},
		{transform.ReasonUnanswered, r.Unanswered > 0},
		{transform.ReasonOneOrder, r.OrderDays == 1},
	} {
		if x.on {
			out = append(out, x.code)
		}
	}
	if len(out) == 0 {
		out = append(out, transform.ReasonQuiet)
	}
	return out
}

// hasFlag reports whether a row carries a word of Figures.Flags.
func hasFlag(r *transform.Figures, word string) bool {
	return strings.Contains(" "+r.Flags+" ", " "+word+" ")
}
