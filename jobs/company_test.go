package jobs

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/extract/source"
)

// A company is a folder with a shop and a billing database, its two stores and its
// outbox.
type company struct{ dir string }

// person is one customer of the company, the same in both databases.
type person struct{ first, last, city string }

var people = []person{
	{"Anna", "Bergmann", "Aachen"},
	{"Bruno", "Castelli", "Bonn"},
	{"Clara", "Dietrich", "Celle"},
	{"David", "Eriksen", "Dessau"},
	{"Edith", "Fournier", "Essen"},
	{"Felix", "Grabowski", "Fulda"},
	{"Greta", "Hoffmann", "Gera"},
	{"Henrik", "Ivarsson", "Hamm"},
	{"Irene", "Jankowski", "Jena"},
	{"Jakob", "Kowalczyk", "Kiel"},
	{"Karla", "Lindqvist", "Lahr"},
	{"Ludwig", "Mariani", "Mainz"},
}

// ordersEach is how many orders every person has placed.
const ordersEach = 5

// newCompany writes the databases: twelve customers of two reps in two territories,
// five orders each with two lines, an invoice and a payment for each order.
func newCompany(t testing.TB) company {
	t.Helper()
	c := company{t.TempDir()}
	shop, billing := companyStatements()
	c.shop(t, shop...)
	c.billing(t, billing...)
	return c
}

// companyStatements returns what makes the two databases.
func companyStatements() (shop, billing []string) {
	shop, billing = []string{
		"CREATE TABLE customers (id TEXT PRIMARY KEY, first TEXT, last TEXT, email TEXT, phone TEXT, street TEXT, zip TEXT, city TEXT, territory TEXT, rep TEXT)",
		"CREATE TABLE orders (id TEXT PRIMARY KEY, customer TEXT, at TEXT, status TEXT, currency TEXT, net TEXT)",
		"CREATE TABLE lines (o TEXT, pos TEXT, product TEXT, quantity TEXT, price TEXT, PRIMARY KEY (o, pos))",
		"CREATE TABLE products (sku TEXT PRIMARY KEY, name TEXT, category TEXT, cost TEXT)",
		"CREATE TABLE reps (id TEXT PRIMARY KEY, name TEXT, territory TEXT)",
		"INSERT INTO products VALUES ('tea', 'Tea', 'Drinks', '1.10'), ('pan', 'Pan', 'Kitchen', '7.45'), ('rug', 'Rug', 'Home', NULL)",
		"INSERT INTO reps VALUES ('r1', 'Nora Nordhaus', 'North'), ('r2', 'Sepp Suedkamp', 'South')",
	}, []string{
		"CREATE TABLE debtors (id TEXT PRIMARY KEY, name TEXT, email TEXT, phone TEXT, street TEXT, zip TEXT, city TEXT)",
		"CREATE TABLE invoices (id TEXT PRIMARY KEY, debtor TEXT, o TEXT, at TEXT, due TEXT, type TEXT, currency TEXT, net TEXT)",
		"CREATE TABLE payments (id TEXT PRIMARY KEY, debtor TEXT, invoice TEXT, at TEXT, amount TEXT)",
	}
	for i, p := range people {
		s, b := settled(i, p)
		shop, billing = append(shop, s...), append(billing, b...)
	}
	return shop, billing
}

// settled returns the statements that write one person with everything they did.
func settled(i int, p person) (shop, billing []string) {
	place := []string{"'North', 'Nora Nordhaus'", "'South', 'Sepp Suedkamp'"}[i%2]
	mail := strings.ToLower(p.first + "." + p.last + "@example.com")
	home := fmt.Sprintf("'%s', '0%d 55%d', '%s Road %d', '%d', '%s'", mail, 221+i, 10000+i, p.last, i+1, 50000+i, p.city)
	shop = append(shop, fmt.Sprintf("INSERT INTO customers VALUES ('%d', '%s', '%s', %s, %s)", i+1, p.first, p.last, home, place))
	billing = append(billing, fmt.Sprintf("INSERT INTO debtors VALUES ('D%d', '%s %s', %s)", i+1, p.first, p.last, home))
	for n := range ordersEach {
		s, b := ordered(fmt.Sprintf("%d%02d", n+1, i+1), i+1, morning.AddDate(0, -3*n, -2-i))
		shop, billing = append(shop, s...), append(billing, b...)
	}
	return shop, billing
}

