package metrics

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model/contract"
	"clientele/transform/model/lifetime"
	"clientele/transform/model/race"
)

func TestTheDiscountedSumIsThatOfEveryMonth(t *testing.T) {
	models := map[string]lifetime.Model{
		"Pareto": lifetime.ParetoNBD{R: .553, Alpha: 10.578, S: .606, Beta: 11.669},
		"quick":  lifetime.ParetoNBD{R: .8, Alpha: .5, S: 2.5, Beta: 4},
	}
	for name, m := range models {
		for _, months := range []int{1, 7, 12, 36, 120} {
			for _, h := range []lifetime.History{{}, {Repeats: 2, Last: 213, Age: 272}, {Repeats: 30, Last: 1000, Age: 1010}, {Age: 900}} {
				at := func(k int) float64 { return m.Expected(h, float64(k)*365.2425/7/12) }
				want := 0.0
				for k := 1; k <= months; k++ {
					want += (at(k) - at(k-1)) * math.Pow(1.1, -(float64(k)-.5)/12)
				}
				got := 0.0
				weeks, weights := present(months, .1)
				for i, w := range weeks {
					got += weights[i] * m.Expected(h, w)
				}
				if math.Abs(got-want) > 1e-3*want {
					t.Errorf("%s, %d months, %+v: %v, want %v", name, months, h, got, want)
				}
			}
		}
	}
}

// regulars are customers who order at rates of their own, spend amounts of their own and
// leave at some time; two fifths of every amount is gross profit.
func regulars(seed uint64, n, days int) []transform.History {
	rng := rand.New(rand.NewPCG(seed, 1))
	list := make([]transform.History, n)
	for i := range list {
		list[i] = customer(i)
		list[i].Customer.Segment = []string{"retail", "trade"}[i%2]
		rate, spend := rng.ExpFloat64()/30, 20+200*rng.ExpFloat64()
		ago := rng.Float64() * float64(days)
		leaves := ago - float64(days)*rng.ExpFloat64()
		for o := 0; ago > max(1, leaves); o, ago = o+1, ago-1-rng.ExpFloat64()/rate {
			list[i].Orders = append(list[i].Orders, priced(i*10000+o, int(ago), spend*(.5+rng.Float64())))
		}
	}
	return list
}

// priced is an order so many days before the as-of day, with two fifths of profit.
func priced(n, ago int, amount float64) transform.Order {
	o := order(n, ago, amount)
	m := Money(amount * float64(extract.Unit))
	o.Net = extract.Some(m)
	o.Lines = []extract.Line{{Ref: ref("line", n), Net: extract.Some(m), Cost: extract.Some(m * 3 / 5)}}
	return o
}

func TestEveryCustomerIsExpectedToBringWhatTheWinnerForecasts(t *testing.T) {
	list := regulars(1, 400, 1400)
	closed := 0
	for len(list[closed].Orders) < 3 {
		closed++
	}
	list[closed].Customer.Status = extract.PartyClosed
	r := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{})
	l := r.Lifetime
	if l.Winner == "" || l.Why != "" || len(l.Choice) != 7 || len(l.Next) < 4 || len(l.Calibrated) != 10 || l.Verdict == "" {
		t.Fatalf("no race was told: %+v", l.Forecast)
	}
	if !strings.HasPrefix(l.Model, l.Winner) {
		t.Errorf("the estimate is called %q, won by %s", l.Model, l.Winner)
	}
	silent := 0
	for _, row := range r.Rows {
		known := row.OrderDays > 0
		same(t, fmt.Sprint(row.ID, " is known"), row.Ahead.Known, known)
		if row.State == transform.StateLost && row.Ahead.Value > 0 {
			silent++
		}
	}
	if silent == 0 {
		t.Error("whoever was silent long enough to be lost is expected to bring nothing: the forecast says otherwise")
	}
	same(t, "a closed account", r.Row(idOf(closed)).Ahead, extract.Some(Money(0)))
	same(t, "and why", r.Row(idOf(closed)).LifetimeBasis, AheadEnded)
	for i, b := range l.Best {
		orders, each, profit := b.Orders.Value.Float(), b.Each.Value.Float(), b.Profit.Value.Float()
		if got := b.Ahead.Float(); got > orders*each*profit+.01 || got < orders*each*profit/math.Pow(1.1, 3)-.01 {
			t.Errorf("%s: %v, of %v orders of %v with %v profit", b.ID, got, orders, each, profit)
		}
		if i > 0 && b.Ahead > l.Best[i-1].Ahead {
			t.Errorf("%s stands below %s", b.ID, l.Best[i-1].ID)
		}
		if math.Abs(profit-.4) > 1e-4 {
			t.Errorf("%s: two fifths of every amount are profit, not %v", b.ID, profit)
		}
	}
}

