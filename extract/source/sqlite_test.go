package source_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/extract/source"

	"github.com/google/go-cmp/cmp"
)

const orders = `CREATE TABLE orders (no TEXT, customer TEXT, placed DATETIME, total, state TEXT, promised DATE, promo INT)`

const orderSelect = "SELECT no AS id, customer AS party, placed AS at, total AS net, state AS status, promised, promo AS promotional FROM orders -- all\n;"

func TestRecordsComeOutOfTheirColumns(t *testing.T) {
	path := sqliteFile(t, orders,
		`INSERT INTO orders VALUES ('A-1 ', 7, '2026-01-05 10:00:00', 1234567.125, ' VALID', '2026-02-01', 1)`,
		`INSERT INTO orders VALUES (17850.0, 17850.0, '2026-07-05', '$90,000 ', NULL, '0000-00-00', 'no')`,
		`INSERT INTO orders VALUES ('A-3', NULL, '2026-07-05T10:00:00Z', NULL, '', NULL, NULL)`,
	)
	o := sqliteOptions(path, extract.Orders, orderSelect)
	o.Zone = zone(t, "Europe/Berlin")
	o.CompanyZone = zone(t, "Asia/Tokyo")
	got, rejects := readAll[extract.Order](t, o, extract.Orders)
	at := func(s string) extract.Instant {
		v, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return extract.InstantOf(v)
	}
	want := []extract.Order{
		{Ref: extract.Ref{Source: "shop", ID: "A-1"}, Owner: extract.Owner{Party: "7"}, At: at("2026-01-05T09:00:00Z"), Status: extract.Valid, Net: extract.Some(extract.Money(12_345_671_250)), Promised: extract.Date(2026, 2, 1), Promotional: true},
		{Ref: extract.Ref{Source: "shop", ID: "17850.0"}, Owner: extract.Owner{Party: "17850.0"}, At: at("2026-07-04T15:00:00Z"), Status: extract.Valid, Net: extract.Some(90_000 * extract.Unit)},
		{Ref: extract.Ref{Source: "shop", ID: "A-3"}, At: at("2026-07-05T10:00:00Z"), Status: extract.Valid},
	}
	if d := cmp.Diff(want, got); d != "" || len(rejects) > 0 {
		t.Errorf("records differ:\n%s\nrejects %v", d, rejects)
	}
}

func TestRowsThatBreakTheirContractAreSetAside(t *testing.T) {
	for _, c := range []struct{ rule, row, field, reason string }{
		{"a word for a number", "'1', 'p', '2026-01-05', 'many', '', '', 0", "net", "not a number"},
		{"a day that is none", "'1', 'p', '2026-02-30', 1, '', '', 0", "at", "no day"},
		{"a zero date where one is needed", "'1', 'p', '0000-00-00', 1, '', '', 0", "at", "zero date"},
		{"no date where one is needed", "'1', 'p', NULL, 1, '', '', 0", "at", "empty"},
		{"a word that is none of ours", "'1', 'p', '2026-01-05', 1, 'shipped', '', 0", "status", "CASE"},
		{"an ambiguous amount", "'1', 'p', '2026-01-05', '90,000', '', '', 0", "net", "REPLACE"},
		{"not a number", "'1', 'p', '2026-01-05', 9e999, '', '', 0", "net", "not a number"},
		{"an overflow", "'1', 'p', '2026-01-05', 9e18, '', '', 0", "net", "larger"},
		{"neither yes nor no", "'1', 'p', '2026-01-05', 1, '', '', 'perhaps'", "promotional", "1 or 0"},
		{"bytes that are no text", "'1', CAST(x'4dfc6c' AS TEXT), '2026-01-05', 1, '', '', 0", "party", "encoding"},
		{"no id", "'  ', 'p', '2026-01-05', 1, '', '', 0", "id", "empty"},
		{"an id beyond all measure", "'" + strings.Repeat("x", 300) + "', 'p', '2026-01-05', 1, '', '', 0", "id", "255"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			path := sqliteFile(t, orders, "INSERT INTO orders VALUES ("+c.row+")", "INSERT INTO orders VALUES ('next', 'p', '2026-01-05', -2.5, 'draft', '', 0)")
			got, rejects := readAll[extract.Order](t, sqliteOptions(path, extract.Orders, orderSelect), extract.Orders)
			if len(got) != 1 || got[0].ID != "next" || got[0].Net.Value != -25_000 {
				t.Fatalf("the next row did not come: %+v", got)
			}
			if len(rejects) != 1 || rejects[0].Field != c.field || !strings.Contains(rejects[0].Reason, c.reason) {
				t.Fatalf("rejects %v, want field %s, reason with %q", rejects, c.field, c.reason)
			}
			r := rejects[0]
			if r.Source != "shop" || r.Kind != extract.Orders || r.ID == "" {
				t.Errorf("reject does not say where it stood: %+v", r)
			}
		})
	}
}

