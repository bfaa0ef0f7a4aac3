package metrics

import (
	"math"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
	"clientele/transform/model/contract"
)

// held measures attrition of customers with contracts, who say goodbye.
func (c *cut) held() Held {
	var h Held
	var list []*holding
	for _, l := range c.lives {
		if l.holding != nil {
			list = append(list, l.holding)
		}
	}
	if len(list) == 0 {
		return h
	}
	h.Months = c.heldMonths(list)
	signal(h.Months)
	h.Drift = driftOf(h.Months)
	for _, x := range list {
		h.move(x, c.win.year.From, c.win.asOf)
	}
	h.Year = rate(h.Year.Part, h.Year.Of)
	c.roundHeld(&h)
	c.tenures(&h, list)
	return h
}

// heldMonths counts who came, left and returned under contract in each month.
func (c *cut) heldMonths(list []*holding) []AttritionMonth {
	out := make([]AttritionMonth, len(c.win.months))
	for i, w := range c.win.months {
		out[i] = AttritionMonth{Month: w.From, Partial: c.win.partial(w.From)}
		for _, h := range list {
			out[i].count(stepOf(h.terms[0].from, h.spans, w))
			out[i].Closing += one(activeIn(h.spans, w.To))
		}
	}
	return out
}

// monthlyLoss returns the mean share lost in a month, of the last twelve complete ones, and
// what share of all that makes in a year: who is lost in one month is not there to be
// lost in the next, so it is 1-(1-m)^12 and not twelve times m.
func monthlyLoss(months []AttritionMonth) (m, year extract.Opt[extract.Decimal]) {
	var lost, opening int64
	for _, x := range lastComplete(months, 12) {
		lost, opening = lost+x.Lost, opening+x.Opening
	}
	if opening == 0 {
		return m, year
	}
	share := float64(lost) / float64(opening)
	return decimal(share), decimal(1 - math.Pow(1-share, 12))
}

// move adds what became of one customer who was under contract a year ago.
func (h *Held) move(x *holding, from, to Day) {
	if !activeIn(x.spans, from) {
		return
	}
	stays := activeIn(x.spans, to)
	h.Year.Of++
	h.Year.Part += one(!stays)
	before := x.worthOn(from)
	if !before.Known || before.Value <= 0 {
		h.NoVolume++
		return
	}
	now := Money(0)
	if stays {
		now = max(0, x.worthOn(to).Value)
	}
	h.Volume.Customers++
	h.Volume.Before += before.Value
	h.Volume.Now += now
	h.Volume.Least += min(now, before.Value)
	switch {
	case !stays:
		h.Lapsed += before.Value
	case now < before.Value:
		h.Shrunk += before.Value - now
	default:
		h.Grown += now - before.Value
	}
}

// roundHeld rounds to the minor unit so that the lines still add up: what stayed is what
// the others leave.
func (c *cut) roundHeld(h *Held) {
	v := &h.Volume
	v.Before, h.Lapsed, h.Shrunk, h.Grown = c.cents(v.Before), c.cents(h.Lapsed), c.cents(h.Shrunk), c.cents(h.Grown)
	v.Least = v.Before - h.Lapsed - h.Shrunk
	v.Now = v.Least + h.Grown
}

// A year under contract in days.
const heldYear = 365

// yearsAhead is how many years beyond the longest contract are projected, and mostYears
// how many are shown.
const (
	yearsAhead = 3
	mostYears  = 10
)

// lapsePrior is the spread the chances of a lapse are taken to have before anything is
// seen, in log units: wide, see contract.FitSBG.
const lapsePrior = 3

// tenures says how long customers stay under contract: the curve with everybody counted
// who is still there, and a model of renewals that goes on beyond it.
func (c *cut) tenures(h *Held, list []*holding) {
	var lives []model.Life
	var seen []contract.Renewal
	for _, x := range list {
		days, ended := x.tenure(c.win.asOf)
		lives = append(lives, model.Life{Time: float64(max(0, days)), Ended: ended})
		seen = c.due(seen, x)
	}
	steps := model.KaplanMeier(lives)
	median, low, high := model.MedianLife(steps)
	h.Median, h.MedianLow, h.MedianHigh = decimal(median), decimal(low), decimal(high)
	h.Years = heldYears(seen, steps)
	c.project(h, seen)
}

// due adds the yearly renewals a customer has come up for: one is due on each
// anniversary of the first day, once its days of grace are over, and was missed by who
// was not under contract any more.
func (c *cut) due(seen []contract.Renewal, x *holding) []contract.Renewal {
	first := x.spans[0]
	for t := 1; ; t++ {
		judged := (first.from - 1).AddMonths(12*t) + renewalGrace + 1
		if judged > c.win.asOf {
			return seen
		}
		if len(seen) < t {
			seen = append(seen, contract.Renewal{})
		}
		seen[t-1].Due++
		if first.until <= judged {
			seen[t-1].Lost++
			return seen
		}
	}
}

func heldYears(seen []contract.Renewal, steps []model.Step) []HeldYear {
	var out []HeldYear
	for t := range min(len(seen)+yearsAhead, mostYears) {
		y := HeldYear{Year: int64(t + 1)}
		if t < len(seen) {
			y.Renewed = rate(seen[t].Due-seen[t].Lost, seen[t].Due)
			at := model.StepAt(steps, float64((t+1)*heldYear+renewalGrace))
			y.Survival, y.Low, y.High = decimal(at.Survival), decimal(at.Low), decimal(at.High)
		}
		out = append(out, y)
	}
	if len(seen) == 0 {
		return nil
	}
	return out
}

// project fits the renewals where two of them at least have been due, of enough
// customers: one alone does not tell whether chances differ.
func (c *cut) project(h *Held, seen []contract.Renewal) {
	h.Unprojected = ""
	switch {
	case len(seen) < 2:
		h.Unprojected = "nobody has come up for a second renewal yet"
		return
	case seen[0].Due < int64(c.rules.MinSample):
		h.Unprojected = "too few customers have come up for renewal"
		return
	}
	m, err := contract.FitSBG(seen, lapsePrior)
	if err != nil {
		h.Unprojected = err.Error()
		return
	}
	h.Alpha, h.Beta = decimal(m.Alpha), decimal(m.Beta)
	for i := range h.Years {
		y := &h.Years[i]
		y.Projected, y.Retention = decimal(m.Survival(float64(y.Year))), decimal(m.Retention(float64(y.Year)))
	}
}

// heldChecks ties what is under contract: who, month by month, and how much.
func heldChecks(h Held) []transform.Check {
	if len(h.Months) == 0 {
		return nil
	}
	checks := monthChecks("Customers under contract", h.Months)
	return append(checks, transform.Tie("Yearly volume under contract: a year ago - lapsed - shrunk + grown, and now of the same customers",
		h.Volume.Before-h.Lapsed-h.Shrunk+h.Grown, h.Volume.Now))
}