func TestTooLittleForARaceIsSaidAndLeavesTheSteadyMargin(t *testing.T) {
	for words, list := range map[string][]transform.History{
		"orders reach":               {customer(1, 40), customer(2)},
		"weeks ago, a race takes 50": regulars(2, 20, 1400),
	} {
		l := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{}).Lifetime
		if l.Winner != "" || !strings.Contains(l.Why, words) || !strings.HasPrefix(l.Model, "Steady margin") {
			t.Errorf("%q, %q: want %q", l.Why, l.Model, words)
		}
	}
}

func TestOddCustomersDoNotStopTheForecast(t *testing.T) {
	list := regulars(3, 300, 1400)
	var daily transform.History
	for day := 1; day < 1400; day++ {
		daily.Orders = append(daily.Orders, priced(900000+day, day, 1e9))
	}
	daily.Customer = customer(5000).Customer
	old := customer(5001, 10, 90000) // 246 years ago
	free := customer(5002)
	for i := range 5 {
		free.Orders = append(free.Orders, priced(990000+i, 100*i+5, 0))
	}
	list = append(list, daily, old, free)
	r := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{})
	if r.Lifetime.Winner == "" {
		t.Errorf("no race: %s", r.Lifetime.Why)
	}
	for _, c := range r.Checks {
		if !c.Passed {
			t.Errorf("%+v", c)
		}
	}
}

func TestForecastGoesByWhatOrdersAreWorth(t *testing.T) {
	same := func(name string, got, want float64) {
		if math.Abs(got-want) > 1e-9*(1+math.Abs(want)) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	l := &life{row: &transform.Figures{}, days: make([]Day, 11), firstDay: 300 * extract.Unit}
	l.all.sales = 1300 * extract.Unit
	w := worth{all: purchases{sales: 500, days: 10, parts: [3]part12{{30, 100}}}}
	same("without a model the mean of ten further orders, drawn half way to everybody's 50", w.each(l), 75)
	l.row.Net = extract.Some(Money(50 * extract.Unit))
	l.year.sales = 300 * extract.Unit
	same("profit is drawn by two orders of 50 with 30 %", w.profit(l), (50+100*.3)/400)
	g := lifetime.ValueEstimate{GammaGamma: lifetime.GammaGamma{P: 6.25, Q: 3.74, Gamma: 15.44}}
	w.gamma = &g
	same("by the model", w.each(l), 6.25*(15.44+10*100)/(62.5+2.74))
	once := &life{row: &transform.Figures{}, days: make([]Day, 1)}
	same("one order day says nothing of further ones", w.each(once), 6.25*15.44/2.74)
}

func TestIntervalsLieAboutWhatIsExpected(t *testing.T) {
	s := finished(t, october(), &transform.Ledger{}, Defaults(), regulars(1, 400, 1400))
	l := s.Results(transform.Scope{}).Lifetime
	if l.Parameters == nil {
		t.Skipf("%s won, which has no interval", l.Winner)
	}
	if !(l.Low.Known && l.Low.Value < l.Ahead && l.Ahead < l.High.Value) {
		t.Errorf("%v in all, between %v and %v", l.Ahead, l.Low.Value, l.High.Value)
	}
	held := 0
	for _, b := range l.Best {
		if b.Low.Value > b.High.Value || !b.Low.Known {
			t.Errorf("%+v", b)
		}
		held += int(one(b.Low.Value <= b.Ahead && b.Ahead <= b.High.Value))
	}
	if held < len(l.Best)*9/10 {
		t.Errorf("%d of %d intervals hold what is expected", held, len(l.Best))
	}
	again := finished(t, october(), &transform.Ledger{}, Defaults(), regulars(1, 400, 1400)).Results(transform.Scope{}).Lifetime
	same(t, "the same once more", [2]extract.Opt[Money]{again.Low, again.High}, [2]extract.Opt[Money]{l.Low, l.High})
	t.Logf("%s: %v, %v to %v", l.Winner, l.Ahead, l.Low.Value, l.High.Value)
}

func TestAVerdictTakesTheTotalAndTheRanking(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		expected, auc float64
		want          string
	}{
		{110, .70, TrustGood},
		{90, .95, TrustGood},
		{111, .95, TrustFair},
		{100, .69, TrustFair},
		{75, .6, TrustFair},
		{126, .9, TrustNot},
		{100, .59, TrustNot},
		{105, nan, TrustGood},
		{120, nan, TrustFair},
		{nan, .9, TrustNot},
	} {
		same(t, fmt.Sprint(c.expected, " of 100, ", c.auc), verdict(race.Score{Expected: c.expected, Came: 100, AUC: c.auc}), c.want)
		inMoney := race.Score{Expected: 100, Came: 100, AUC: c.auc, Money: &race.MoneyScore{Expected: c.expected, Came: 100}}
		same(t, fmt.Sprint(c.expected, " of 100 in money, ", c.auc), verdict(inMoney), c.want)
	}
}