func TestRulesOfSeveralFieldsAreChecked(t *testing.T) {
	path := sqliteFile(t, "CREATE TABLE l (id, o, q, p)", "INSERT INTO l VALUES (1, 1, -2, 1.123456789), (2, 1, 1, NULL), (3, 1, 0.12345678, 2)")
	snap := snapshot(t, open(t, sqliteOptions(path, extract.Lines, `SELECT id, o AS "order", q AS quantity, p AS price FROM l`)))
	got, rejects, err := read[extract.Line](t.Context(), snap, extract.Lines, source.Window{})
	if err != nil || len(got) != 2 || len(rejects) != 1 || rejects[0].ID != "1/2" {
		t.Fatalf("%v %v %v", got, rejects, err)
	}
	if got[0].Quantity != -2*extract.One || got[0].Price.Value != 112_345_679 || got[1].Quantity != 12_345_678 {
		t.Errorf("negative quantity or decimals lost: %+v", got)
	}
	if s := snap.Stats(extract.Lines); s.Rounded != 1 {
		t.Errorf("rounded %d, want 1: eight decimals fit, nine do not", s.Rounded)
	}
}

func TestTextStaysText(t *testing.T) {
	path := sqliteFile(t, "CREATE TABLE c (id, name)")
	for i, v := range []string{"=cmd|' /C calc'!A0", "+49 30 1234", "\u00a0Müller\u200b ", "a\x00b\x07c", "line\r\nnext\rlast", strings.Repeat("ü", 20_000), "  "} {
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec("INSERT INTO c VALUES (?, CAST(? AS TEXT))", i, []byte(v)); err != nil {
			t.Fatal(err)
		}
		_ = db.Close()
	}
	snap := snapshot(t, open(t, sqliteOptions(path, extract.Parties, "SELECT id, name, 'x' AS company FROM c")))
	got, rejects, err := read[extract.Party](t.Context(), snap, extract.Parties, source.Window{})
	if err != nil || len(rejects) > 0 {
		t.Fatal(rejects, err)
	}
	want := []string{"=cmd|' /C calc'!A0", "+49 30 1234", "Müller", "abc", "line\nnext\nlast", strings.Repeat("ü", 16<<10), ""}
	for i, p := range got {
		if p.Name != want[i] {
			t.Errorf("name %d is %q, want %q", i, p.Name, want[i])
		}
	}
	if d := cmp.Diff(source.Stats{Stripped: 1, Cut: 1}, snap.Stats(extract.Parties)); d != "" {
		t.Error(d)
	}
}

func TestTextThatIsNotUTF8IsDecoded(t *testing.T) {
	path := sqliteFile(t, "CREATE TABLE c (id, name)", "INSERT INTO c VALUES (1, CAST(x'4dfc6c6c6572a4' AS TEXT)), (2, 'Müller€')")
	for enc, want := range map[string]string{"auto": "Müller¤", "windows-1252": "Müller¤", "iso-8859-1": "Müller¤", "iso-8859-15": "Müller€"} {
		o := sqliteOptions(path, extract.Parties, "SELECT id, name FROM c")
		o.Encoding = enc
		got, _ := readAll[extract.Party](t, o, extract.Parties)
		if len(got) != 2 || got[0].Name != want || got[1].Name != "Müller€" {
			t.Errorf("%s: %+v", enc, got)
		}
	}
}

func TestColumnsAreCheckedBeforeTheFirstRow(t *testing.T) {
	for _, c := range []struct{ rule, sql, want string }{
		{"a misspelt column", "SELECT no AS id, placed AS at, total AS nett FROM orders", "did you mean net?"},
		{"a needed column that is missing", "SELECT no AS id FROM orders", "column at is missing"},
		{"a column that comes twice", "SELECT no AS id, placed AS at, total AS net, total AS NET FROM orders", "column NET comes twice"},
		{"a column that comes twice by the same name", "SELECT no AS id, placed AS at, total AS net, total AS net FROM orders", "column net comes twice"},
		{"a missing table", "SELECT no AS id, placed AS at FROM order_s", "no such table"},
		{"a missing column", "SELECT nr AS id, placed AS at FROM orders", "no such column"},
		{"broken SQL", "SELECT no AS id, FROM orders", "syntax error"},
	} {
		path := sqliteFile(t, orders, "INSERT INTO orders VALUES (1, 1, '2026-01-01', 1, '', '', 0)")
		s := open(t, sqliteOptions(path, extract.Orders, c.sql))
		got, rejects, err := read[extract.Order](t.Context(), snapshot(t, s), extract.Orders, source.Window{})
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "orders of shop") || len(got)+len(rejects) > 0 {
			t.Errorf("%s: %v, want %q", c.rule, err, c.want)
		}
		problems := s.Check(t.Context())
		if len(problems) != 1 || problems[0].Warning || problems[0].Hint == "" || !strings.Contains(problems[0].String(), c.want) {
			t.Errorf("%s: check says %v", c.rule, problems)
		}
	}
}

