package demo

import (
	"math"

	"clientele/extract"
)

// A ledger sums up by calendar month what the cost pools and targets are made of.
type ledger struct {
	months   []activity
	sales    [][]float64 // euros by month and territory
	campaign int         // told last
}

// Activity is what there was to do in a month.
type activity struct {
	orders, lines, returns           float64
	drops, visitMinutes, deskMinutes float64
	revenue                          float64
}

func newLedger(months int) ledger {
	l := ledger{months: make([]activity, months)}
	for range months {
		l.sales = append(l.sales, make([]float64, len(territories)))
	}
	return l
}

func (l *ledger) sold(m int, o *sale) {
	value := float64(o.net) / 100 * o.rate
	l.months[m].orders++
	l.months[m].lines += float64(o.howMany)
	l.months[m].revenue += value
	l.sales[m][o.terr] += value
}

func (l *ledger) credited(m int, o *sale) {
	l.sales[m][o.terr] -= float64(o.credit) / 100 * o.rate
}

func (l *ledger) drop(m int, cost float64)       { l.months[m].drops += cost }
func (l *ledger) back(m int)                     { l.months[m].returns++ }
func (l *ledger) served(m int, minutes float64)  { l.months[m].deskMinutes += minutes }
func (l *ledger) visited(m int, minutes float64) { l.months[m].visitMinutes += minutes }

// books tells what only the end of a month knows: what each activity cost and how
// much time there was for it, exchange rates, and what was asked of the territories.
func (t *teller) books() {
	t.d.reset(t.o.Seed, 41)
	for m := range t.ledger.months {
		a := &t.ledger.months[m]
		t.pool(m, "AUFT", 6.4*a.orders+.75*a.lines, nil)
		t.pool(m, "LIEF", 1.05*a.drops, nil)
		t.timed(m, "BESU", a.visitMinutes, 1.15)
		t.timed(m, "SERV", a.deskMinutes, .74)
		t.pool(m, "RETO", 23*a.returns, nil)
		t.pool(m, "KRED", .0035*a.revenue, nil)
		for k, code := range []string{"CHF", "GBP"} {
			t.put(billRates, code, t.cal.date(t.cal.monthStart(m)), exact(t.rates[m][k+1]))
		}
		t.targets(m)
	}
}

// timed tells a pool of paid time, of which 10 to 25 percent were not needed.
func (t *teller) timed(m int, code string, used, rate float64) {
	minutes := int64(math.Ceil(used/t.d.uniform(.77, .88)/60)) * 60
	t.pool(m, code, float64(minutes)*rate, minutes)
}

func (t *teller) pool(m int, code string, amount float64, minutes any) {
	t.put(billCosts, yyyymm(t.cal.monthStart(m)), code, euros(int64(math.Round(amount*100))), minutes)
}

// targets tells what was asked of a month: more than a year before.
func (t *teller) targets(m int) {
	all := 0.0
	for k, land := range territories {
		base := t.ledger.sales[m][k] / land.target
		if m >= 12 {
			base = t.ledger.sales[m-12][k]
		}
		want := math.Round(base*land.target*t.d.uniform(.97, 1.05)/100) * 100
		all += want
		t.put(billTargets, yyyymm(t.cal.monthStart(m)), land.name, "U", euros(int64(want)*100))
	}
	t.put(billTargets, yyyymm(t.cal.monthStart(m)), "", "G", euros(int64(math.Round(all*.135/100)*100)*100))
}

// exchange draws what francs and pounds are worth, month by month.
func (t *teller) exchange() {
	d := newDice(t.o.Seed, 42)
	now := [3]float64{1, 1.04, 1.16}
	for range t.ledger.months {
		t.rates = append(t.rates, now)
		for k := 1; k < 3; k++ {
			now[k] = math.Round(now[k]*(1+.012*d.NormFloat64())*10_000) / 10_000
		}
	}
}

// fx is what a unit of a currency is worth in euros on a day.
func (t *teller) fx(code string, day extract.Day) float64 {
	switch code {
	case "CHF":
		return t.rates[t.cal.month(day)][1]
	case "GBP":
		return t.rates[t.cal.month(day)][2]
	}
	return 1
}
