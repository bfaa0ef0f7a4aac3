package lifetime

import (
	"errors"
	"math"
	"strings"
	"testing"

	"clientele/transform/model/fit"
)

func TestObserve(t *testing.T) {
	for _, c := range []struct {
		name string
		days []int32
		end  int32
		want History
	}{
		{"one order has no repeat", []int32{10}, 30, History{0, 0, 20}},
		{"orders of one day are one", []int32{10, 10, 10, 17, 17}, 30, History{1, 7, 20}},
		{"the last day counts", []int32{10, 30}, 30, History{1, 20, 20}},
		{"the day after does not", []int32{10, 31}, 30, History{0, 0, 20}},
		{"days may lie before the origin", []int32{-100, -50}, -40, History{1, 50, 60}},
		{"bought today", []int32{30}, 30, History{0, 0, 0}},
	} {
		if h, err := Observe(c.days, c.end); err != nil || h != c.want {
			t.Errorf("%s: %+v, %v", c.name, h, err)
		}
	}
	if _, err := Observe([]int32{40}, 30); !errors.Is(err, ErrNoOrder) {
		t.Error(err)
	}
	if _, err := Observe(nil, 30); !errors.Is(err, ErrNoOrder) {
		t.Error(err)
	}
	if _, err := Observe([]int32{9, 5}, 30); err == nil || !strings.Contains(err.Error(), "ascend") {
		t.Error(err)
	}
}

func TestHistoriesNobodyCanHaveAreNamed(t *testing.T) {
	for _, h := range []History{{1, 8, 7}, {8, 7, 9}, {0, 3, 9}, {-1, 0, 9}, {0, 0, -1}, {0, -2, 5}, {0, 0, MaxDays + 1}, {math.MaxInt32, math.MaxInt32, math.MaxInt32}} {
		if _, err := Group([]History{{0, 0, 5}, h}); err == nil || !strings.Contains(err.Error(), "customer 2 of 2") {
			t.Errorf("%+v: %v", h, err)
		}
	}
	if _, err := Group(nil); !errors.Is(err, ErrNoCustomers) {
		t.Error(err)
	}
	if _, err := BGNBD().Fit(group(t, make([]History, 10))); !errors.Is(err, ErrNoTime) {
		t.Error(err)
	}
}

func TestGroupKeepsWhoHasWhichHistory(t *testing.T) {
	histories := []History{{1, 5, 9}, {0, 0, 3}, {1, 5, 9}, {0, 0, 9}, {1, 2, 9}, {0, 0, 3}}
	p := group(t, histories)
	want := []Pattern{{History{0, 0, 3}, 2}, {History{0, 0, 9}, 1}, {History{1, 2, 9}, 1}, {History{1, 5, 9}, 2}}
	if len(p.Rows) != len(want) || p.Customers() != 6 || p.MaxAge != 9 {
		t.Fatalf("%+v", p)
	}
	for i, w := range want {
		if p.Rows[i] != w {
			t.Errorf("row %d: %+v, want %+v", i, p.Rows[i], w)
		}
	}
	id := func(h History) float64 { return float64(h.Repeats*10000 + h.Last*100 + h.Age) }
	sum := 0.0
	for i, v := range p.Each(id) {
		if v != id(histories[i]) {
			t.Errorf("customer %d: %v", i, v)
		}
		sum += v
	}
	if p.Total(id) != sum {
		t.Errorf("total %v, want %v", p.Total(id), sum)
	}
}

// An estimate without a prior may lie at infinity: of customers who never leave.
func TestMaximumLikelihoodSaysWhereThereIsNone(t *testing.T) {
	alike := make([]History, 200)
	for i := range alike {
		alike[i] = History{10, 100, 100}
	}
	p := group(t, alike)
	if e, err := BGNBD().MaximumLikelihood(p); !errors.Is(err, fit.ErrNotConverged) || !strings.Contains(err.Error(), "BG/NBD to 200 customers") {
		t.Errorf("%+v, %v", e.Parameters, err)
	}
	if _, err := BGNBD().Fit(p); err != nil {
		t.Error(err)
	}
}

func TestTrackingAddsUpWhatEachCustomerIsExpectedToDo(t *testing.T) {
	got := Tracking(func(weeks float64) float64 { return weeks * weeks }, []int32{0, 7, 10, 100}, 3)
	for i, want := range []float64{1, 4 + 1 + 16./49, 9 + 4 + 121./49} {
		if math.Abs(got[i]-want) > 1e-12 {
			t.Errorf("week %d: %v, want %v", i+1, got[i], want)
		}
	}
}

func TestByRepeatsTakesTheMeanOfEachNumber(t *testing.T) {
	got := ByRepeats([]History{{0, 0, 9}, {1, 1, 9}, {2, 3, 9}, {3, 3, 9}}, []float64{1, 2, 3, 5}, []float64{0, 1, 2, 4}, 2)
	want := []Share{{0, 1, 1, 0}, {1, 1, 2, 1}, {2, 2, 4, 3}}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%+v, want %+v", got[i], want[i])
		}
	}
}
