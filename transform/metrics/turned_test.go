package metrics

import (
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// monthly returns a customer with one order in the middle of each of the 36 months to
// October 2026, worth what the function says of the month counted from the first.
func monthly(n int, worth func(month int) float64) transform.History {
	h := customer(n)
	for m := range 36 {
		o := order(1000*n+m, 0, worth(m))
		o.At = extract.InstantOf(extract.Date(2023, time.November, 15).AddMonths(m).Time().Add(12 * time.Hour))
		if worth(m) != 0 {
			h.Orders = append(h.Orders, o)
		}
	}
	return h
}

func TestACustomerTurnsInThreeMonths(t *testing.T) {
	noise := func(m int) float64 { return float64(10 * (m % 3)) }
	for _, c := range []struct {
		name  string
		worth func(m int) float64
		flag  string
		from  Day
	}{
		{"as ever", func(m int) float64 { return 300 + noise(m) }, "", 0},
		{"two thirds less since August", func(m int) float64 {
			if m >= 33 {
				return 100 + noise(m)
			}
			return 300 + noise(m)
		}, FlagDeclining, 0}, // three low months of 24 are too few to date
		{"half since January", func(m int) float64 {
			if m >= 26 {
				return 150 + noise(m)
			}
			return 300 + noise(m)
		}, FlagDeclining, extract.Date(2026, time.January, 1)},
		{"twice since March", func(m int) float64 {
			if m >= 28 {
				return 600 + noise(m)
			}
			return 300 + noise(m)
		}, FlagGrowing, extract.Date(2026, time.March, 1)},
		{"a season that comes every year", func(m int) float64 {
			if m%12 >= 9 {
				return 100 + noise(m)
			}
			return 300 + noise(m)
		}, "", 0},
		{"no more than a fifth less", func(m int) float64 {
			if m >= 33 {
				return 250 + noise(m)
			}
			return 300 + noise(m)
		}, "", 0},
		{"within what is usual with them", func(m int) float64 {
			if m >= 33 {
				return 200
			}
			return []float64{50, 500, 300, 20, 900, 100, 700}[m%7]
		}, "", 0},
		{"stopped in July, and still active", func(m int) float64 {
			if m >= 33 {
				return 0
			}
			return 300 + noise(m)
		}, FlagDeclining, 0},
		{"a small sum beside what others spend", func(m int) float64 {
			if m >= 33 {
				return 1
			}
			return 3
		}, "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			list := []transform.History{monthly(1, c.worth)}
			for i := range 9 {
				list = append(list, monthly(2+i, func(int) float64 { return 400 }))
			}
			r := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{}).Row(idOf(1))
			got := ""
			for _, f := range []string{FlagDeclining, FlagGrowing} {
				if hasFlag(r, f) {
					got = strings.TrimSpace(got + " " + f)
				}
			}
			same(t, "flag", got, c.flag)
			same(t, "changed from", r.ChangedFrom, c.from)
		})
	}
}

func TestWhoWasNotThereAllLastYearHasNotTurned(t *testing.T) {
	h := customer(1, 420, 400, 380, 40) // first order within last year's window
	r, _ := only(t, h, transform.Ledger{}, Defaults())
	same(t, "comparable", r.Comparable, false)
	same(t, "declining", hasFlag(r, FlagDeclining) || hasFlag(r, FlagGrowing), false)
}