// ordered returns the statements of an order of two lines, its invoice and payment.
func ordered(id string, who int, at time.Time) (shop, billing []string) {
	product := []string{"tea", "pan", "rug"}[who%3]
	net := fmt.Sprintf("%d.%02d", 20+3*who, 50+who) // what the two lines add up to
	day := at.Format(time.DateOnly)
	shop = []string{
		fmt.Sprintf("INSERT INTO orders VALUES ('%s', '%d', '%s 10:00:00', 'valid', 'EUR', '%s')", id, who, day, net),
		fmt.Sprintf("INSERT INTO lines VALUES ('%s', '1', 'tea', '2', '10.25'), ('%s', '2', '%s', '1', '%d.%02d')", id, id, product, 3*who, who),
	}
	billing = []string{
		fmt.Sprintf("INSERT INTO invoices VALUES ('I%s', 'D%d', '%s', '%s', '%s', 'invoice', 'EUR', '%s')", id, who, id, day, at.AddDate(0, 0, 14).Format(time.DateOnly), net),
		fmt.Sprintf("INSERT INTO payments VALUES ('P%s', 'D%d', 'I%s', '%s', '%s')", id, who, id, at.AddDate(0, 0, 10).Format(time.DateOnly), net),
	}
	return shop, billing
}

// buys adds an order to both databases.
func (c company) buys(t testing.TB, id string, who int, at time.Time) {
	t.Helper()
	shop, billing := ordered(id, who, at)
	c.shop(t, shop...)
	c.billing(t, billing...)
}

func (c company) path(name string) string { return filepath.Join(c.dir, name) }

func (c company) shop(t testing.TB, statements ...string) {
	change(t, c.path("shop.db"), statements...)
}

func (c company) billing(t testing.TB, statements ...string) {
	change(t, c.path("billing.db"), statements...)
}

// change runs statements on a database file.
func change(t testing.TB, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("BEGIN;" + strings.Join(statements, ";") + ";COMMIT"); err != nil {
		t.Fatalf("%s: %v", strings.Join(statements, ";"), err)
	}
}

func (c company) sources() []Source {
	shop := map[extract.Kind]string{
		extract.Parties:  "SELECT id, 'person' AS type, first, last, email, phone, street, zip, city, 'DE' AS country, territory, rep FROM customers",
		extract.Products: "SELECT sku AS id, name, category, cost FROM products",
		extract.Orders:   "SELECT id, customer AS party, at, status, currency, net FROM orders",
		extract.Lines:    "SELECT pos AS id, o AS `order`, product, quantity, price FROM lines",
		extract.Reps:     "SELECT id, name, territory FROM reps",
	}
	billing := map[extract.Kind]string{
		extract.Parties:  "SELECT id, 'person' AS type, name, email, phone, street, zip, city, 'DE' AS country FROM debtors",
		extract.Invoices: "SELECT id, debtor AS party, type, o AS `order`, at, due, currency, net FROM invoices",
		extract.Payments: "SELECT id, debtor AS party, invoice, at, amount FROM payments",
	}
	return []Source{c.source("shop", shop), c.source("billing", billing)}
}

func (c company) source(name string, selects map[extract.Kind]string) Source {
	mappings := map[extract.Kind]source.Mapping{}
	for kind, text := range selects {
		mappings[kind] = source.Mapping{Select: text}
	}
	return Source{
		Options:  source.Options{Name: name, Driver: "sqlite", DSN: c.path(name + ".db"), Zone: time.UTC, CompanyZone: time.UTC, Mappings: mappings},
		MaxAside: 0.05, MaxVanished: 0.2,
	}
}
