package demo

import (
	"context"
	"database/sql"
	"os"
	"strings"
	"testing"

	"github.com/go-sql-driver/mysql"
)

func TestMySQLHoldsTheSameCompany(t *testing.T) {
	dsn := os.Getenv("CLIENTELE_TEST_MYSQL")
	if dsn == "" {
		t.Skip("CLIENTELE_TEST_MYSQL is not set: no MySQL or MariaDB server to fill")
	}
	const prefix = "clientele_demo_test_"
	c := made(t, Options{Seed: 4, Customers: 300})
	names, err := c.WriteMySQL(context.Background(), dsn, prefix)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { drop(t, dsn, names) })
	text, err := ConfigMySQL(dsn, prefix, c.Options())
	if err != nil {
		t.Fatal(err)
	}
	checkMappings(t, mappings(t, text), c, func(dsn string) (*sql.DB, error) { return sql.Open("mysql", dsn) })
	compare(t, c, dsn, prefix)
}

func drop(t *testing.T, dsn string, names []string) {
	t.Helper()
	db, err := sql.Open("mysql", dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, name := range names {
		if _, err := db.Exec("DROP DATABASE IF EXISTS `" + name + "`"); err != nil {
			t.Error(err)
		}
	}
}

// compare counts the rows of every table against those generated.
func compare(t *testing.T, c *Company, dsn, prefix string) {
	t.Helper()
	want := &digest{rows: map[*table]int{}}
	if err := c.tell(want); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("mysql", dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, table := range schema() {
		var got int
		if err := db.QueryRow("SELECT COUNT(*) FROM `" + prefix + table.db + "`.`" + table.name + "`").Scan(&got); err != nil {
			t.Fatal(err)
		}
		if got != want.rows[table] {
			t.Errorf("%s of %s has %d rows, want %d", table.name, table.db, got, want.rows[table])
		}
	}
}

func TestMySQLErrorsKeepThePassword(t *testing.T) {
	c := made(t, Options{Customers: 20, Months: 3})
	for name, dsn := range map[string]string{"no DSN at all": "root:hunter2", "nobody there": "root:hunter2@unix(/nowhere/x.sock)/"} {
		_, err := c.WriteMySQL(context.Background(), dsn, "x_")
		if err == nil || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := c.WriteMySQL(context.Background(), "root@tcp(localhost)/", "x`; DROP"); err == nil {
		t.Error("a prefix that breaks out of its quotes was taken")
	}
	if _, err := ConfigMySQL("root:hunter2", "", Options{}); err == nil || strings.Contains(err.Error(), "hunter2") {
		t.Errorf("configuration: %v", err)
	}
	if _, err := mysql.ParseDSN("root@unix(/x)/"); err != nil {
		t.Error(err)
	}
}
