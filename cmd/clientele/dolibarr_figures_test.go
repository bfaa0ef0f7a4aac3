package main

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/metrics"
)

// billed is what counts as revenue from invoices: all but drafts and deposits.
const billed = ` FROM llx_facture f JOIN llx_societe s ON s.rowid = f.fk_soc WHERE f.type IN (0, 1, 2) AND f.fk_statut IN (1, 2, 3) `

const ofTheYear = ` AND f.datef >= '2017-12-01' AND f.datef < '2018-12-01' `

// checkDolibarrFigures makes both reports as of the first day after the data.
func checkDolibarrFigures(t *testing.T, theirs *sql.DB, file string) {
	for _, report := range []string{"sales", "marketing"} {
		mustRun(t, "run", report, "--as-of", "2018-12-01", "-c", file)
	}
	work := filepath.Dir(file)
	if letters, _ := filepath.Glob(filepath.Join(work, "dolibarr-outbox", "*.eml")); len(letters) != 2 {
		t.Errorf("the outbox holds %v, want two letters", letters)
	}
	r := measured(t, filepath.Join(work, "dolibarr-warehouse.db"))
	for _, c := range r.Checks {
		if !c.Passed {
			t.Errorf("%s: expected %s, found %s", c.Name, c.Expected, c.Found)
		}
	}
	revenue := asked(t, theirs, `SELECT s.nom, CAST(SUM(f.total) AS DECIMAL(20, 2))`+billed+ofTheYear+`GROUP BY s.rowid, s.nom ORDER BY s.nom`)
	same(t, "revenue of 12 months by customer", named(r, func(f *transform.Figures) string { return nonzero(f.Revenue) }), revenue)
	same(t, "revenue of 12 months", []string{cents(r.Overview.Revenue.Company())}, asked(t, theirs, `SELECT CAST(SUM(f.total) AS DECIMAL(20, 2))`+billed+ofTheYear))
	same(t, "revenue by month", monthly(r), asked(t, theirs,
		`SELECT DATE_FORMAT(f.datef, '%Y-%m') AS month, CAST(SUM(f.total) AS DECIMAL(20, 2))`+billed+`GROUP BY month HAVING SUM(f.total) <> 0 ORDER BY month`))
	checkDolibarrApart(t, theirs, r)
	checkDolibarrPeople(t, theirs, r)
	sales := filepath.Join(work, "dolibarr-archive", "sales", "2018-11", "sales_all-territories_2018-11-30.xlsx")
	same(t, "revenue on the sheet Top customers", sorted(column(t, sales, "Top customers", "Customer", "Revenue, €")), revenue)
	same(t, "number and value of open quotes and drafts", []string{fmt.Sprintf("%d | %s", r.Prospects.Open, cents(r.Prospects.Value.Value))},
		asked(t, theirs, `SELECT COUNT(*), CAST(SUM(total_ht) AS DECIMAL(20, 2)) FROM llx_propal WHERE fk_statut IN (0, 1)`))
	// Two empty drafts of one company are one row, quotes are a row each.
	same(t, "open quotes on the sheet Pipeline", sorted(column(t, sales, "Pipeline", "Enquirer", "Stage", "Value, €")), sorted(asked(t, theirs,
		`SELECT DISTINCT s.nom, ELT(q.fk_statut + 1, 'New', 'Quoted'), IF(q.total_ht = 0, '', CAST(q.total_ht AS DECIMAL(20, 2))) FROM llx_propal q JOIN llx_societe s ON s.rowid = q.fk_soc WHERE q.fk_statut IN (0, 1)`)))
}

