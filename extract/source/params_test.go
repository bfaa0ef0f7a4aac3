package source

import (
	"strings"
	"testing"
	"time"

	"clientele/extract"
)

func TestParametersAreFoundOutsideOfText(t *testing.T) {
	my, lite := mysqlDriver().dialect, sqliteDriver().dialect
	for _, c := range []struct {
		rule    string
		dialect dialect
		sql     string
		want    string
		names   string
	}{
		{"all three", my, "SELECT 1 WHERE a > :since AND b>:after LIMIT :LIMIT;", "SELECT 1 WHERE a > ? AND b>? LIMIT ?", "since after limit"},
		{"one twice", my, "SELECT :since, :since", "SELECT ?, ?", "since since"},
		{"not in literals", my, `SELECT ':since', "a:after", '12:30'`, `SELECT ':since', "a:after", '12:30'`, ""},
		{"not behind a doubled quote", my, `SELECT 'it''s :since', :after`, `SELECT 'it''s :since', ?`, "after"},
		{"not behind an escaped quote", my, `SELECT 'it\'s :since', :after`, `SELECT 'it\'s :since', ?`, "after"},
		{"a backslash ends a literal elsewhere", lite, `SELECT '\', :after`, `SELECT '\', ?`, "after"},
		{"not in names", my, "SELECT `Order :since`", "SELECT `Order :since`", ""},
		{"not in bracketed names", lite, "SELECT [Order :since]", "SELECT [Order :since]", ""},
		{"not in comments", my, "SELECT 1 -- :x '\n, 2 /* :since ' */, 3 # :y\n, :after", "SELECT 1 -- :x '\n, 2 /* :since ' */, 3 # :y\n, ?", "after"},
		{"not in casts and assignments", my, "SELECT a::date, @x := 1", "SELECT a::date, @x := 1", ""},
		{"brackets first", my, "(SELECT 1) UNION (SELECT 2)", "(SELECT 1) UNION (SELECT 2)", ""},
		{"a comment first", my, "-- all\nSELECT 1", "-- all\nSELECT 1", ""},
		{"with first", my, "with x as (select 1) select * from x", "with x as (select 1) select * from x", ""},
		{"a semicolon and a comment last", my, "SELECT 1; -- done", "SELECT 1", ""},
		{"words that write, in names and text", my, "SELECT `into`, 'for update' FROM t", "SELECT `into`, 'for update' FROM t", ""},
		{"umlauts", my, "SELECT größe FROM t", "SELECT größe FROM t", ""},
	} {
		q, err := parseQuery(c.sql, c.dialect)
		if got := strings.Join(q.names, " "); err != nil || q.text != c.want || got != c.names {
			t.Errorf("%s: %q with %q, want %q with %q: %v", c.rule, q.text, got, c.want, c.names, err)
		}
	}
}

func TestStatementsThatAreRefused(t *testing.T) {
	for sql, want := range map[string]string{
		"SELECT :sinse":            "did you mean since?",
		"SELECT ?":                 "question mark",
		"SELECT 1; DROP TABLE x":   "semicolon",
		"UPDATE x SET a = 1":       "begins with UPDATE",
		"  -- nothing\n":           "empty",
		"SET GLOBAL read_only = 0": "begins with SET",

		"SELECT a INTO OUTFILE '/tmp/x' FROM t": "INTO writes or locks",
		"SELECT a FROM t FOR UPDATE":            "UPDATE writes or locks",
		"SELECT a FROM t LOCK IN SHARE MODE":    "SHARE writes or locks",
		"SELECT a /*!50000 INTO OUTFILE 'x' */": "comment that MySQL executes",
	} {
		_, err := parseQuery(sql, mysqlDriver().dialect)
		if err == nil || !strings.Contains((&Source{}).fail("open", "", err).Error(), want) {
			t.Errorf("%s: %v, want %q", sql, err, want)
		}
	}
}

