package metrics

import (
	"fmt"
	"math"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model/race"
)

// credited takes an amount back so many days before the as-of day.
func credited(h transform.History, n, ago int, amount float64) transform.History {
	h.Invoices = append(h.Invoices, extract.Invoice{Ref: ref("credit", n), Type: extract.CreditNote, Status: extract.Valid, At: noon(ago), Net: -euros(amount)})
	return h
}

func TestMoneyThatCameIsOfThoseWhoWereCustomersThenToTheDay(t *testing.T) {
	old := customer(1)
	for i, ago := range []int{300, 62, 61, 31, 1} { // the months before: 31 October, 30 September, 31 August
		old.Orders = append(old.Orders, priced(100+i, ago, 100))
	}
	fresh := customer(2)
	fresh.Orders = append(fresh.Orders, priced(200, 20, 5000), priced(201, 2, 5000))
	f := finished(t, october(), &transform.Ledger{}, Defaults(), []transform.History{credited(old, 1, 31, 30), fresh}).Results(transform.Scope{}).Lifetime.Forecast
	want := map[int64][2]float64{1: {170, 50}, 3: {370, 130}, 6: {370, 130}, 12: {0, 0}}
	for _, p := range f.CameSince {
		same(t, fmt.Sprint("revenue within ", p.Periods, " months since ", p.Day), p.Revenue.Value.Float(), want[p.Periods][0])
		same(t, fmt.Sprint("gross profit within ", p.Periods, " months since ", p.Day), p.Gross.Value.Float(), want[p.Periods][1])
	}
}

func TestMoneyThatCameInWeeksIsCountedInWeeks(t *testing.T) {
	h := customer(1)
	for i, ago := range []int{400, 84, 43, 42, 8, 7} {
		h.Orders = append(h.Orders, priced(100+i, ago, 100))
	}
	week := transform.Period{Kind: transform.Weekly, From: october().To - 7, To: october().To}
	f := finished(t, week, &transform.Ledger{}, Defaults(), []transform.History{h}).Results(transform.Scope{}).Lifetime.Forecast
	want := map[int64]float64{1: 100, 3: 200, 6: 300, 12: 500}
	for _, p := range f.CameSince {
		same(t, fmt.Sprint("within ", p.Periods, " weeks"), p.Revenue.Value.Float(), want[p.Periods])
	}
}

func TestMoneyPromisedIsOrderDaysTimesWhatTheyBringAndLeave(t *testing.T) {
	list := regulars(1, 400, 1400)
	closed := 0
	for len(list[closed].Orders) < 3 {
		closed++
	}
	for i := range list {
		for _, o := range list[i].Orders {
			list[i] = credited(list[i], int(o.Net.Value), 5, o.Net.Value.Float()/10)
			break
		}
	}
	open := finished(t, october(), &transform.Ledger{}, Defaults(), list)
	promises := open.Results(transform.Scope{}).Lifetime.Promises
	for i, p := range promises {
		revenue, gross := 0.0, 0.0
		for _, l := range open.lives {
			if l.foreseen > 0 {
				each := open.forecast.soon[i][l.foreseen-1] * open.forecast.worth.each(l)
				revenue += each * open.forecast.worth.share(l, partRevenue)
				gross += each * open.forecast.worth.share(l, partGross)
			}
		}
		if math.Abs(p.Revenue.Value.Float()-revenue) > .01 || math.Abs(p.Gross.Value.Float()-gross) > .01 || gross >= .4*revenue {
			t.Errorf("%d months: %v with %v of profit, want %v with %v, less than two fifths after credit notes", p.Periods, p.Revenue.Value, p.Gross.Value, revenue, gross)
		}
	}
	list[closed].Customer.Status = extract.PartyClosed
	without := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{}).Lifetime.Promises
	if without[0].Revenue.Value >= promises[0].Revenue.Value || without[3].Gross.Value >= promises[3].Gross.Value {
		t.Error("who is gone is expected to buy")
	}
}

func TestWithoutCostsNoGrossProfitIsPromised(t *testing.T) {
	list := regulars(1, 400, 1400)
	for i := range list {
		for j := range list[i].Orders {
			list[i].Orders[j].Lines = nil
		}
	}
	f := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{}).Lifetime.Forecast
	for _, p := range append(f.Promises, f.CameSince...) {
		if p.Gross.Known || !p.Revenue.Known {
			t.Errorf("%+v", p)
		}
	}
}

func TestAPastForecastOfMoneyKnowsOnlyWhatWasBoughtByThen(t *testing.T) {
	for _, ago := range race.Ago() {
		before := regulars(1, 300, 1400)
		for i := range before { // whatever they buy from then on costs a hundredfold
			for j := range before[i].Orders {
				if o := &before[i].Orders[j]; o.At.Day(time.UTC) >= october().To-Day(7*ago) {
					o.Net.Value *= 100
				}
			}
		}
		each := func(list []transform.History) (each, came []float64) {
			s := finished(t, october(), &transform.Ledger{}, Defaults(), list)
			all := make([]int32, len(s.lives))
			for i := range all {
				all[i] = int32(i)
			}
			return s.worthThen(all, ago, 13)
		}
		was, cameWas := each(regulars(1, 300, 1400))
		is, cameIs := each(before)
		var sumWas, sumIs float64
		for i := range was {
			if math.Abs(was[i]-is[i]) > 1e-6*was[i] {
				t.Fatalf("%d weeks ago customer %d was worth %v, with other orders later %v", ago, i, was[i], is[i])
			}
			sumWas, sumIs = sumWas+cameWas[i], sumIs+cameIs[i]
		}
		if sumIs < 99*sumWas || sumWas == 0 {
			t.Errorf("%d weeks ago: %v came, with dearer orders %v", ago, sumWas, sumIs)
		}
	}
}

func TestTheRaceIsScoredInMoneyToo(t *testing.T) {
	s := finished(t, october(), &transform.Ledger{}, Defaults(), regulars(1, 400, 1400))
	l := s.Results(transform.Scope{}).Lifetime
	end, weeks := october().To, Day(7*l.Weeks)
	var came, others float64
	for _, x := range s.lives {
		if len(x.days) > 0 && x.days[0] < end-weeks {
			came += x.boughtSince(int32(l.Weeks)).Float()
		} else {
			others += x.boughtSince(int32(l.Weeks)).Float()
		}
	}
	for _, c := range append(l.Choice, l.Next...) {
		m := c.Money
		if !m.Expected.Known || !m.RMSE.Known || m.MAE.Value <= 0 || m.RMSE.Value < m.MAE.Value || math.Abs(m.Error.Value.Float()-(m.Expected.Value.Float()/m.Came.Value.Float()-1)) > 1e-6 {
			t.Errorf("%s: %+v", c.Name, m)
		}
	}
	if got := l.Next[0].Money.Came.Value.Float(); math.Abs(got-came) > .01 || others == 0 {
		t.Errorf("%v came, want %v of those who were customers; %v of others", got, came, others)
	}
	if e := l.Next[0].Money.Error.Value.Float(); math.Abs(e) > .25 {
		t.Errorf("%s missed the purchases by %.0f %%", l.Winner, 100*e)
	}
}
