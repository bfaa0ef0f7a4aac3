package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
)

// fulfil judges every contract in force by what was bought against what is agreed
// pro rata, and by how it is paid. The row shows the largest contract.
func (s *Set) fulfil() {
	for _, l := range s.lives {
		for i := range l.contracts {
			s.fulfilOne(l, &l.contracts[i])
		}
		if len(l.contracts) == 0 {
			continue
		}
		k, r := &l.contracts[0], l.row
		r.ContractID, r.Contract, r.Agreed, r.Fulfilled = k.ID, k.Status, k.ProRata, k.Fulfilled
		r.BoughtSoFar, r.ContractEnds, r.DaysAgreed = extract.Some(k.Bought), k.Ends, k.DaysAgreed
	}
}

func (s *Set) fulfilOne(l *life, k *Contract) {
	k.Bought, k.Agreed, k.ProRata = s.cents(k.Bought), s.maybe(k.Agreed), s.maybe(k.ProRata)
	k.Forecast, k.Beyond = s.maybe(k.Forecast), s.maybe(k.Beyond)
	k.DaysActual, k.Margin = l.row.DaysToPay, l.row.Margin()
	if k.Agreed.Known && k.Forecast.Known {
		k.Short = extract.Some(max(0, k.Agreed.Value-k.Forecast.Value))
	}
	if k.ProRata.Known && k.ProRata.Value > 0 {
		k.Fulfilled = share(k.Bought, k.ProRata.Value)
		k.Gap = extract.Some(k.Bought - k.ProRata.Value)
	}
	k.Status = standing(k)
	if k.behind() {
		k.NotEarned = s.part(k.Discount, extract.Some(max(0, k.Bought)))
	}
}

// standing finds the word for a contract: nine tenths of what is agreed pro rata
// is met, three quarters are not yet a breach, more discount than agreed is one.
func standing(k *Contract) string {
	switch {
	case k.behind() && k.Fulfilled.Value < extract.One*75/100:
		return ContractBreach
	case k.Beyond.Known && k.Beyond.Value > 0:
		return ContractBreach
	case k.behind():
		return ContractBehind
	case late(k.DaysActual, k.DaysAgreed):
		return ContractLate
	}
	return ContractMet
}

// behind reports whether less was bought than meets the contract. In the first
// thirty days nobody can say.
func (k *Contract) behind() bool {
	return k.Forecast.Known && k.Fulfilled.Known && k.Fulfilled.Value < metFrom
}

// metFrom is the share of what is agreed pro rata that meets a contract.
const metFrom = extract.One * 90 / 100

func worse(status string) int {
	return slices.Index([]string{ContractBreach, ContractBehind, ContractLate, ContractMet}, status)
}

// contracts lists the contracts in force, worst first, then the largest gap.
func (c *cut) contracts() Contracts {
	var out Contracts
	var met, young int64
	for _, l := range c.lives {
		for _, k := range l.contracts {
			out.Rows = append(out.Rows, k)
			met += one(k.Status == ContractMet)
			out.Young.Of += one(k.Young)
			young += one(k.Young && k.Status == ContractMet)
			out.ForecastShort += k.Short.Value
			if k.behind() {
				out.Shortfall -= k.Gap.Value
			}
		}
	}
	slices.SortFunc(out.Rows, func(a, b Contract) int {
		return cmp.Or(cmp.Compare(worse(a.Status), worse(b.Status)), cmp.Compare(a.Gap.Value, b.Gap.Value),
			cmp.Compare(a.Customer, b.Customer), cmp.Compare(a.ID, b.ID))
	})
	out.Met, out.Young = rate(met, int64(len(out.Rows))), rate(young, out.Young.Of)
	return out
}