// Anniversaries lie 4, 16 and 28 months ahead of the as-of day; two lie behind it.
func TestAContractIsWorthItsRenewals(t *testing.T) {
	s := New(october(), &transform.Ledger{}, Defaults())
	first := extract.Date(2024, time.March, 1)
	behind, ahead := s.renewals(first)
	same(t, "anniversaries behind", behind, 2)
	for month, want := range map[int]int{0: 0, 3: 0, 4: 1, 15: 1, 16: 2, 28: 3, 35: 3} {
		same(t, fmt.Sprint("in the middle of month ", month+1), ahead[month], want)
	}
	m := contract.SBG{Alpha: .668, Beta: 3.806}
	s.rules.DiscountRate = 0
	stays := func(n int) (p float64) { // Fader and Hardie (2007), eq. 8
		p = 1
		for i := range n {
			p *= (3.806 + float64(2+i)) / (.668 + 3.806 + float64(2+i))
		}
		return p
	}
	want := (4 + 12*stays(1) + 12*stays(2) + 8*stays(3)) / 12
	if got := s.heldFactor(&m, first); math.Abs(got-want) > 1e-9 {
		t.Errorf("%v years, want %v", got, want)
	}
	s.forecast.held, s.forecast.lapses = &m, m.Draws(lifetime.Draws, rand.NewPCG(1, 1))
	l := &life{row: &transform.Figures{}}
	mean := 0.0
	for i := range 50 {
		l.row.ID = idOf(i)
		for _, v := range s.playHeld(l, first, 100).Drawn {
			mean += v / 50 / lifetime.Draws
		}
	}
	if math.Abs(mean-100*want) > 2 {
		t.Errorf("draws of 100 a year have a mean of %v, want %v", mean, 100*want)
	}
}

func TestCustomersUnderContractAreForecastByTheirRenewals(t *testing.T) {
	list := regulars(1, 400, 1400)
	for i := range 60 {
		ends := extract.Date(2026, time.March, 1)
		if i%3 > 0 {
			ends = extract.Date(2027, time.March, 1)
		}
		list[i].Contracts = []extract.Contract{{Ref: ref("contract", i), Status: extract.Valid, Starts: extract.Date(2023, time.March, 1), Ends: ends, Agreed: extract.Some(euros(4000))}}
	}
	s := finished(t, october(), &transform.Ledger{}, Defaults(), list)
	r := s.Results(transform.Scope{})
	for i := range 60 {
		row := r.Row(idOf(i))
		if row.OrderDays == 0 {
			continue
		}
		same(t, fmt.Sprint(i, " is forecast by the contract"), row.LifetimeBasis == AheadContract, i%3 > 0)
		if factor := s.heldFactor(s.forecast.held, extract.Date(2023, time.March, 1)); i%3 > 0 && math.Abs(row.Ahead.Value.Float()-factor*row.Net.Value.Float()) > .01 {
			t.Errorf("%d: %v of %v a year, factor %v", i, row.Ahead.Value, row.Net.Value, factor)
		}
	}
}

func TestWhatCameIsOfThoseWhoWereCustomersThen(t *testing.T) {
	list := []transform.History{customer(1, 300, 60, 20, 5), customer(2, 20, 5), customer(3, 200, 45)}
	f := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{}).Lifetime.Forecast
	want := map[int64]float64{1: 2, 3: 4, 6: 4, 12: 0}
	for _, p := range f.CameSince {
		same(t, fmt.Sprint("within ", p.Periods, " months since ", p.Day), p.Orders.Value.Float(), want[p.Periods])
	}
	same(t, "looked back so often", len(f.CameSince), 4)
}

func TestWhatIsPromisedIsWhatTheWinnerExpects(t *testing.T) {
	s := finished(t, october(), &transform.Ledger{}, Defaults(), regulars(1, 400, 1400))
	f := s.Results(transform.Scope{}).Lifetime.Forecast
	same(t, "promises", len(f.Promises), 4)
	for _, p := range f.Promises {
		weeks := float64(october().To.AddMonths(int(p.Periods))-october().To) / 7
		want := 0.0
		for _, x := range s.forecast.result.Seen {
			want += s.forecast.result.Forecast.Expected(x, weeks)
		}
		if math.Abs(p.Orders.Value.Float()-want) > 1e-6*want {
			t.Errorf("%d months: %v, want %v", p.Periods, p.Orders.Value, want)
		}
	}
}
