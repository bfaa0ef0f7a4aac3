package source_test

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"

	"clientele/extract"
	"clientele/extract/source"
)

const adventureLines = `SELECT CONCAT_WS('/', s.OrderNumber, s.CustomerKey, s.OrderLineItem) AS id,
	CONCAT_WS('/', s.OrderNumber, s.CustomerKey) AS "order", s.ProductKey AS product,
	s.OrderQuantity AS quantity, p.ProductPrice AS price, p.ProductCost AS unit_cost
	FROM sales s JOIN products p USING (ProductKey)`

const adventureOrders = `SELECT CONCAT_WS('/', OrderNumber, CustomerKey) AS id, CustomerKey AS party,
	MIN(STR_TO_DATE(OrderDate, '%m/%d/%Y')) AS at FROM sales GROUP BY OrderNumber, CustomerKey`

const adventureParties = `SELECT CustomerKey AS id, Prefix AS prefix, FirstName AS first, LastName AS last, EmailAddress AS email,
	STR_TO_DATE(BirthDate, '%m/%d/%Y') AS born, AnnualIncome AS acquisition_cost FROM customers`

// realData loads a dump that nobody here wrote into a database of its own.
func realData(t *testing.T, file string) source.Options {
	t.Helper()
	folder := os.Getenv("CLIENTELE_DATA")
	if folder == "" {
		t.Skip("CLIENTELE_DATA is not set: no real data to read")
	}
	_, cfg := server(t, "real")
	f, err := os.Open(filepath.Join(folder, "databases", file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	dump, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	loader := cfg.Clone()
	loader.MultiStatements = true
	run(t, openServer(t, loader), string(dump))
	return mysqlOptions(cfg, extract.Lines, adventureLines)
}

func TestRealOrdersAddUpToTheCent(t *testing.T) {
	o := realData(t, "adventureworks.sql.gz")
	o.Mappings[extract.Orders] = source.Mapping{Select: adventureOrders}
	o.Mappings[extract.Parties] = source.Mapping{Select: adventureParties}
	s := open(t, o)
	if p := s.Check(t.Context()); len(p) > 0 {
		t.Fatal(p)
	}
	snap := snapshot(t, s)
	lines, rejects, err := read[extract.Line](t.Context(), snap, extract.Lines, source.Window{})
	if err != nil || len(rejects) > 0 || len(lines) != 56_046 {
		t.Fatalf("%d lines, %d rejects, %v", len(lines), len(rejects), err)
	}
	var revenue, cost extract.Money
	for _, l := range lines {
		value, _ := l.Value()
		goods, _ := l.Goods(0, false)
		revenue, cost = revenue+value, cost+goods.Value
	}
	if r, m := revenue.Round(2).String(), (revenue - cost).Round(2).String(); r != "24914586.82" || m != "10457715.43" {
		t.Errorf("revenue %s, margin %s", r, m)
	}
	orders, rejects, err := read[extract.Order](t.Context(), snap, extract.Orders, source.Window{})
	if err != nil || len(rejects) > 0 || len(orders) != 25_164 {
		t.Errorf("%d orders, rejects %v, %v", len(orders), rejects, err)
	}
	parties, rejects, err := read[extract.Party](t.Context(), snap, extract.Parties, source.Window{})
	if err != nil || len(rejects) > 0 || len(parties) != 18_148 || parties[0].AcquisitionCost.Value != 90_000*extract.Unit {
		t.Errorf("%d parties, %d rejects, %v", len(parties), len(rejects), err)
	}
}
