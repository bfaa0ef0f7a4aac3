package warehouse

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/store"
)

// every lists all statements the program can send.
func every(db *DB) []string {
	list := []string{"SELECT * FROM `customers_current`", "SELECT * FROM `customers_forward`", db.saveOriginSQL(), roomSQL}
	if db.Name == store.SQLite {
		list = list[:3]
	}
	for name := range db.queries {
		list = append(list, db.queries[name])
	}
	for _, n := range sizes {
		list = append(list, insertSQL(publicTable, publicColumns(), n), insertSQL("aside", asideColumns(), n), insertSQL("customer_figures", figureColumns(), n), insertSQL("doubts", doubtColumns(), n), insertSQL("doubt_log", loggedColumns(), n), insertSQL(forwardTable, forwardColumns(), n))
	}
	for _, column := range []string{"household", "account"} {
		list = append(list, db.tables[customerKind].whereSQL(column))
	}
	list = append(list, db.tables[linkKind].whereSQL("customer"), db.tables[extract.Parties].lastSQL(), db.tables[extract.Parties].idsSQL())
	for _, t := range db.tables {
		list = append(list, t.oneSQL(), t.selectSQL(), t.pageSQL(), t.closeSQL(), t.reopenSQL(), t.removeSQL(), t.goneSQL())
		if t.bySource {
			list = append(list, t.differingSQL())
		}
		for _, column := range t.moments() {
			list = append(list, t.beforeSQL(column), t.earliestSQL(column))
		}
		for _, n := range sizes {
			list = append(list, t.lookupSQL(n), t.withinSQL(n), insertSQL(t.name, t.inserted(), n), t.firstSQL(db.Dialect, n))
		}
	}
	slices.Sort(list)
	return list
}

// Statements are written in queries/*.sql, or built by what is called ...SQL: every
// must know all of these, and no other text of the package may be a statement.
func TestTheListOfStatementsIsComplete(t *testing.T) {
	list, err := os.ReadFile("statements_test.go")
	if err != nil {
		t.Fatal(err)
	}
	known := string(list)[strings.Index(string(list), "func every("):]
	known = known[:strings.Index(known, "\n}\n")]
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	parts := []string{"scopeSQL", "sameSQL", "currentSQL", "heldSQL"} // of other statements
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			owner := declared(d)
			if strings.HasSuffix(owner, "SQL") && !slices.Contains(parts, owner) && !strings.Contains(known, owner) {
				t.Errorf("%s: %s is not among the statements that are tried", name, owner)
			}
			ast.Inspect(d, func(n ast.Node) bool {
				if text, ok := n.(*ast.BasicLit); ok && isStatement(text.Value) && !strings.HasSuffix(owner, "SQL") {
					t.Errorf("%s: %s sends %s", name, owner, text.Value)
				}
				return true
			})
		}
	}
}

func isStatement(text string) bool {
	for _, verb := range []string{"SELECT ", "INSERT ", "UPDATE ", "DELETE ", "REPLACE ", "SET ", "KILL "} {
		if strings.HasPrefix(strings.Trim(text, "`\"\n "), verb) {
			return true
		}
	}
	return false
}

// declared returns the name of what is declared.
func declared(d ast.Decl) string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		return d.Name.Name
	case *ast.GenDecl:
		for _, s := range d.Specs {
			if v, ok := s.(*ast.ValueSpec); ok {
				return v.Names[0].Name
			}
		}
	}
	return ""
}

func TestEveryStatementIsUnderstood(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		for _, q := range every(db) {
			st, err := db.Writes.PrepareContext(t.Context(), q)
			if err != nil {
				t.Errorf("%v\n%.300s", err, q)
				continue
			}
			if err := st.Close(); err != nil {
				t.Error(err)
			}
		}
	})
}

func TestLookUpsWalkThePrimaryKey(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		fillAll(t, db)
		for _, table := range db.tables {
			for _, q := range []string{table.lookupSQL(8), table.withinSQL(8), table.closeSQL(), table.reopenSQL(), table.removeSQL(), table.pageSQL()} {
				for _, p := range plan(t, db, q) {
					if p.sorts || p.scans {
						t.Errorf("%s: %s\n%s", table.name, p.text, q)
					}
				}
			}
			if table.bySource {
				for _, p := range plan(t, db, table.differingSQL()) { // reads all, but must not sort
					if p.sorts {
						t.Errorf("%s: %s\n%s", table.name, p.text, table.differingSQL())
					}
				}
			}
			for _, p := range plan(t, db, table.selectSQL()) { // the same
				if p.sorts {
					t.Errorf("%s: %s\n%s", table.name, p.text, table.selectSQL())
				}
			}
		}
	})
}