func TestAllWrongColumnsAreToldAtOnce(t *testing.T) {
	path := sqliteFile(t, orders)
	problems := open(t, sqliteOptions(path, extract.Orders, "SELECT no AS idd, total AS nett FROM orders")).Check(t.Context())
	if len(problems) != 4 { // two unknown, id and at missing
		t.Errorf("%d problems: %v", len(problems), problems)
	}
}

func TestLikelyTableIsNamed(t *testing.T) {
	path := sqliteFile(t, orders)
	problems := open(t, sqliteOptions(path, extract.Orders, "SELECT no AS id, placed AS at FROM ordres")).Check(t.Context())
	if len(problems) != 1 || !strings.Contains(problems[0].Hint, "did you mean orders?") {
		t.Error(problems)
	}
}

func TestAnEmptySourceHasNoRows(t *testing.T) {
	got, rejects := readAll[extract.Order](t, sqliteOptions(sqliteFile(t, orders), extract.Orders, orderSelect), extract.Orders)
	if len(got)+len(rejects) > 0 {
		t.Error(got, rejects)
	}
}

func TestAMissingFileIsUnreachable(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.db")
	_, err := open(t, sqliteOptions(path, extract.Orders, orderSelect)).Snapshot(t.Context())
	if !errors.Is(err, source.ErrUnreachable) || !strings.Contains(err.Error(), "no such file") {
		t.Error(err)
	}
	writeFile(t, filepath.Dir(path), "none.db", []byte(strings.Repeat("not a database ", 100)))
	if _, err := open(t, sqliteOptions(path, extract.Orders, orderSelect)).Snapshot(t.Context()); err == nil || !strings.Contains(err.Error(), "not an SQLite file") {
		t.Error(err)
	}
}

func TestFilesAreFoundHoweverTheyAreNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "50% #1?.db")
	writer, err := sql.Open("sqlite", "file:"+strings.NewReplacer("%", "%25", "#", "%23", "?", "%3f").Replace(path))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := writer.Exec(orders); err != nil {
		t.Fatal(err)
	}
	_ = writer.Close()
	for _, dsn := range []string{path, "file:" + strings.NewReplacer("%", "%25", "?", "%3f").Replace(path) + "?mode=rwc", "file:" + strings.NewReplacer("%", "%25", "?", "%3f").Replace(path) + "?immutable=1"} {
		if p := open(t, sqliteOptions(dsn, extract.Orders, orderSelect)).Check(t.Context()); len(p) > 0 {
			t.Errorf("%s: %v", dsn, p)
		}
	}
}

func TestNothingIsWritten(t *testing.T) {
	path := sqliteFile(t, orders)
	if _, err := source.Open(t.Context(), sqliteOptions(path, extract.Orders, "DELETE FROM orders")); err == nil || !strings.Contains(err.Error(), "only read") {
		t.Error(err)
	}
	s := open(t, sqliteOptions(path, extract.Orders, "WITH x AS (SELECT 1) DELETE FROM orders RETURNING no AS id, placed AS at"))
	if _, _, err := read[extract.Order](t.Context(), snapshot(t, s), extract.Orders, source.Window{}); err == nil {
		t.Error("a DELETE was run")
	}
}

