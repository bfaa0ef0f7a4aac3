package race

import (
	"bufio"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// shop reads the 2,357 customers of the CD shop, in days from 1 January 1997.
func shop(t testing.TB) []Customer {
	dir := os.Getenv("CLIENTELE_DATA")
	if dir == "" {
		t.Skip("CLIENTELE_DATA is not set: the published purchases are not here")
	}
	f, err := os.Open(filepath.Join(dir, "analytics", "CDNOW_sample.txt"))
	if err != nil {
		t.Skip("the published purchases are not here:", err)
	}
	defer f.Close()
	var all []Customer
	last := ""
	for lines := bufio.NewScanner(f); lines.Scan(); {
		w := strings.Fields(lines.Text())
		day, err := time.Parse("20060102", w[2])
		if err != nil {
			t.Fatal(err)
		}
		if w[1] != last {
			all, last = append(all, nil), w[1]
		}
		all[len(all)-1] = append(all[len(all)-1], int32(day.Sub(time.Date(1997, 1, 1, 0, 0, 0, 0, time.UTC)).Hours()/24))
	}
	for _, c := range all {
		slices.Sort(c)
	}
	return all
}

func TestRaceOnThePublishedPurchasesIsWonByAModelAndTold(t *testing.T) {
	end := int32(time.Date(1998, 6, 30, 0, 0, 0, 0, time.UTC).Sub(time.Date(1997, 1, 1, 0, 0, 0, 0, time.UTC)).Hours() / 24)
	r, err := Run(shop(t), end, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range append(slices.Clone(r.Choice), r.Next...) {
		t.Logf("%-62s %8.1f %8.1f %+7.1f%% MAE %.4f RMSE %.4f AUC %.3f %s", s.Name, s.Expected, s.Came, 100*s.Error(), s.MAE, s.RMSE, s.AUC, s.Failed)
	}
	if r.Weeks != 13 || len(r.Choice) != 7 || r.Estimate == nil || len(r.Seen) != 2357 {
		t.Errorf("%d weeks, %d contestants, won by %s", r.Weeks, len(r.Choice), r.Winner)
	}
	for _, s := range r.Next[1:] {
		if s.RMSE < r.Next[0].RMSE-.01 {
			t.Errorf("%s, RMSE %.4f, was clearly better on the next than the winner, %.4f", s.Name, s.RMSE, r.Next[0].RMSE)
		}
	}
	if e := r.Next[0].Error(); math.Abs(e) > .3 { // fewer and fewer bought; the plain rules miss by 22 to 72 %
		t.Errorf("the total was missed by %.0f %%", 100*e)
	}
}

func TestRaceIsTheSameOnAnyNumberOfProcessors(t *testing.T) {
	all := crowd(1, 2000, 1200)
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	one, err := Run(all, 1200, nil)
	runtime.GOMAXPROCS(4)
	four, errToo := Run(all, 1200, nil)
	if err != nil || errToo != nil {
		t.Fatal(err, errToo)
	}
	if fmt.Sprint(one.Choice) != fmt.Sprint(four.Choice) || !reflect.DeepEqual(one.Tenths, four.Tenths) || !reflect.DeepEqual(one.Tracks, four.Tracks) { // a slope may be NaN
		t.Errorf("%+v\n%+v", one.Choice, four.Choice)
	}
}

// crowd is customers who order at rates of their own and leave at some time.
func crowd(seed uint64, n int, end int32) []Customer {
	rng := rand.New(rand.NewPCG(seed, 3))
	all := make([]Customer, n)
	for i := range all {
		day := rng.Float64() * float64(end) * .8
		rate, leaves := rng.ExpFloat64()/40, day+rng.ExpFloat64()*float64(end)/2
		for ; day < min(leaves, float64(end)); day += rng.ExpFloat64() / rate {
			all[i] = append(all[i], int32(day))
		}
	}
	return all
}

func TestSteadyCustomersAreForecastWell(t *testing.T) {
	all := make([]Customer, 300)
	for i := range all {
		every := int32(10 + i%5*20)
		for day := int32(i % 10); day < 1100; day += every {
			all[i] = append(all[i], day)
		}
	}
	r, err := Run(all, 1100, nil)
	if err != nil {
		t.Fatal(err)
	}
	if e := r.Next[0].Error(); math.Abs(e) > .03 || r.Next[0].MAE > 1 {
		t.Errorf("%s missed clockwork by %.1f %%: %+v", r.Winner, 100*e, r.Next[0])
	}
}

func TestThinDataIsNoRaceAndSaysWhy(t *testing.T) {
	once := make([]Customer, 100)
	for i := range once {
		once[i] = Customer{int32(i)}
	}
	for words, in := range map[string]struct {
		all []Customer
		end int32
	}{
		"orders reach 0 weeks back":  {nil, 10},
		"orders reach 20 weeks back": {crowd(1, 500, 140), 140},
		"had ordered 26 weeks ago":   {crowd(1, 30, 1200), 1200},
		"only 0 had ordered again":   {once, 1200},
	} {
		_, err := Run(in.all, in.end, nil)
		if !errors.Is(err, ErrThin) || !strings.Contains(err.Error(), words) {
			t.Errorf("%v, want %q", err, words)
		}
	}
}

func TestOddCustomersNeitherStopNorRunWild(t *testing.T) {
	daily := make([]Customer, 200)
	for i := range daily {
		for day := int32(0); day < 1100; day++ {
			daily[i] = append(daily[i], day)
		}
	}
	for name, all := range map[string][]Customer{
		"daily buyers":           daily,
		"one giant among many":   append(crowd(2, 300, 1100), daily[0]),
		"orders beyond the end":  crowd(3, 300, 2000),
		"empty and later people": append(crowd(4, 300, 1100), nil, Customer{5000}),
	} {
		r, err := Run(all, 1100, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, s := range r.Seen {
			e, p := r.Forecast.Expected(s, 52), r.Forecast.ProbOrder(s, 52)
			if !(e >= 0 && e <= 400) || !(p >= 0 && p <= 1) {
				t.Fatalf("%s: %s expects %v with %v of %+v", name, r.Winner, e, p, s)
			}
		}
	}
}

func TestDaysOutOfOrderAreAnErrorThatNamesTheCustomer(t *testing.T) {
	all := append(crowd(1, 100, 1100), Customer{5, 3})
	if _, err := Run(all, 1100, nil); err == nil || !strings.Contains(err.Error(), "customer 101 of 101") {
		t.Error(err)
	}
}

// BenchmarkRun is the race over many customers beside one fit of BG/NBD.
func BenchmarkRun(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		all := crowd(1, n, 1200)
		b.Run(fmt.Sprint("customers", n), func(b *testing.B) {
			for b.Loop() {
				if _, err := Run(all, 1200, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestAPlainRuleCountsLessBeyondTheHorizonItWasTestedOn(t *testing.T) {
	always := func(Seen) float64 { return 2 }
	for _, c := range []struct{ share, weeks, want float64 }{
		{.5, 13, 26}, {1, 39, 78}, {0, 39, 26}, {.5, 26, 26 + 2*13*.5/math.Ln2},
	} {
		if got := (rule{always, 13, c.share}).Expected(Seen{}, c.weeks); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("share %v, %v weeks: %v, want %v", c.share, c.weeks, got, c.want)
		}
	}
}

func TestSumsAheadAreThoseOfEachCustomer(t *testing.T) {
	r, err := Run(crowd(1, 400, 1200), 1200, nil)
	if err != nil {
		t.Fatal(err)
	}
	sums := r.Ahead([]float64{13, 52}, []float64{.25, .75})
	for i, s := range r.Seen {
		want := .25*r.Forecast.Expected(s, 13) + .75*r.Forecast.Expected(s, 52)
		if math.Abs(sums[i]-want) > 1e-12*(1+want) {
			t.Fatalf("customer %d: %v, want %v", r.Of[i], sums[i], want)
		}
	}
}

func TestOfVeryManyCustomersAnEvenPartRunsAndAllAreForecast(t *testing.T) {
	few := crowd(1, 997, 1200) // no number goes into it: the part is of all of them
	var many []Customer
	for range MostRaced/len(few) + 6 {
		many = append(many, few...)
	}
	r, err := Run(many, 1200, nil)
	if err != nil {
		t.Fatal(err)
	}
	if r.Raced > MostRaced || len(r.Seen) <= MostRaced || len(r.Ahead([]float64{52}, []float64{1})) != len(r.Seen) {
		t.Errorf("%d ran, %d are forecast", r.Raced, len(r.Seen))
	}
	one, err := Run(few, 1200, nil)
	if err != nil {
		t.Fatal(err)
	}
	if one.Winner != r.Winner || math.Abs(one.Next[0].RMSE/r.Next[0].RMSE-1) > .05 {
		t.Errorf("%s, RMSE %v; of each once %s, %v", r.Winner, r.Next[0].RMSE, one.Winner, one.Next[0].RMSE)
	}
}
