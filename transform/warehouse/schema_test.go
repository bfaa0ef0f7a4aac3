package warehouse

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clientele/extract"
)

var update = flag.Bool("update", false, "write the generated table definitions anew")

// A column that came after its table was released.
type addition struct {
	migration     int
	table, column string
}

// additions lists the columns that came later. A store in the field has the tables
// as they were released, so their definitions stay as they are; a new field of a
// record is listed here, with the next free number of the folder schema, and
// go test -update writes its migration.
var additions = []addition{
	{54, "staged_parties", "birthplace"},
	{55, "staged_parties", "occupation"},
	{41, "customers", "household_role"},
	{42, "customers", "household_why"},
	{43, "customers", "account_role"},
	{44, "customers", "account_why"},
	{45, publicTable, "household_role"},
	{56, publicTable, "household_why"},
	{57, publicTable, "account_role"},
	{58, publicTable, "account_why"},
	{61, "staged_targets", "segment"},
	{62, "staged_targets", "party"},
	{70, "links", "with_source"},
	{71, "links", "with_id"},
	{72, "links", "told"},
}

// views lists the steps that made the view anew, with the columns the published table
// had by then. The step before each drops the view.
var views = []int{60}

// The definitions of record tables follow from the fields of the records.
func TestTableDefinitionsFollowFromTheFields(t *testing.T) {
	for _, e := range []ddl{sqliteDDL, mysqlDDL} {
		for name, want := range e.definitions(t) {
			path := filepath.Join("schema", e.folder, name)
			if *update {
				if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if have, _ := os.ReadFile(path); string(have) != want {
				t.Errorf("%s differs from the records' fields: list the new field in additions, then run go test -update ./transform/warehouse", path)
			}
		}
	}
}

// A ddl is how one database defines tables.
type ddl struct {
	folder, end           string
	text, short, day      string
	key, long, hash, made string // by bytes: source, id, hash of a row, id made by us
}

var (
	sqliteDDL = ddl{
		folder: "sqlite", end: ") WITHOUT ROWID;\n", text: "TEXT NOT NULL", short: "TEXT", day: "INT NOT NULL",
		key: "TEXT NOT NULL", long: "TEXT NOT NULL", hash: "BLOB NOT NULL", made: "TEXT NOT NULL",
	}
	mysqlDDL = ddl{
		folder: "mysql",
		end:    ") ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;\n",
		text:   "MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL",
		short:  "VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
		day:    "INT NOT NULL",
		key:    fmt.Sprintf("VARBINARY(%d) NOT NULL", longestSource),
		long:   fmt.Sprintf("VARBINARY(%d) NOT NULL", longestKey),
		hash:   "VARBINARY(16) NOT NULL",
		made:   "VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL",
	}
)

func (e ddl) definitions(t *testing.T) map[string]string {
	t.Helper()
	all, err := tables()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	n := 10
	for _, k := range append(extract.Kinds(), linkKind, customerKind) {
		files[fmt.Sprintf("%05d_%s.sql", n, all[k].name)] = "-- +goose Up\n" + e.define(t, all[k])
		n++
	}
	files[fmt.Sprintf("%05d_customer_table.sql", n)] = "-- +goose Up\n" + e.definePublic()
	files[fmt.Sprintf("%05d_customers_current.sql", n+1)] = "-- +goose Up\n" + defineView(0)
	for _, v := range views {
		files[fmt.Sprintf("%05d_customers_current_goes.sql", v-1)] = "-- +goose Up\nDROP VIEW `customers_current`;\n"
		files[fmt.Sprintf("%05d_customers_current.sql", v)] = "-- +goose Up\n" + defineView(v)
	}
	for _, a := range additions {
		files[fmt.Sprintf("%05d_%s_%s.sql", a.migration, a.table, a.column)] = "-- +goose Up\n" + e.add(t, all, a)
	}
	return files
}

func (e ddl) define(t *testing.T, table *table) string {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE `%s` (\n", table.name)
	if table.bySource {
		fmt.Fprintf(&b, "  `source` %s,\n", e.key)
	}
	for _, f := range table.empty().Fields() {
		if !cameLater(table.name, f.Name) {
			fmt.Fprintf(&b, "  `%s` %s,\n", f.Name, e.columnType(t, table, f))
		}
	}
	fmt.Fprintf(&b, "  `from_run` BIGINT NOT NULL,\n  `to_run` BIGINT,\n  `seq` BIGINT NOT NULL,\n  `hash` %s,\n", e.hash)
	if table.valued {
		b.WriteString("  `worth` BIGINT NOT NULL,\n")
	}
	fmt.Fprintf(&b, "  PRIMARY KEY (%s, `from_run`)\n%s", names(table.full()), e.end)
	return b.String()
}

func cameLater(table, column string) bool {
	for _, a := range additions {
		if a.table == table && a.column == column {
			return true
		}
	}
	return false
}

// add writes the migration of a later column. Rows that are there have none: an
// empty text, nought, or unknown.
func (e ddl) add(t *testing.T, all map[extract.Kind]*table, a addition) string {
	t.Helper()
	if a.table == publicTable {
		return e.addPublic(t, a)
	}
	for _, table := range all {
		for _, f := range table.empty().Fields() {
			if table.name != a.table || f.Name != a.column {
				continue
			}
			kind := e.columnType(t, table, f)
			if how, _ := formOf(f); how == integer {
				kind += " DEFAULT 0"
			} else if how == text && e.folder == "sqlite" {
				kind += " DEFAULT ''" // MySQL allows a text no default, and takes the empty one
			}
			return fmt.Sprintf("ALTER TABLE `%s` ADD COLUMN `%s` %s;\n", a.table, a.column, kind)
		}
	}
	t.Fatalf("additions: there is no column %s of %s", a.column, a.table)
	return ""
}

func (e ddl) columnType(t *testing.T, table *table, f extract.Field) string {
	t.Helper()
	how, err := formOf(f)
	if err != nil {
		t.Fatal(err)
	}
	if _, isDay := f.Ptr.(*extract.Day); isDay {
		return e.day
	}
	if position(table.keys, f.Name) >= 0 {
		return e.long
	}
	return map[form]string{text: e.text, integer: "BIGINT NOT NULL", optional: "BIGINT"}[how]
}

func (e ddl) definePublic() string {
	var b strings.Builder
	b.WriteString("CREATE TABLE `customer_table` (\n  `version` BIGINT NOT NULL,\n")
	for _, f := range new(PublicCustomer).publicFields(new(string)) {
		if !cameLater(publicTable, f.Name) {
			fmt.Fprintf(&b, "  `%s` %s,\n", f.Name, e.publicType(f))
		}
	}
	b.WriteString("  PRIMARY KEY (`version`, `id`)\n" + e.end)
	return b.String()
}

func (e ddl) publicType(f extract.Field) string {
	if f.Name == "id" {
		return e.made
	}
	switch f.Ptr.(type) {
	case *string:
		return e.text
	case *int64:
		return "BIGINT NOT NULL"
	}
	return e.short
}

// addPublic writes the migration of a later column of the published table. Only texts
// and what may be unknown can come later.
func (e ddl) addPublic(t *testing.T, a addition) string {
	t.Helper()
	for _, f := range new(PublicCustomer).publicFields(new(string)) {
		if f.Name != a.column {
			continue
		}
		kind := e.publicType(f)
		if kind == e.text && e.folder == "sqlite" {
			kind += " DEFAULT ''" // MySQL allows a text no default, and takes the empty one
		}
		return fmt.Sprintf("ALTER TABLE `%s` ADD COLUMN `%s` %s;\n", a.table, a.column, kind)
	}
	t.Fatalf("additions: there is no column %s of %s", a.column, a.table)
	return ""
}

// defineView writes the view with the columns the table has when a step is taken.
func defineView(step int) string {
	var columns []string
	for _, c := range publicColumns()[1:] {
		if cameBy(c, step) {
			columns = append(columns, "t.`"+c+"`")
		}
	}
	return "CREATE VIEW `customers_current` AS\nSELECT " + strings.Join(columns, ", ") + ", p.`as_of`\n" +
		"FROM `customer_table` t JOIN `published` p ON p.`version` = t.`version`\nWHERE p.`name` = 'customers';\n"
}

// cameBy reports whether the published table has a column when a step is taken.
func cameBy(column string, step int) bool {
	for _, a := range additions {
		if a.table == publicTable && a.column == column {
			return a.migration < step
		}
	}
	return true
}