// checkDolibarrApart compares what is no revenue, or named apart, and what is owed.
func checkDolibarrApart(t *testing.T, theirs *sql.DB, r *metrics.Results) {
	for _, c := range []struct {
		what  string
		where string
		got   metrics.Aside
	}{
		{"deposits", `type = 3`, r.Data.Deposits},
		{"abandoned invoices", `fk_statut = 3`, r.Data.Abandoned},
	} {
		same(t, c.what, []string{fmt.Sprintf("%d | %s", c.got.Count, cents(c.got.Amount))},
			asked(t, theirs, `SELECT COUNT(*), CAST(SUM(total) AS DECIMAL(20, 2)) FROM llx_facture WHERE `+c.where))
	}
	same(t, "drafts", []string{strconv.FormatInt(r.Data.NotSales, 10)}, asked(t, theirs, `SELECT COUNT(*) FROM llx_facture WHERE fk_statut = 0`))
	same(t, "open amounts by customer", named(r, func(f *transform.Figures) string { return nonzero(f.Receivable.Value) }), asked(t, theirs,
		`SELECT s.nom, CAST(SUM(GREATEST(0, f.total_ttc - f.paid)) AS DECIMAL(20, 2)) AS open FROM (`+remainders+`) f JOIN llx_societe s ON s.rowid = f.fk_soc
		 WHERE f.type = 0 AND f.fk_statut = 1 GROUP BY s.rowid, s.nom HAVING open <> 0 ORDER BY s.nom`))
	var over []string
	for _, o := range r.Data.Overpaid {
		over = append(over, strings.Join([]string{o.Invoice, cents(o.Gross), cents(o.Paid), cents(o.Credited)}, " | "))
	}
	same(t, "invoices paid beyond their amount", over, asked(t, theirs,
		`SELECT f.facnumber, CAST(f.total_ttc AS DECIMAL(20, 2)), CAST(f.paid AS DECIMAL(20, 2)), CAST(f.credited AS DECIMAL(20, 2)) FROM (
		 SELECT i.*, COALESCE((SELECT -SUM(c.total_ttc) FROM llx_facture c WHERE c.fk_facture_source = i.rowid AND c.type = 2), 0) AS credited FROM (`+remainders+`) i) f
		 WHERE f.type = 0 AND f.paid + f.credited > f.total_ttc + 0.005 ORDER BY f.paid + f.credited - f.total_ttc DESC`))
	if len(over) == 0 || !strings.HasPrefix(over[0], "FA1212-0021 | 610.60 | 1500.00") {
		t.Errorf("the invoice of 610.60 with 1,500 paid is not named first: %v", over)
	}
}

// remainders is every invoice with what was paid of it, as Dolibarr reckons what
// remains: payments, and deposits and credit notes used as payments.
const remainders = `SELECT f.*, COALESCE((SELECT SUM(l.amount) FROM llx_paiement_facture l WHERE l.fk_facture = f.rowid), 0)
	+ COALESCE((SELECT SUM(d.amount_ttc) FROM llx_societe_remise_except d WHERE d.fk_facture = f.rowid), 0) AS paid FROM llx_facture f`

// checkDolibarrPeople compares who never bought and whose contact is whose.
func checkDolibarrPeople(t *testing.T, theirs *sql.DB, r *metrics.Results) {
	same(t, "prospects", named(r, func(f *transform.Figures) string {
		if f.State == transform.StateProspect && f.Type == extract.Company {
			return "never billed"
		}
		return ""
	}), asked(t, theirs, `SELECT s.nom, 'never billed' FROM llx_societe s WHERE s.client <> 0
		AND NOT EXISTS (SELECT 1 FROM llx_facture f WHERE f.fk_soc = s.rowid AND f.type < 2 AND f.fk_statut > 0) ORDER BY s.nom`))
	names := map[string]string{}
	for i := range r.Rows {
		names[string(r.Rows[i].ID)] = r.Rows[i].Name
	}
	same(t, "contacts and their companies", named(r, func(f *transform.Figures) string { return names[string(f.Account)] }), asked(t, theirs,
		`SELECT CONCAT_WS(' ', 'Mr', NULLIF(p.firstname, ''), p.lastname) AS who, s.nom FROM llx_socpeople p JOIN llx_societe s ON s.rowid = p.fk_soc AND s.client <> 0 ORDER BY who`))
}