func TestNamedReadsDoNotSort(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		fillAll(t, db)
		for _, name := range []string{"customer_ids", "customer_figures", "asides_of", "coverage", "latest_snapshot"} {
			for _, p := range plan(t, db, db.sql(name)) {
				if p.sorts {
					t.Errorf("%s: %s", name, p.text)
				}
			}
		}
	})
}

func TestTheNewestStocksAreFoundWithoutReadingAll(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		for run := range transform.Run(200) {
			s := begin(t, db, run+1)
			stage(t, s, extract.Orders, lax, order("a", "p", int64(run)))
			commit(t, s)
		}
		for _, p := range plan(t, db, db.sql("stocks")) {
			if p.scans && p.table != "o" {
				t.Error(p.text)
			}
		}
	})
}

// fillAll puts rows into every table: how a table is read may depend on its size.
func fillAll(t *testing.T, db *DB) {
	t.Helper()
	s := begin(t, db, 1)
	for _, table := range db.tables {
		put := s.tx.load(statements{}, table.name, table.inserted())
		for i := range 1000 {
			rec := table.empty()
			for _, f := range rec.Fields() {
				if p, ok := f.Ptr.(*string); ok {
					*p = fmt.Sprintf("%s-%05d", f.Name, i)
				}
			}
			row := append(append(table.scope("shop"), values(rec.Fields())...), 1, i, make([]byte, 16))
			if table.valued {
				row = append(row, 0)
			}
			if err := put.add(t.Context(), row, nil); err != nil {
				t.Fatal(err)
			}
		}
		if err := put.flush(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	commit(t, s)
}

// A planned step is how a database means to read one table.
type planned struct {
	table, text  string
	sorts, scans bool
}

// plan asks the database how it would run a statement.
func plan(t *testing.T, db *DB, query string) []planned {
	t.Helper()
	explain := "EXPLAIN "
	if db.Name == store.SQLite {
		explain = "EXPLAIN QUERY PLAN "
	}
	args := make([]any, strings.Count(query, "?"))
	for i := range args {
		args[i] = "7" // of a key
	}
	if strings.Contains(query, "WHERE `source` = ?") {
		args[0] = "shop"
	}
	if strings.HasSuffix(query, "LIMIT ?") {
		args[len(args)-1] = 7
	}
	rows, err := db.Writes.QueryxContext(t.Context(), explain+query, args...)
	if err != nil {
		t.Fatalf("%v\n%s", err, query)
	}
	defer func() { _ = rows.Close() }()
	var list []planned
	for rows.Next() {
		row := map[string]any{}
		if err := rows.MapScan(row); err != nil {
			t.Fatal(err)
		}
		list = append(list, readPlan(row))
	}
	return list
}

func readPlan(row map[string]any) planned {
	if detail, ok := row["detail"].(string); ok {
		p := planned{text: detail, sorts: strings.Contains(detail, "TEMP B-TREE")}
		p.table, p.scans = strings.CutPrefix(detail, "SCAN ")
		return p
	}
	kind, extra, table := fmt.Sprintf("%s", row["type"]), fmt.Sprintf("%s", row["Extra"]), fmt.Sprintf("%s", row["table"])
	return planned{
		table: table, text: fmt.Sprintf("%s %s %s key %s", kind, table, extra, row["key"]),
		sorts: strings.Contains(extra, "filesort") || strings.Contains(extra, "temporary"), scans: kind == "ALL" || kind == "index",
	}
}

func TestStatementsStayWithinTheDialectsParameters(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		for _, table := range db.tables {
			if n := len(table.inserted()) * batchRows; n > db.Params {
				t.Errorf("%s: a full batch has %d parameters", table.name, n)
			}
		}
	})
}

func TestEveryKindHasATable(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		for _, k := range extract.Kinds() {
			if db.tables[k] == nil || db.tables[k].keyAt[0] < 0 {
				t.Errorf("%s has no table or no key", k)
			}
		}
	})
}
