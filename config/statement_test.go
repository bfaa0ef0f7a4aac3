package config

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestProblemsOfSQL(t *testing.T) {
	for _, c := range []struct{ rule, driver, text, want string }{
		{"the three parameters", "mysql", "{select: 'SELECT :since, :after, :limit', key: id, changed: at}", ""},
		{"a time in quotes is no parameter", "mysql", "SELECT '12:30', \"12:limt\", `a:b`", ""},
		{"a doubled quote does not end a text", "sqlite", `SELECT 'it''s :x'`, ""},
		{"a backslash escapes on MySQL", "mysql", `SELECT 'it\'s :x'`, ""},
		{"a backslash is a letter on SQLite", "sqlite", `SELECT 'c:\', :x`, "8:30: unknown parameter :x (only :since, :after and :limit are known; put a text with a colon in quotes)"},
		{"two colons are a cast", "sqlite", "SELECT a::text", ""},
		{"a comment to the line's end", "mysql", "|\n        SELECT 1 -- :x\n        , 2 -- :y", ""},
		{"dashes without a blank subtract on MySQL", "mysql", "SELECT 1--:x", "8:26: unknown parameter :x (only :since, :after and :limit are known; put a text with a colon in quotes)"},
		{"dashes without a blank comment on SQLite", "sqlite", "SELECT 1--:x", ""},
		{"a sharp comments on MySQL", "mysql", "|\n        SELECT 1 # :x", ""},
		{"a comment over lines", "mysql", "|\n        SELECT /* :x\n        :y */ 1", ""},
		{"the value of a variable is no parameter", "mysql", "SELECT @a := 1", ""},
		{"a parameter in the third line of a block", "mysql", "|\n        SELECT 1,\n               ü,\n               :limt", "11:16: unknown parameter :limt (did you mean :limit?)"},
		{"a parameter on the line of its key", "mysql", "SELECT :foo", "8:23: unknown parameter :foo (only :since, :after and :limit are known; put a text with a colon in quotes)"},
		{"a parameter in quotes of YAML", "mysql", `"SELECT 1, :limt"`, "8:27: unknown parameter :limt (did you mean :limit?)"},
		{"a parameter in a folded text stands at its line", "mysql", ">-\n        SELECT 1,\n        :limt", "8:16: unknown parameter :limt (did you mean :limit?)"},
		{"an open text", "mysql", "SELECT 'a", "8:23: a string in the SQL begins here and never ends"},
		{"an open comment", "mysql", "SELECT 1 /* a", "8:25: a comment in the SQL begins here and never ends"},
		{"a common table expression", "mysql", "WITH x AS (SELECT 1) SELECT * FROM x", ""},
		{"a comment before the SELECT", "mysql", "|\n        -- all of them\n        select 1;", ""},
		{"a statement that writes", "mysql", "DELETE FROM customers", "8:16: the SQL must begin with SELECT or WITH (sources are only read)"},
		{"two statements", "mysql", "SELECT 1; SELECT 2", "8:26: a second statement begins here (one SELECT for a kind; join them with UNION ALL)"},
		{"nothing but a comment", "mysql", "/* later */", "8:16: there is no SQL in it (write a SELECT)"},
		{"since without a changed column", "mysql", "SELECT :since", "8:16: uses :since, but nothing says which result column tells when a row changed (write {select: ..., changed: column})"},
		{"after without a key", "mysql", "SELECT :after", "8:16: uses :after, but nothing says which expression makes the key (write {select: ..., key: expression})"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			got := found(t, head+"sources:\n  s:\n    driver: "+c.driver+"\n    dsn: x\n    records:\n"+
				"      orders: SELECT 1\n      parties: "+c.text+"\n")
			got = strings.ReplaceAll(got, "sources.s.records.parties: ", "")
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