// checkDolibarrContracts looks at the sheet of contracts on a day when some ran;
// none does any more when the data end.
func checkDolibarrContracts(t *testing.T, theirs *sql.DB, file string) {
	for _, day := range []string{"2013-01-01", "2015-03-07"} {
		book := filepath.Join(t.TempDir(), "contracts.xlsx")
		mustRun(t, "preview", "sales", "--as-of", day, "-o", book, "-c", file)
		same(t, "contracts in force before "+day, sorted(column(t, book, "Contracts", "Customer", "Contract")), asked(t, theirs,
			`SELECT s.nom, k.ref FROM llx_contrat k JOIN llx_societe s ON s.rowid = k.fk_soc WHERE EXISTS (
			 SELECT 1 FROM llx_contratdet l WHERE l.fk_contrat = k.rowid AND l.date_ouverture < ? AND
			 (CASE l.statut WHEN 4 THEN l.date_fin_validite WHEN 5 THEN l.date_cloture END) > CAST(? AS DATE) - INTERVAL 1 DAY) ORDER BY s.nom`, day, day))
	}
}

// checkDolibarrOrders counts revenue from orders instead: valid orders, less credit
// notes at their own date.
func checkDolibarrOrders(t *testing.T, theirs *sql.DB) {
	file := dolibarrFile(t, "orders")
	mustRun(t, "run", "refresh", "-c", file)
	for _, report := range []string{"sales", "marketing"} {
		mustRun(t, "run", report, "--as-of", "2018-12-01", "-c", file)
	}
	r := measured(t, filepath.Join(filepath.Dir(file), "dolibarr-warehouse.db"))
	same(t, "revenue from orders by customer", named(r, func(f *transform.Figures) string { return nonzero(f.Revenue) }), asked(t, theirs,
		`SELECT s.nom, CAST(SUM(d.net) AS DECIMAL(20, 2)) FROM (
		 SELECT fk_soc, date_commande AS day, total_ht AS net FROM llx_commande WHERE fk_statut > 0
		 UNION ALL SELECT fk_soc, datef, total FROM llx_facture WHERE type = 2 AND fk_statut > 0) d
		 JOIN llx_societe s ON s.rowid = d.fk_soc WHERE d.day >= '2017-12-01' AND d.day < '2018-12-01' GROUP BY s.rowid, s.nom ORDER BY s.nom`))
}

// named lists the customers of whom there is something to say, in order of name.
func named(r *metrics.Results, say func(*transform.Figures) string) []string {
	var out []string
	for i := range r.Rows {
		if text := say(r.Rows[i]); text != "" {
			out = append(out, r.Rows[i].Name+" | "+text)
		}
	}
	return sorted(out)
}

func nonzero(m extract.Money) string {
	if m == 0 {
		return ""
	}
	return cents(m)
}

func monthly(r *metrics.Results) []string {
	var out []string
	for _, m := range r.ToDate.Months {
		if m.Revenue != 0 {
			out = append(out, m.Month.Time().Format("2006-01")+" | "+cents(m.Revenue))
		}
	}
	return out
}

func sorted(lines []string) []string {
	slices.Sort(lines)
	return lines
}

// column reads columns of a sheet by their heads, from the row below them to the
// first total.
func column(t *testing.T, book, sheet string, heads ...string) []string {
	t.Helper()
	f, err := excelize.OpenFile(book)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(rows, func(r []string) bool { return slices.Contains(r, heads[0]) })
	if at < 0 {
		t.Fatalf("%s: no column %s", sheet, heads[0])
	}
	var out []string
	for _, row := range rows[at+1:] {
		line := make([]string, len(heads))
		for i, head := range heads {
			line[i] = cell(row, slices.Index(rows[at], head))
		}
		if strings.HasPrefix(line[0], "All ") || strings.HasPrefix(line[0], "Other customers") {
			break
		}
		out = append(out, strings.Join(line, " | "))
	}
	return out
}

// cell is a text as it stands, a number with two decimals.
func cell(row []string, i int) string {
	if i < 0 || i >= len(row) {
		return ""
	}
	if x, err := strconv.ParseFloat(row[i], 64); err == nil {
		return strconv.FormatFloat(x, 'f', 2, 64)
	}
	return row[i]
}