func TestWhatTheWindowLeavesOpenLetsEveryRowThrough(t *testing.T) {
	q, _ := parseQuery("SELECT :since, :after, :limit", mysqlDriver().dialect)
	got := q.bind(Window{}, time.UTC)
	if got[0] != "1000-01-01 00:00:00" || got[1] != int64(-1<<63) || got[2] != int64(1<<63-1) {
		t.Error(got)
	}
	if len(q.remarks()) != 2 {
		t.Error("unguarded parameters are not remarked upon")
	}
	q, _ = parseQuery("SELECT 1 WHERE (:since IS NULL OR a >= :since) AND (:AFTER is  null OR id > :after)", mysqlDriver().dialect)
	for _, v := range q.bind(Window{}, time.UTC) {
		if v != nil {
			t.Errorf("%v where the mapping asks for NULL", v)
		}
	}
	if len(q.remarks()) != 0 {
		t.Error(q.remarks())
	}
}

func TestSinceIsNeverTooLate(t *testing.T) {
	berlin := mustZone(t, "Europe/Berlin")
	for in, want := range map[string]string{
		"2026-01-05T10:00:00.9Z": "2026-01-05 11:00:00", // to the second below
		"2026-07-05T10:00:00Z":   "2026-07-05 12:00:00",
		"2026-10-25T00:45:00Z":   "2026-10-25 01:45:00", // shown as 02:45, but 02:00 is still to come again
	} {
		at, err := time.Parse(time.RFC3339, in)
		if err != nil {
			t.Fatal(err)
		}
		if got := sinceText(extract.InstantOf(at), berlin); got != want {
			t.Errorf("%s is %s, want %s", in, got, want)
		}
	}
}

func FuzzParseQuery(f *testing.F) {
	for _, s := range []string{"SELECT :since", "SELECT 'a", "/*", ":", "::", "`", "[", "--", "\\'", ";;"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, sql string, my bool) {
		d := sqliteDriver().dialect
		if my {
			d = mysqlDriver().dialect
		}
		q, err := parseQuery(sql, d)
		if err == nil && strings.Count(q.text, "?") < len(q.names) {
			t.Fatalf("%q lost a mark: %q", sql, q.text)
		}
	})
}

func FuzzText(f *testing.F) {
	f.Add([]byte("M\xfcller\x00 \r\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, enc := range Encodings() {
			d, err := newTextDecoder(enc)
			if err != nil {
				t.Fatal(err)
			}
			r := &row{stats: &Stats{}, decoder: d}
			var got string
			newCell(extract.Field{Name: "name", Ptr: &got}, r, false).text(b)
			if strings.ContainsFunc(got, isControl) || len(got) > mostText || strings.ToValidUTF8(got, "") != got {
				t.Fatalf("%s: %q became %q", enc, b, got)
			}
		}
	})
}

func TestYesAndNo(t *testing.T) {
	for in, want := range map[string]string{
		"1": "yes", "true": "yes", "Y": "yes", "T": "yes", "-1": "yes", "\x01": "yes", " yes ": "yes",
		"0": "no", "False": "no", "n": "no", "\x00": "no", "": "no", "2": "refused", "maybe": "refused",
	} {
		r := cellRow(time.UTC, time.UTC)
		var b bool
		newCell(extract.Field{Name: "b", Ptr: &b}, r, false).text([]byte(in))
		got := map[bool]string{true: "yes", false: "no"}[b]
		if r.failed {
			got = "refused"
		}
		if got != want {
			t.Errorf("%q is %s, want %s", in, got, want)
		}
	}
}

func TestWholeNumbers(t *testing.T) {
	for in, want := range map[string]int64{"14": 14, "14.00": 14, "-3": -3, "14.5": -999, "x": -999} {
		r := cellRow(time.UTC, time.UTC)
		var n extract.Opt[int64]
		newCell(extract.Field{Name: "n", Ptr: &n}, r, false).text([]byte(in))
		if r.failed {
			n.Value = -999
		}
		if n.Value != want {
			t.Errorf("%q is %d, want %d", in, n.Value, want)
		}
	}
}

func TestEveryFieldOfEveryKindHasACell(t *testing.T) {
	for _, k := range extract.Kinds() {
		for _, f := range extract.New(k).Fields() {
			if newCell(f, &row{}, false) == nil {
				t.Errorf("%s of %s: no cell for %T", f.Name, k, f.Ptr)
			}
		}
	}
}
