package warehouse

import (
	"slices"
	"strings"
	"testing"

	"clientele/extract"
)

// every lists all statements the program can send.
func every(db *DB) []string {
	list := []string{publicInsertSQL(), "SELECT * FROM `customers_current`"}
	for name := range db.queries {
		list = append(list, db.queries[name])
	}
	for _, t := range db.tables {
		list = append(list, t.selectSQL(), t.pageSQL(), t.closeSQL())
		for _, n := range sizes {
			list = append(list, t.lookupSQL(n), t.insertSQL("INSERT INTO ", n), t.insertSQL(db.dialect.insertNew, n))
		}
	}
	slices.Sort(list)
	return list
}

func TestEveryStatementIsUnderstood(t *testing.T) {
	db := open(t)
	for _, q := range every(db) {
		st, err := db.reads.PrepareContext(t.Context(), q)
		if err != nil {
			t.Errorf("%v\n%.300s", err, q)
			continue
		}
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestLookUpsWalkThePrimaryKey(t *testing.T) {
	db := open(t)
	for _, table := range db.tables {
		for _, q := range []string{table.lookupSQL(4), table.closeSQL(), table.pageSQL(), table.selectSQL()} {
			var plan []struct {
				ID, Parent, Notused int
				Detail              string
			}
			if err := db.reads.SelectContext(t.Context(), &plan, "EXPLAIN QUERY PLAN "+q, make([]any, strings.Count(q, "?"))...); err != nil {
				t.Fatal(err)
			}
			for _, p := range plan {
				if p.Detail == "USE TEMP B-TREE FOR ORDER BY" || (q != table.selectSQL() && p.Detail == "SCAN "+table.name) {
					t.Errorf("%s: %s\n%s", table.name, p.Detail, q)
				}
			}
		}
	}
}

func TestTheNewestStocksAreFoundWithoutReadingAll(t *testing.T) {
	var plan []struct {
		ID, Parent, Notused int
		Detail              string
	}
	db := open(t)
	if err := db.reads.SelectContext(t.Context(), &plan, "EXPLAIN QUERY PLAN "+db.sql("stocks"), 1); err != nil {
		t.Fatal(err)
	}
	for _, p := range plan {
		if strings.HasPrefix(p.Detail, "SCAN") && p.Detail != "SCAN o" {
			t.Error(p.Detail)
		}
	}
}

func TestStatementsStayWithinTheDialectsParameters(t *testing.T) {
	db := open(t)
	for _, table := range db.tables {
		if n := len(table.inserted()) * batchRows; n > db.dialect.params {
			t.Errorf("%s: a full batch has %d parameters", table.name, n)
		}
	}
}

func TestEveryKindHasATable(t *testing.T) {
	db := open(t)
	for _, k := range extract.Kinds() {
		if db.tables[k] == nil || db.tables[k].keyAt[0] < 0 {
			t.Errorf("%s has no table or no key", k)
		}
	}
}
