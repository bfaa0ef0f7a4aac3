package metrics_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/metrics"
)

// What the reference answers tell of customers one by one, read off the rows: means,
// concentration, the smallest margins, cut values, orders each, and first months.
func TestBicycleRetailersCustomersOneByOne(t *testing.T) {
	b := loadBicycles(t)
	r := b.fold(t, nil)
	buyers := slices.DeleteFunc(slices.Clone(r.Rows), func(f *transform.Figures) bool { return f.OrdersAll == 0 })
	b.means(t, r)
	b.bottom(t, buyers)
	b.concentration(t, buyers)
	b.cuts(t, buyers)
	b.ordersEach(t, buyers)
	b.firstMonths(t, buyers)
}

// means of block 0: four decimals.
func (b *bicycles) means(t *testing.T, r *metrics.Results) {
	want := b.table("0", "customers")[0]
	revenue, n := r.ToDate.Revenue.Company().Float(), float64(r.ToDate.Buyers)
	orders := float64(r.ToDate.Orders.Company())
	equal(t, "average order", want[4], fmt.Sprintf("%.4f", revenue/orders))
	equal(t, "orders a customer", want[5], fmt.Sprintf("%.6f", orders/n))
	equal(t, "revenue a customer", want[6], fmt.Sprintf("%.4f", revenue/n))
	equal(t, "repeat rate", b.table("1", "repeat_customers")[0][2], fmt.Sprintf("%.6f", float64(r.ToDate.Repeat)/n))
	equal(t, "share lapsed", b.table("7", "active")[0][3], fmt.Sprintf("%.6f", float64(r.ToDate.Lapsed)/n))
}

// bottom of block 3: margins of the ten least, and nobody at a loss.
func (b *bicycles) bottom(t *testing.T, buyers []*transform.Figures) {
	slices.SortStableFunc(buyers, func(x, y *transform.Figures) int { return int(x.GrossAll.Value - y.GrossAll.Value) })
	var want []string
	for _, row := range b.table("3", "which") {
		if row[0] == "bottom" {
			want = append(want, strings.Join(row[2:], " "))
		}
	}
	for i, w := range want {
		f := buyers[i]
		equal(t, "least margin", w, fmt.Sprint(f.OrdersAll, " ", f.RevenueAll, " ", f.GrossAll.Value))
	}
	equal(t, "customers at a loss", b.table("3", "unprofitable_customers")[0][0], fmt.Sprint(slices.IndexFunc(buyers, func(f *transform.Figures) bool { return f.GrossAll.Value >= 0 })))
}

// concentration of block 4, over customers as shown.
func (b *bicycles) concentration(t *testing.T, buyers []*transform.Figures) {
	slices.SortStableFunc(buyers, func(x, y *transform.Figures) int { return int(y.RevenueAll - x.RevenueAll) })
	var all extract.Money
	for _, f := range buyers {
		all += f.RevenueAll
	}
	want := b.table("4", "top10pct")[0]
	for i, part := range []int{10, 5} {
		var sum extract.Money
		for _, f := range buyers[:(len(buyers)+part-1)/part] {
			sum += f.RevenueAll
		}
		equal(t, "share of the best", want[i], fmt.Sprintf("%.6f", sum.Float()/all.Float()))
	}
}

// cuts of block 11: the values at the ranks that end each fifth.
func (b *bicycles) cuts(t *testing.T, buyers []*transform.Figures) {
	at := func(k int, of func(*transform.Figures) int64, down bool) int64 {
		values := make([]int64, len(buyers))
		for i, f := range buyers {
			values[i] = of(f)
		}
		slices.Sort(values)
		if down {
			slices.Reverse(values)
		}
		return values[(k*len(values)+4)/5-1]
	}
	for i, want := range b.table("11", "k") {
		days := at(i+1, func(f *transform.Figures) int64 { return f.DaysSince.Value }, true)
		orders := at(i+1, func(f *transform.Figures) int64 { return f.OrdersAll }, false)
		money := extract.Money(at(i+1, func(f *transform.Figures) int64 { return int64(f.RevenueAll) }, false))
		equal(t, "cut values", strings.Join(want[1:], " "), fmt.Sprint(days, " ", orders, " ", money))
	}
}

// ordersEach of block 12.
func (b *bicycles) ordersEach(t *testing.T, buyers []*transform.Figures) {
	var n [5]int
	for _, f := range buyers {
		switch {
		case f.OrdersAll >= 10:
			n[4]++
		case f.OrdersAll >= 5:
			n[3]++
		default:
			n[[]int{0, 0, 1, 2, 2}[f.OrdersAll]]++
		}
	}
	equal(t, "customers by orders", strings.Join(b.table("12", "one")[0], " "), strings.Trim(fmt.Sprint(n), "[]"))
}

// firstMonths of block 13: customers, revenue to date and orders by month of the first
// order. Revenue is added up of customers as shown, to the nearest cent each.
func (b *bicycles) firstMonths(t *testing.T, buyers []*transform.Figures) {
	for _, want := range b.table("13", "cohort") {
		var customers, orders int64
		var revenue extract.Money
		for _, f := range buyers {
			if f.First.Time().Format("2006-01") == want[0] {
				customers, orders, revenue = customers+1, orders+f.OrdersAll, revenue+f.RevenueAll
			}
		}
		equal(t, "customers who began in "+want[0], want[1]+" "+want[4], fmt.Sprint(customers, " ", orders))
		exact := extract.Money(number(t, want[2]) / 10_000)
		if off := exact - revenue; max(off, -off) > extract.Money(customers)*extract.Unit/200 {
			t.Errorf("revenue of who began in %s is %v, want %s", want[0], revenue, want[2])
		}
	}
}
