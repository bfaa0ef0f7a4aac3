package demo

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"clientele/extract"
)

// An account sheet is a sink that works out, for the last twelve months, who
// brought and who cost what.
type accountSheet struct {
	cal                       *calendar
	from                      int64
	entity                    map[string]map[string]string // source, id
	counts                    map[*table]int
	revenue, before, profit   map[string]float64 // by entity
	pools, minutes            map[string]float64
	headers, lines            map[int64]int64 // cents by order
	productCost               map[string]float64
	total, gross, cost, goods float64
	invoiced, credited        float64
	visit, desk               float64
	billed, valid             int
}

func newAccountSheet(c *Company) *accountSheet {
	s := &accountSheet{
		cal: c.calendar, entity: map[string]map[string]string{}, counts: map[*table]int{},
		revenue: map[string]float64{}, before: map[string]float64{}, profit: map[string]float64{},
		productCost: map[string]float64{}, pools: map[string]float64{}, minutes: map[string]float64{},
		headers: map[int64]int64{}, lines: map[int64]int64{},
	}
	s.from = c.calendar.unix(moment{c.opts.AsOf.AddMonths(-12), 0}).(int64)
	for _, t := range c.Truth() {
		if s.entity[t.Source] == nil {
			s.entity[t.Source] = map[string]string{}
		}
		s.entity[t.Source][t.ID] = t.Entity
	}
	return s
}

var inEuros = map[string]float64{"EUR": 1, "CHF": 1.04, "GBP": 1.16}

func (s *accountSheet) who(customer any, order int64) string {
	switch id, ok := customer.(int64); {
	case ok && id == 0:
		return s.entity[shop]["G"+strconv.FormatInt(order, 10)]
	case ok:
		return s.entity[shop][strconv.FormatInt(id, 10)]
	}
	return ""
}

func number(x any) float64 {
	switch x := x.(type) {
	case int64:
		return float64(x)
	case float64:
		return x
	case string:
		f, _ := strconv.ParseFloat(x, 64)
		return f
	}
	return 0
}

func (s *accountSheet) put(t *table, row []any) error {
	s.counts[t]++
	switch t {
	case shopProducts:
		s.productCost[row[0].(string)] = number(row[4]) / 100
	case shopLines:
		s.line(row)
	case shopOrders:
		s.header(row)
	case shopShipments:
		if sent := row[3].(int64); sent >= s.from {
			s.serve(s.who(row[2], row[1].(int64)), number(row[7])/100*1.05)
		}
	case shopActivities:
		if at := row[4].(int64); at >= s.from {
			s.visit += number(row[7])
			s.serve(s.who(row[1], 0), number(row[7])*1.15)
		}
	case billInvoices:
		s.invoice(row)
	case billCosts:
		if row[0].(string) >= yyyymm(s.cal.asOf.AddMonths(-12)) {
			s.pools[row[1].(string)] += number(row[2])
			s.minutes[row[1].(string)] += number(row[3])
		}
	case deskTickets:
		if at := row[5].(string); at >= s.cal.text[s.cal.asOf.AddMonths(-12)-s.cal.from] {
			s.desk += number(row[9])
		}
	}
	return nil
}

// line books the goods; lines come before the order they belong to.
func (s *accountSheet) line(row []any) {
	id, net := row[0].(int64), row[6].(int64)
	s.lines[id] += net
	goods := number(row[7]) / 100
	if row[7] == nil {
		goods = s.productCost[row[2].(string)] * number(row[3]) / 1000
	}
	s.cost += goods + .75
	s.goods += goods
}

func (s *accountSheet) header(row []any) {
	id := row[0].(int64)
	s.headers[id] = row[12].(int64)
	cost, goods := s.cost, s.goods
	s.cost, s.goods = 0, 0
	if row[10] != int64(orderShipped) {
		return
	}
	s.valid++
	value := number(row[12]) / 100 * inEuros[row[11].(string)]
	who := s.who(row[1], id)
	switch placed := row[9].(int64); {
	case placed >= s.from:
		s.revenue[who] += value
		s.profit[who] += value - cost - 6.4 - .0105*value
		s.total += value
		s.gross += value - goods
	case placed >= s.from-365*86_400:
		s.before[who] += value
	}
}

