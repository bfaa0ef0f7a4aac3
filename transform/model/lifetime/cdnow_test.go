package lifetime

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// shop is a set of customers cut at a day: what a model may see and what followed.
type shop struct {
	histories []History
	starts    []int32   // days from the first day of the data to the first order
	later     []float64 // order days after the cut
	spent     []float64 // mean value of a repeat order day, 0 without one
	before    []float64 // all they had spent by the cut
	bought    float64   // all that was spent after it
	weekly    []float64 // repeat order days by week from the first day of the data
}

// cdnow reads the 2,357 customers of the CD shop all papers use, cut on 30 September
// 1997 after 39 weeks; 39 more follow.
func cdnow(t testing.TB) shop {
	dir := os.Getenv("CLIENTELE_DATA")
	if dir == "" {
		t.Skip("CLIENTELE_DATA is not set: the published purchases are not here")
	}
	f, err := os.Open(filepath.Join(dir, "analytics", "CDNOW_sample.txt"))
	if err != nil {
		t.Skip("the published purchases are not here:", err)
	}
	defer f.Close()
	epoch := time.Date(1997, 1, 1, 0, 0, 0, 0, time.UTC)
	orders := map[string]map[int32]float64{}
	var names []string
	for lines := bufio.NewScanner(f); lines.Scan(); {
		w := strings.Fields(lines.Text())
		day, err := time.Parse("20060102", w[2])
		if err != nil {
			t.Fatal(err)
		}
		if orders[w[1]] == nil {
			orders[w[1]] = map[int32]float64{}
			names = append(names, w[1])
		}
		var value float64
		fmt.Sscan(w[4], &value)
		orders[w[1]][int32(day.Sub(epoch).Hours()/24)] += value
	}
	slices.Sort(names)
	end := int32(time.Date(1997, 9, 30, 0, 0, 0, 0, time.UTC).Sub(epoch).Hours() / 24)
	s := shop{weekly: make([]float64, 78)}
	for _, name := range names {
		s.cut(t, orders[name], end)
	}
	return s
}

// cut adds one customer, by the value of each of their order days.
func (s *shop) cut(t testing.TB, orders map[int32]float64, end int32) {
	var days []int32
	for day := range orders {
		days = append(days, day)
	}
	slices.Sort(days)
	h, err := Observe(days, end)
	if err != nil {
		t.Fatal(err)
	}
	spent, later, before := 0.0, 0.0, orders[days[0]]
	for _, day := range days[1:] {
		if day <= end {
			spent += orders[day] / float64(h.Repeats)
			before += orders[day]
		} else {
			later++
			s.bought += orders[day]
		}
		if week := int(day / 7); week < len(s.weekly) {
			s.weekly[week]++
		}
	}
	s.histories, s.starts = append(s.histories, h), append(s.starts, days[0])
	s.later, s.spent, s.before = append(s.later, later), append(s.spent, spent), append(s.before, before)
}

func group(t testing.TB, histories []History) *Patterns {
	p, err := Group(histories)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// summary reads the published repeats and mean values of the same customers.
func summary(t testing.TB) []Spend {
	f, err := os.Open(filepath.Join(os.Getenv("CLIENTELE_DATA"), "analytics", "cdnow_customers_summary_with_transactions.csv"))
	if err != nil {
		t.Skip("the published values are not here:", err)
	}
	defer f.Close()
	var all []Spend
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var id, last, age float64
		var s Spend
		if n, _ := fmt.Sscanf(lines.Text(), "%f,%d,%f,%f,%f", &id, &s.Orders, &last, &age, &s.Mean); n == 5 {
			all = append(all, s)
		}
	}
	return all
}