func TestALateRowIsNotSeen(t *testing.T) {
	path := sqliteFile(t, "PRAGMA journal_mode=wal", orders, "INSERT INTO orders VALUES (1, 1, '2026-01-01', 1, '', '', 0), (2, 1, '2026-01-01', 1, '', '', 0)")
	snap := snapshot(t, open(t, sqliteOptions(path, extract.Orders, orderSelect)))
	execFile(t, path, "INSERT INTO orders VALUES (3, 1, '2026-01-01', 1, '', '', 0)")
	n := 0
	for _, err := range snap.Read(t.Context(), extract.Orders, source.Window{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		execFile(t, path, fmt.Sprintf("INSERT INTO orders VALUES (%d, 1, '2026-01-01', 1, '', '', 0)", 10+n))
	}
	again, _, err := read[extract.Order](t.Context(), snap, extract.Orders, source.Window{})
	if n != 2 || len(again) != 2 || err != nil {
		t.Errorf("saw %d and then %d rows, want 2: %v", n, len(again), err)
	}
}

func TestParametersNarrowAndWithoutThemAllIsRead(t *testing.T) {
	path := sqliteFile(t, orders, `INSERT INTO orders VALUES ('a', 1, '2026-01-01 00:00:00', 1, '', '', 0), ('b', 1, '2026-02-01 00:00:00', 1, '', '', 0), ('c', 1, '2026-03-01 00:00:00', 1, '', '', 0)`)
	o := sqliteOptions(path, extract.Orders, `SELECT no AS id, placed AS at FROM orders WHERE placed >= :since AND (:after IS NULL OR no > :after) ORDER BY no LIMIT :limit`)
	snap := snapshot(t, open(t, o))
	since := extract.Date(2026, 2, 1).Start(time.UTC)
	for _, c := range []struct {
		w    source.Window
		want string
	}{
		{source.Window{}, "abc"},
		{source.Window{Since: since}, "bc"},
		{source.Window{After: "b"}, "c"},
		{source.Window{Limit: 1}, "a"},
		{source.Window{Since: since, After: "a", Limit: 1}, "b"},
	} {
		got, _, err := read[extract.Order](t.Context(), snap, extract.Orders, c.w)
		ids := ""
		for _, r := range got {
			ids += r.ID
		}
		if ids != c.want || err != nil {
			t.Errorf("%+v gave %s, want %s: %v", c.w, ids, c.want, err)
		}
	}
}

func TestTheRecordIsTheSameInEveryStep(t *testing.T) {
	path := sqliteFile(t, orders, "INSERT INTO orders VALUES (1, 1, '2026-01-01', 1, 'draft', '', 1), (2, NULL, '2026-01-01', NULL, NULL, '', NULL)")
	var first extract.Record
	for r, err := range snapshot(t, open(t, sqliteOptions(path, extract.Orders, orderSelect))).Read(t.Context(), extract.Orders, source.Window{}) {
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = r
		}
		if r != first {
			t.Fatal("another record")
		}
		if o := r.(*extract.Order); o.ID == "2" && (o.Party != "" || o.Net.Known || o.Promotional || o.Status != extract.Valid) {
			t.Errorf("values of the row before remain: %+v", o)
		}
	}
}

const endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT i AS id, 'p' AS name FROM n"

func TestCancelEndsTheStream(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	snap := snapshot(t, open(t, sqliteOptions(sqliteFile(t, orders), extract.Parties, endless)))
	n := 0
	var last error
	for _, err := range snap.Read(ctx, extract.Parties, source.Window{}) {
		if n++; n == 1000 {
			cancel()
		}
		last = err
	}
	if !errors.Is(last, context.Canceled) || n > 2000 {
		t.Errorf("after %d rows: %v", n, last)
	}
}

func TestALongStatementIsEnded(t *testing.T) {
	o := sqliteOptions(sqliteFile(t, orders), extract.Parties, "SELECT id, name FROM ("+endless+") WHERE id < 0")
	o.StatementTimeout = 50 * time.Millisecond
	_, _, err := read[extract.Party](t.Context(), snapshot(t, open(t, o)), extract.Parties, source.Window{})
	if err == nil || !strings.Contains(err.Error(), "statement_timeout") {
		t.Error(err)
	}
}

func TestLeavingEarlyAndReadingOn(t *testing.T) {
	o := sqliteOptions(sqliteFile(t, orders, "INSERT INTO orders VALUES (1, 1, '2026-01-01', 1, '', '', 0)"), extract.Parties, endless)
	o.Mappings[extract.Orders] = source.Mapping{Select: orderSelect}
	snap := snapshot(t, open(t, o))
	for range snap.Read(t.Context(), extract.Parties, source.Window{}) {
		if _, _, err := read[extract.Order](t.Context(), snap, extract.Orders, source.Window{}); err == nil {
			t.Error("two kinds were read at once")
		}
		break
	}
	got, _, err := read[extract.Order](t.Context(), snap, extract.Orders, source.Window{})
	if len(got) != 1 || err != nil {
		t.Errorf("%v %v", got, err)
	}
}