func (s *accountSheet) serve(who string, cost float64) { s.profit[who] -= cost }

func (s *accountSheet) invoice(row []any) {
	if row[1] == "RE" {
		s.billed++
		s.invoiced += number(row[8])
	} else {
		s.credited += number(row[8])
	}
}

func tellSheet(t *testing.T, o Options) (*Company, *accountSheet) {
	t.Helper()
	c := made(t, o)
	s := newAccountSheet(c)
	if err := c.tell(s); err != nil {
		t.Fatal(err)
	}
	return c, s
}

// sums adds up in the order of the keys, so that floats always agree.
func sums(m map[string]float64) (values []float64, total float64) {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		values = append(values, m[k])
		total += m[k]
	}
	return values, total
}

type within struct {
	name      string
	got       float64
	low, high float64
}

func assertWithin(t *testing.T, all []within) {
	t.Helper()
	for _, w := range all {
		if math.IsNaN(w.got) || w.got < w.low || w.got > w.high {
			t.Errorf("%s is %.4g, want %g to %g", w.name, w.got, w.low, w.high)
		}
	}
}

func TestTheCompanyIsPlausible(t *testing.T) {
	_, s := tellSheet(t, Options{Seed: 1})
	values, profit := sums(s.profit)
	slices.SortFunc(values, func(a, b float64) int {
		if a > b {
			return -1
		}
		return 1
	})
	peak, run, losing, lost := 0.0, 0.0, 0, 0
	for _, v := range values {
		run += v
		peak = max(peak, run)
		if v < 0 {
			losing++
		}
	}
	for who := range s.before {
		if _, still := s.revenue[who]; !still {
			lost++
		}
	}
	_, pools := sums(s.pools)
	assertWithin(t, []within{
		{"revenue of twelve months", s.total, 10e6, 20e6},
		{"gross margin", s.gross / s.total, .25, .31},
		{"cost to serve", pools / s.total, .10, .14},
		{"customer profit", profit / s.total, .10, .19},
		{"peak of the whale curve", peak / profit, 1.08, 1.25},
		{"share of loss-makers", float64(losing) / float64(len(values)), .35, .47},
		{"share of customers lost in a year", float64(lost) / float64(len(s.before)), .10, .20},
		{"unused time of visits", 1 - s.visit/s.minutes["BESU"], .10, .25},
		{"unused time of service", 1 - s.desk/s.minutes["SERV"], .10, .25},
		{"orders", float64(s.counts[shopOrders]), 75_000, 110_000},
		{"order lines", float64(s.counts[shopLines]), 200_000, 330_000},
		{"tickets", float64(s.counts[deskTickets]), 12_000, 25_000},
		{"enquiries", float64(s.counts[deskAsks]), 1_200, 3_000},
		{"surveys", float64(s.counts[deskSurveys]), 8_000, 18_000},
		{"answers", float64(s.counts[deskAnswers]), 7_000, 15_000},
		{"contracts", float64(s.counts[billContracts]), 150, 600},
		{"visits, calls, quotes and leads", float64(s.counts[shopActivities]), 15_000, 40_000},
		{"shop accounts", float64(s.counts[shopCustomers]), 4_100, 4_350},
		{"shares of products", float64(s.counts[shopProducts]), 120, 120},
	})
}

func TestTotalsAgree(t *testing.T) {
	c, s := tellSheet(t, Options{Seed: 5, Customers: 600})
	for id, net := range s.headers {
		if s.lines[id] != net {
			t.Fatalf("order %d says %d cents, its lines %d", id, net, s.lines[id])
		}
	}
	missing := 1 - float64(s.billed)/float64(s.valid)
	assertWithin(t, []within{
		{"share of valid orders without an invoice", missing, 0, NeverInvoiced + .004},
		{"credited share of what was invoiced", s.credited / s.invoiced, .002, .02},
		{"orders beside valid ones", 1 - float64(s.valid)/float64(s.counts[shopOrders]), .02, .045},
	})
	if got := c.Options().AsOf; got != extract.Date(2026, 11, 1) {
		t.Errorf("the default as-of day is %s", got)
	}
}
