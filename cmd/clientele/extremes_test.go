package main

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"clientele/extract/demo"
)

// strange are names as they stand in databases, and as nobody would choose them.
var strange = []string{
	"=1+1", "@x", "+1 Trading", "-5", `=HYPERLINK("http://x";"y")`, strings.Repeat("X", 200), strings.Repeat("Wholesale and Provisions ", 8), strings.Repeat("界", 200),
	"مطعم البركة للتجارة", "קפה הגליל", "👩‍👩‍👧 Bäckerei 🥐", "bell\a and \x1b escape", "line\nbreak GmbH", "\u202eReversed Ltd", "<script>alert(1)</script> & Co", "1234567", "007", `"Quoted" 'Inn'`, "a\tb",
}

// TestCompaniesUnlikeOthersHaveTheirReports runs the job on companies whose records are of the sort nobody thinks of.
// That the workbooks are sound is held by mustRun.
func TestCompaniesUnlikeOthersHaveTheirReports(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(t *testing.T, dir string)
		sheets []string // that are there all the same
		gone   []string // that there is nothing to say on
	}{
		{"strange names", strangeNames, []string{"Top customers", "Customer file"}, nil},
		{"no surveys", without("surveys", "answers"), []string{"Top customers"}, []string{"Satisfaction"}},
		{"no costs", without("costs", "activities"), []string{"Top customers", "Loss-makers"}, nil},
		{"no tickets", without("tickets"), []string{"Top customers"}, []string{"Complaints"}},
		{"a month without orders", emptyMonths, []string{"Movers", "Customer file"}, nil},
		{"one customer", customersOf(1), []string{"Customer file"}, []string{"At risk", "Pipeline"}},
		{"no customers", customersOf(0), []string{"Method & data"}, []string{"Top customers", "Customer file"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			company, err := demo.Generate(demo.Options{Seed: 7, Customers: 40})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := company.WriteSQLite(t.Context(), dir); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(dir, "clientele.yaml")
			if err := os.WriteFile(file, demo.Config("", company.Options()), 0o600); err != nil {
				t.Fatal(err)
			}
			c.change(t, dir)
			mustRun(t, "run", "refresh", "-c", file)
			tabs := ""
			for _, report := range []string{"sales", "marketing"} {
				book := filepath.Join(dir, report+".xlsx")
				mustRun(t, "preview", report, "--as-of", "2026-10", "-o", book, "-c", file)
				mustRun(t, "preview", report, "--as-of", "2026-10", "-o", filepath.Join(dir, report+".eml"), "-c", file)
				tabs += "|" + strings.Join(tabsOf(t, book), "|") + "|"
			}
			for _, tab := range c.sheets {
				if !strings.Contains(tabs, "|"+tab+"|") {
					t.Errorf("there is no sheet %s in %s", tab, tabs)
				}
			}
			for _, tab := range c.gone {
				if strings.Contains(tabs, "|"+tab+"|") {
					t.Errorf("there is a sheet %s in %s", tab, tabs)
				}
			}
		})
	}
}

// changed runs statements on a database of the company.
func changed(t *testing.T, dir, name string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(dir, name+".db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

func strangeNames(t *testing.T, dir string) {
	var deeds []string
	for i, name := range strange {
		deeds = append(deeds, fmt.Sprintf(`UPDATE customers SET kind = 1, company_name = '%s' WHERE customer_id =
			(SELECT customer_id FROM orders WHERE customer_id IS NOT NULL GROUP BY 1 ORDER BY SUM(net_cents) DESC, 1 LIMIT 1 OFFSET %d)`, strings.ReplaceAll(name, "'", "''"), i))
	}
	deeds = append(deeds, "UPDATE territories SET name = '=Nord/Süd [1]: \"A\"' WHERE territory_id = (SELECT MIN(territory_id) FROM territories)", "UPDATE categories SET name = '@'||name")
	changed(t, dir, "shop", deeds...)
}

// without takes kinds of record out of the configuration.
func without(kinds ...string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		file := filepath.Join(dir, "clientele.yaml")
		text := string(read(t, file))
		for _, k := range kinds {
			section := regexp.MustCompile(`(?m)^      ` + k + `:.*\n((       .*)?\n)*`)
			if !section.MatchString(text) {
				t.Fatalf("the configuration reads no %s", k)
			}
			text = section.ReplaceAllString(text, "")
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func emptyMonths(t *testing.T, dir string) {
	const gone = "strftime('%Y-%m', placed_at, 'unixepoch') IN ('2026-08', '2026-10')"
	changed(t, dir, "shop", "DELETE FROM order_lines WHERE order_id IN (SELECT order_id FROM orders WHERE "+gone+")", "DELETE FROM orders WHERE "+gone)
	changed(t, dir, "billing", "DELETE FROM rechnungen WHERE substr(datum, 1, 7) IN ('2026-08', '2026-10')")
}

// customersOf leaves the customers that order most, and nothing of anybody else.
func customersOf(n int) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		kept := "(SELECT customer_id FROM kept)"
		deeds := []string{fmt.Sprintf("CREATE TABLE kept AS SELECT customer_id FROM orders WHERE customer_id IS NOT NULL GROUP BY 1 ORDER BY COUNT(*) DESC, 1 LIMIT %d", n)}
		for _, table := range []string{"customers", "customer_contacts", "orders", "shipments", "returns", "crm_activities", "campaign_customers"} {
			deeds = append(deeds, "DELETE FROM "+table+" WHERE customer_id IS NULL OR customer_id NOT IN "+kept)
		}
		changed(t, dir, "shop", append(deeds, "DELETE FROM order_lines WHERE order_id NOT IN (SELECT order_id FROM orders)")...)
		changed(t, dir, "billing", "DELETE FROM debitoren", "DELETE FROM rechnungen", "DELETE FROM zahlungen", "DELETE FROM vertraege")
		changed(t, dir, "helpdesk", "DELETE FROM organizations", "DELETE FROM users", "DELETE FROM tickets", "DELETE FROM enquiries", "DELETE FROM surveys", "DELETE FROM questionnaire")
	}
}

func tabsOf(t *testing.T, path string) []string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	return f.GetSheetList()
}
