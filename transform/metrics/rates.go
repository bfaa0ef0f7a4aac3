package metrics

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
)

// rates converts documents into the company's currency at their own date.
type rates struct {
	home string
	of   map[string][]extract.Rate // by currency, by first day
}

func newRates(home string, list []extract.Rate) rates {
	r := rates{home: home, of: map[string][]extract.Rate{}}
	for _, rate := range list {
		code := strings.ToUpper(rate.Currency)
		r.of[code] = append(r.of[code], rate)
	}
	for _, l := range r.of {
		slices.SortStableFunc(l, func(a, b extract.Rate) int {
			return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Source, b.Source), cmp.Compare(a.ID, b.ID))
		})
	}
	return r
}

// on returns the rate of a currency on a day, unknown where none holds yet. Codes
// are the same in small letters.
func (r rates) on(currency string, d Day) (extract.Decimal, bool) {
	currency = strings.ToUpper(currency)
	if currency == "" || currency == r.home {
		return extract.One, true
	}
	list := r.of[currency]
	i, _ := slices.BinarySearchFunc(list, d, func(x extract.Rate, d Day) int {
		if x.From <= d {
			return -1
		}
		return 1
	})
	if i == 0 {
		return 0, false
	}
	return list[i-1].Rate, true
}
