package metrics

import (
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// charged is where the cost pools of one window went.
type charged struct {
	in            Window
	pools         []*Pool // the six activities in order, then others by name
	months        int64   // months of the window with any pool
	nobody, left  transform.Costs
	total, unused Money
}

// activityWords are the words a cost pool may carry for each activity.
func activityWords() [activities][]string {
	return [activities][]string{
		handling:    {"handling", "order handling", "orders", "order", "order processing", "picking"},
		delivery:    {"delivery", "deliveries", "delivery drops", "shipping", "freight", "transport", "logistics"},
		visits:      {"visits", "visit", "rep visits", "sales visits", "field sales", "sales"},
		serviceDesk: {"service", "service desk", "calls", "support", "helpdesk", "help desk", "customer service"},
		returns:     {"returns", "return", "returns handling"},
		credit:      {"credit", "receivables", "credit control", "dunning"},
	}
}

// activityNames are the six activities as results name them.
func activityNames() [activities]string {
	return [activities]string{"handling", "delivery", "visits", "service", "returns", "credit"}
}

func activityOf(name string) int {
	name = strings.Join(strings.Fields(strings.NewReplacer("_", " ", "-", " ").Replace(strings.ToLower(name))), " ")
	for a, words := range activityWords() {
		if slices.Contains(words, name) {
			return a
		}
	}
	return activities
}

// gather adds up the ledger's pools of a window: months cut by days.
func (s *Set) gather(in Window) charged {
	c := charged{in: in}
	for _, name := range activityNames() {
		c.pools = append(c.pools, &Pool{Activity: name, Known: true})
	}
	var months []Day
	for i := range s.ledger.Costs {
		p := &s.ledger.Costs[i]
		month := Window{p.Month.Month(), p.Month.Month().AddMonths(1)}
		if in.overlap(month) == 0 {
			continue
		}
		months = append(months, month.From)
		to := c.poolOf(p.Activity)
		to.Amount += Money(in.prorated(p.Month, int64(p.Amount)))
		if p.Minutes.Known {
			to.Minutes = extract.Some(to.Minutes.Value + s.practical(in, p))
		}
	}
	slices.Sort(months)
	c.months = int64(len(slices.Compact(months)))
	slices.SortFunc(c.pools[activities:], func(a, b *Pool) int { return strings.Compare(a.Activity, b.Activity) })
	for _, p := range c.pools {
		c.total += p.Amount
	}
	return c
}

// practical returns the minutes of a pool that are really worked within a window.
func (s *Set) practical(in Window, p *extract.CostPool) extract.Decimal {
	return extract.Decimal(portion(in.prorated(p.Month, int64(p.Minutes.Value)), int64(s.rules.Practical), int64(extract.One)))
}

func (c *charged) poolOf(name string) *Pool {
	if a := activityOf(name); a < activities {
		return c.pools[a]
	}
	for _, p := range c.pools[activities:] {
		if p.Activity == name {
			return p
		}
	}
	p := &Pool{Activity: name}
	c.pools = append(c.pools, p)
	return p
}

// divide charges the used part of a pool by weights in minutes or events, the last
// two for nobody we know and for those left out. The rest is capacity nobody used,
// or, without anything to charge by, uncharged.
func (p *Pool) divide(unit Money, weights []int64) []Money {
	var total int64
	for _, w := range weights {
		total += w
	}
	p.Used = extract.Decimal(total)
	use := p.Amount
	switch {
	case p.Amount <= 0 || (total == 0 && !p.ByTime):
		use, p.Uncharged = 0, p.Amount
	case p.ByTime && extract.Decimal(total) < p.Minutes.Value:
		use = Money(portion(int64(p.Amount), total, int64(p.Minutes.Value)))
		p.Unused = p.Amount - use
	case p.ByTime:
		p.Overloaded = extract.Decimal(total) > p.Minutes.Value
	}
	shares := spread(use, unit, weights)
	p.settle(shares, use)
	return shares
}

// settle writes down who got what of the amount used.
func (p *Pool) settle(shares []Money, use Money) {
	n := len(shares) - 2
	p.Split = Split{Unassigned: shares[n], Excluded: shares[n+1], Rounding: use}
	for _, m := range shares[:n] {
		p.Customers += m
	}
	p.Rounding -= p.Customers + p.Unassigned + p.Excluded
}
