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

// The definitions of record tables follow from the fields of the records. Once a
// version is released they stay, and a new field comes by a migration of its own.
func TestTableDefinitionsFollowFromTheFields(t *testing.T) {
	for name, want := range definitions(t) {
		path := filepath.Join("schema", "sqlite", name)
		if *update {
			if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if have, _ := os.ReadFile(path); string(have) != want {
			t.Errorf("%s differs from the records' fields: run go test -update ./transform/warehouse", path)
		}
	}
}

func definitions(t *testing.T) map[string]string {
	t.Helper()
	all, err := tables()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	n := 10
	for _, k := range append(extract.Kinds(), linkKind, customerKind) {
		files[fmt.Sprintf("%05d_%s.sql", n, all[k].name)] = "-- +goose Up\n" + define(t, all[k])
		n++
	}
	files[fmt.Sprintf("%05d_customer_table.sql", n)] = "-- +goose Up\n" + definePublic()
	files[fmt.Sprintf("%05d_customers_current.sql", n+1)] = "-- +goose Up\n" + defineView()
	return files
}

func define(t *testing.T, table *table) string {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE `%s` (\n", table.name)
	if table.bySource {
		b.WriteString("  `source` TEXT NOT NULL,\n")
	}
	for _, f := range table.empty().Fields() {
		fmt.Fprintf(&b, "  `%s` %s,\n", f.Name, columnType(t, f))
	}
	b.WriteString("  `from_run` BIGINT NOT NULL,\n  `to_run` BIGINT,\n  `seq` BIGINT NOT NULL,\n  `hash` BLOB NOT NULL,\n")
	if table.valued {
		b.WriteString("  `worth` BIGINT NOT NULL,\n")
	}
	fmt.Fprintf(&b, "  PRIMARY KEY (%s, `from_run`)\n) WITHOUT ROWID;\n", names(table.full()))
	return b.String()
}

func columnType(t *testing.T, f extract.Field) string {
	t.Helper()
	how, err := formOf(f)
	if err != nil {
		t.Fatal(err)
	}
	if _, isDay := f.Ptr.(*extract.Day); isDay {
		return "INT NOT NULL"
	}
	return map[form]string{text: "TEXT NOT NULL", integer: "BIGINT NOT NULL", optional: "BIGINT"}[how]
}

func definePublic() string {
	var b strings.Builder
	b.WriteString("CREATE TABLE `customer_table` (\n  `version` BIGINT NOT NULL,\n")
	for _, f := range new(PublicCustomer).publicFields(new(string)) {
		kind := "TEXT"
		switch f.Ptr.(type) {
		case *string:
			kind = "TEXT NOT NULL"
		case *int64:
			kind = "BIGINT NOT NULL"
		}
		fmt.Fprintf(&b, "  `%s` %s,\n", f.Name, kind)
	}
	b.WriteString("  PRIMARY KEY (`version`, `id`)\n) WITHOUT ROWID;\n")
	return b.String()
}

func defineView() string {
	columns := publicColumns()[1:]
	for i, c := range columns {
		columns[i] = "t.`" + c + "`"
	}
	return "CREATE VIEW `customers_current` AS\nSELECT " + strings.Join(columns, ", ") + ", p.`as_of`\n" +
		"FROM `customer_table` t JOIN `published` p ON p.`version` = t.`version`\nWHERE p.`name` = 'customers';\n"
}
