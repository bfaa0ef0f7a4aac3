package main

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDolibarr runs the whole program on the database of an ERP that nobody here
// wrote, and asks that database's own tables, past the mapping, what must come out.
func TestDolibarr(t *testing.T) {
	dir := realData(t)
	server := testServer(t)
	loadDump(t, server, "clientele_dolibarr", filepath.Join(dir, "databases", "dolibarr_demo_9.0.0.sql.gz"))
	t.Setenv("DOLIBARR_DSN", server+"clientele_dolibarr")
	theirs, err := sql.Open("mysql", server+"clientele_dolibarr")
	if err != nil {
		t.Fatal(err)
	}
	defer theirs.Close()
	file := dolibarrFile(t, "invoices")
	if out := mustRun(t, "check", "-c", file); !strings.Contains(out, "sound") {
		t.Errorf("check says\n%s", out)
	}
	if out := mustRun(t, "run", "refresh", "-c", file); !strings.Contains(out, "18 records are 18 customers") {
		t.Errorf("refresh says\n%s", out)
	}
	staged, err := sql.Open("sqlite", filepath.Join(filepath.Dir(file), "dolibarr-warehouse.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer staged.Close()
	for _, c := range dolibarrStaged {
		same(t, c.what, asked(t, staged, c.ours), asked(t, theirs, c.theirs))
	}
	checkDolibarrFigures(t, theirs, file)
	checkDolibarrContracts(t, theirs, file)
	checkDolibarrOrders(t, theirs)
}

// dolibarrFile writes the example into a folder of its own, with revenue counted
// from what is named.
func dolibarrFile(t *testing.T, from string) string {
	sample, err := os.ReadFile("../../docs/examples/dolibarr.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(sample), "revenue_from: invoices", "revenue_from: "+from, 1)
	file := filepath.Join(t.TempDir(), "dolibarr.yaml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// dolibarrStaged compares what was read with what the tables hold. Amounts are
// staged in 1/10,000, moments in microseconds since 1970, days since the year 1, from 1 on.
var dolibarrStaged = []struct{ what, theirs, ours string }{
	{
		"companies that are customers or prospects",
		`SELECT rowid, nom FROM llx_societe WHERE client IN (1, 2, 3) ORDER BY rowid`,
		`SELECT CAST(substr(id, 2) AS INT) AS n, company || name FROM staged_parties WHERE id LIKE 'S%' AND to_run IS NULL ORDER BY n`,
	},
	{
		"contacts of companies",
		`SELECT p.rowid, p.fk_soc FROM llx_socpeople p JOIN llx_societe s ON s.rowid = p.fk_soc AND s.client <> 0 ORDER BY p.rowid`,
		`SELECT CAST(substr(id, 2) AS INT) AS n, substr(account, 2) FROM staged_parties WHERE type = 'contact' AND to_run IS NULL ORDER BY n`,
	},
	{
		"public contacts of nobody",
		`SELECT rowid FROM llx_socpeople WHERE fk_soc IS NULL AND priv = 0 ORDER BY rowid`,
		`SELECT CAST(substr(id, 2) AS INT) AS n FROM staged_parties WHERE id LIKE 'P%' AND account = '' AND to_run IS NULL ORDER BY n`,
	},
	{
		"invoices by type and state: number, net, gross",
		`SELECT ELT(type + 1, 'invoice', '', 'credit_note', 'deposit') AS kind, ELT(fk_statut + 1, 'draft', 'valid', 'valid', 'abandoned') AS state,
		 COUNT(*), CAST(SUM(total) AS DECIMAL(20, 2)), CAST(SUM(total_ttc) AS DECIMAL(20, 2)) FROM llx_facture GROUP BY kind, state ORDER BY kind, state`,
		`SELECT type, status, COUNT(*), printf('%.2f', SUM(net) / 10000.0), printf('%.2f', SUM(net + tax) / 10000.0)
		 FROM staged_invoices WHERE to_run IS NULL GROUP BY type, status ORDER BY type, status`,
	},
	{
		"every invoice: whose, when, net, gross",
		`SELECT facnumber, fk_soc, datef, CAST(total AS DECIMAL(20, 4)), CAST(total_ttc AS DECIMAL(20, 4)) FROM llx_facture ORDER BY facnumber`,
		`SELECT i.id, substr(i.party, 2), date(i.at / 1000000 + 86400 / 2, 'unixepoch'), printf('%.4f', net / 10000.0), printf('%.4f', (net + tax) / 10000.0)
		 FROM staged_invoices i WHERE to_run IS NULL ORDER BY id`,
	},
	{
		"what credit notes correct",
		`SELECT c.facnumber, f.facnumber FROM llx_facture c JOIN llx_facture f ON f.rowid = c.fk_facture_source ORDER BY c.facnumber`,
		`SELECT id, corrects FROM staged_invoices WHERE corrects <> '' AND to_run IS NULL ORDER BY id`,
	},
	{
		"payments of every invoice",
		`SELECT f.facnumber, CAST(SUM(l.amount) AS DECIMAL(20, 2)) FROM llx_paiement_facture l JOIN llx_facture f ON f.rowid = l.fk_facture GROUP BY f.facnumber ORDER BY f.facnumber`,
		`SELECT invoice, printf('%.2f', SUM(amount) / 10000.0) FROM staged_payments WHERE invoice <> '' AND to_run IS NULL GROUP BY invoice ORDER BY invoice`,
	},
	{
		"money received of every company: whose line at the bank it is, else whose invoice",
		`SELECT COALESCE(b.url_id, (SELECT MIN(f.fk_soc) FROM llx_paiement_facture l JOIN llx_facture f ON f.rowid = l.fk_facture WHERE l.fk_paiement = p.rowid)) AS company,
		 CAST(SUM(p.amount) AS DECIMAL(20, 2)) FROM llx_paiement p LEFT JOIN llx_bank_url b ON b.fk_bank = p.fk_bank AND b.type = 'company' GROUP BY company ORDER BY company`,
		`SELECT CAST(substr(party, 2) AS INT) AS n, printf('%.2f', SUM(amount) / 10000.0) FROM staged_payments WHERE to_run IS NULL GROUP BY n ORDER BY n`,
	},
	{
		"money received in all",
		`SELECT CAST(SUM(amount) AS DECIMAL(20, 2)) FROM llx_paiement`,
		`SELECT printf('%.2f', SUM(amount) / 10000.0) FROM staged_payments WHERE to_run IS NULL`,
	},
	{
		"orders by state: number, net, gross",
		`SELECT ELT(fk_statut + 2, 'cancelled', 'draft', 'valid', 'valid', 'valid') AS state, COUNT(*), CAST(SUM(total_ht) AS DECIMAL(20, 2)), CAST(SUM(total_ttc) AS DECIMAL(20, 2))
		 FROM llx_commande GROUP BY state ORDER BY state`,
		`SELECT status, COUNT(*), printf('%.2f', SUM(net) / 10000.0), printf('%.2f', SUM(net + tax) / 10000.0) FROM staged_orders WHERE to_run IS NULL GROUP BY status ORDER BY status`,
	},
	{
		"lines of every order: number, pieces, net",
		`SELECT o.ref, COUNT(*), CAST(SUM(l.qty) AS DECIMAL(20, 2)), CAST(SUM(l.total_ht) AS DECIMAL(20, 2)) FROM llx_commandedet l JOIN llx_commande o ON o.rowid = l.fk_commande GROUP BY o.ref ORDER BY o.ref`,
		"SELECT `order`, COUNT(*), printf('%.2f', SUM(quantity) / 100000000.0), printf('%.2f', SUM(net) / 10000.0) FROM staged_lines WHERE to_run IS NULL GROUP BY `order` ORDER BY `order`",
	},
	{
		"quotes by state: number, net",
		`SELECT ELT(fk_statut + 1, 'new', 'quoted', 'won', 'lost', 'won') AS state, COUNT(*), CAST(SUM(total_ht) AS DECIMAL(20, 2)) FROM llx_propal GROUP BY state ORDER BY state`,
		`SELECT stage, COUNT(*), printf('%.2f', SUM(COALESCE(value, 0)) / 10000.0) FROM staged_enquiries WHERE to_run IS NULL GROUP BY stage ORDER BY stage`,
	},
	{
		"contracts: begin, last day, value",
		`SELECT k.ref, DATE(k.date_contrat), DATE(MAX(CASE WHEN l.statut = 4 THEN l.date_fin_validite WHEN l.statut = 5 THEN l.date_cloture END) - INTERVAL 1 SECOND), CAST(SUM(l.total_ht) AS DECIMAL(20, 2))
		 FROM llx_contrat k JOIN llx_contratdet l ON l.fk_contrat = k.rowid GROUP BY k.ref, k.date_contrat ORDER BY k.ref`,
		`SELECT id, date((starts - 1) * 86400 - 62135596800, 'unixepoch'), date((ends - 1) * 86400 - 62135596801, 'unixepoch'), printf('%.2f', agreed / 10000.0) FROM staged_contracts WHERE status = 'valid' AND to_run IS NULL ORDER BY id`,
	},
	{
		"activities by what they are, without what the program wrote down itself",
		`SELECT ELT(FIELD(fk_action, 1, 2, 4, 5, 50), 'call', 'mail', 'mail', 'meeting', 'other') AS kind, COUNT(*) FROM llx_actioncomm
		 WHERE fk_action IN (1, 2, 4, 5, 11) OR code = 'AC_OTH' GROUP BY kind ORDER BY kind`,
		`SELECT type, COUNT(*) FROM staged_activities WHERE to_run IS NULL GROUP BY type ORDER BY type`,
	},
	{
		"the ticket, of a company that is gone",
		`SELECT ref, fk_soc, IF(fk_soc IN (SELECT rowid FROM llx_societe), 'known', 'nobody'), subject, datec FROM llx_ticket`,
		`SELECT k.id, substr(k.party, 2), CASE WHEN k.party IN (SELECT id FROM staged_parties) THEN 'known' ELSE 'nobody' END, subject, datetime(opened / 1000000, 'unixepoch', '+2 hours') FROM staged_tickets k`,
	},
	{
		"reps",
		`SELECT rowid, lastname FROM llx_user ORDER BY rowid`,
		`SELECT CAST(r.id AS INT) AS n, replace(name, rtrim(name, replace(name, ' ', '')), '') FROM staged_reps r ORDER BY n`,
	},
}

// asked returns the rows of a query, a line each.
func asked(t *testing.T, db *sql.DB, query string, args ...any) []string {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), query, args...)
	if err != nil {
		t.Fatalf("ask %s: %v", query, err)
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	cells, into := make([]sql.NullString, len(names)), make([]any, len(names))
	for i := range cells {
		into[i] = &cells[i]
	}
	var out []string
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		line := make([]string, len(cells))
		for i, c := range cells {
			line[i] = c.String
		}
		out = append(out, strings.Join(line, " | "))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// same compares lines one by one; nothing at all is no agreement.
func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if len(want) == 0 {
		t.Errorf("%s: the tables hold none", what)
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("%s: got\n%s\nwant\n%s", what, g, w)
	}
}
