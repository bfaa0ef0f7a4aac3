package jobs

import (
	"bytes"
	"database/sql"
	"encoding/base64"
	"fmt"
	"io"
	"maps"
	"mime"
	"mime/multipart"
	netmail "net/mail"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"clientele/reports"
	"clientele/reports/excel/exceltest"
	"clientele/reports/mail"
	"clientele/reports/mail/mailtest"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// many is a refreshed company with more loss-makers than their sheet lists, whose
// letters go through a real mail server, and the folder of its sources.
func many(t *testing.T, customers int, recipients ...string) (*Director, *mailtest.Server, string) {
	t.Helper()
	if testing.Short() {
		t.Skip("measures a generated company")
	}
	dir := t.TempDir()
	generated(t, dir, customers, 2*customers)
	d := bencher(t, loaded(t, dir), dir)
	server := mailtest.Start(t, mailtest.Options{})
	d.Carrier, d.Spool, d.Archive = over(t, server, nil), mail.NewSpool(filepath.Join(dir, "spool")), filepath.Join(dir, "archive")
	exceltest.WhenDone(t, d.Archive)
	d.Company.From = reports.Address{Mail: "reports@example.org"}
	d.Mailing, d.Reports = Mailing{Full: true}, []Report{to(pages.SalesName, recipients...)}
	refreshed(t, d)
	return d, server, dir
}

// books returns the workbooks of a letter by name, in order, and what it says.
func books(t *testing.T, letter []byte) (names []string, files map[string][]byte, text, page string) {
	t.Helper()
	m, err := netmail.ReadMessage(bytes.NewReader(letter))
	if err != nil {
		t.Fatal(err)
	}
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	files = map[string][]byte{}
	for parts := multipart.NewReader(m.Body, params["boundary"]); ; {
		part, err := parts.NextPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(part.FileName(), ".xlsx") {
			continue
		}
		body, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, part))
		if err != nil {
			t.Fatal(err)
		}
		names, files[part.FileName()] = append(names, part.FileName()), body
	}
	texts, _ := bodiesOf(t, letter)
	return names, files, strings.Join(strings.Fields(texts["text/plain"]), " "), strings.Join(strings.Fields(texts["text/html"]), " ")
}

// column are the texts of a column of a list, from the first row below its heads.
func column(s *exceltest.Sheet, col string) (out []string) {
	for row := 8; ; row++ {
		c := s.At[fmt.Sprintf("%s%d", col, row)]
		if c == nil || c.Kind != exceltest.Text {
			return out
		}
		out = append(out, c.Text)
	}
}

// sheetOf opens a sheet of a workbook.
func sheetOf(t *testing.T, file []byte, name string) *exceltest.Sheet {
	t.Helper()
	b, err := exceltest.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range b.Sheets {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("no sheet %s", name)
	return nil
}

// says reports whether a sheet holds a text with these words.
func saysOn(s *exceltest.Sheet, words string) bool {
	return slices.ContainsFunc(s.Cells, func(c exceltest.Cell) bool { return strings.Contains(c.Text, words) })
}

const (
	bookName = "sales_all-territories_2026-10-31.xlsx"
	fullName = "sales_all-territories_2026-10-31_full-lists.xlsx"
)

// TestFullLists holds one company to every rule; each has its own recipients and server.
func TestFullLists(t *testing.T) {
	d, _, _ := many(t, 1500, "nobody@example.org")
	for _, c := range []struct {
		rule string
		hold func(*testing.T, *Director, *mailtest.Server)
	}{
		{"a workbook that cuts a list comes with all its rows", cutListComesWithAllItsRows},
		{"they are a link where the archive is published", fullListsAreALink},
		{"they give way before the workbook where a letter is too large", fullListsGiveWay},
		{"those of a scope hold its customers only", fullListsOfAScope},
		{"switched off or not needed they leave the edition as it was", fullListsSwitchedOff},
		{"they leave the archive with their workbook", fullListsExpire},
	} {
		t.Run(c.rule, func(t *testing.T) {
			d, server := *d, mailtest.Start(t, mailtest.Options{})
			d.Carrier = over(t, server, nil)
			c.hold(t, &d, server)
		})
	}
}

func cutListComesWithAllItsRows(t *testing.T, d *Director, server *mailtest.Server) {
	d.Reports = []Report{to(pages.SalesName, "ann@example.org")}
	p := published(t, d, PublishOptions{})
	names, files, text, page := books(t, server.Letters()[0].Bytes)
	if !slices.Equal(names, []string{bookName, fullName}) {
		t.Fatalf("attached: %v", names)
	}
	short, long := sheetOf(t, files[bookName], "Loss-makers"), sheetOf(t, files[fullName], "Loss-makers")
	listed, all := column(short, "B"), column(long, "B")
	m := mustMeasure(t, d).of(transform.Scope{})
	of := len(m.Profitability.LossMakers)
	if of <= 150 || !slices.Equal(all[:150], listed[:150]) || len(all)-of != len(listed)-150 {
		t.Errorf("%d loss-makers, %d in the list, %d in the full one", of, len(listed), len(all))
	}
	for s, words := range map[*exceltest.Sheet]string{
		short: fmt.Sprintf("150 of %s rows; all of them are in the workbook of full lists", reports.Thousands(of)), long: fmt.Sprintf("All %s rows.", reports.Thousands(of)),
	} {
		if !saysOn(s, words) {
			t.Errorf("no sheet says %q", words)
		}
	}
	if !saysOn(long, "edition "+p.Edition) || !saysOn(long, fmt.Sprintf("%[1]s of %[1]s rows shown", reports.Thousands(of))) {
		t.Error("the stamp of the full list is another")
	}
	for where, words := range map[string]string{text: "ALSO ATTACHED, ALL ROWS: " + fullName, page: "Also attached, all rows: " + fullName} {
		if !strings.Contains(where, words) || !strings.Contains(where, fmt.Sprintf("Loss-makers: %s rows", reports.Thousands(of))) {
			t.Errorf("the letter does not say %q:\n%s", words, where)
		}
	}
	for name, body := range files {
		path := filepath.Join(d.Archive, "sales", "2026-10", name)
		kept, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(kept, body) {
			t.Errorf("%s is not in the archive as it was sent: %v", name, err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: mode %v, %v", name, info.Mode(), err)
		}
	}
	if !slices.Contains(p.Files, p.Drawn[0].Full) || filepath.Base(p.Drawn[0].Full) != fullName {
		t.Errorf("files %v, full %q", p.Files, p.Drawn[0].Full)
	}

	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org nothing")
	d.Reports = []Report{to(pages.SalesName, "ann@example.org", "bob@example.org")}
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org nothing", "bob@example.org sent")
	if _, again, _, _ := books(t, server.Letters()[1].Bytes); !bytes.Equal(again[fullName], files[fullName]) {
		t.Error("the same edition has other full lists")
	}
	for _, path := range []string{p.Files[0], p.Drawn[0].Full} { // as if somebody had tidied up
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Reproduce(t.Context(), pages.SalesName, october, ReproduceOptions{SendTo: "zoe@example.org"})
	if err != nil {
		t.Fatal(err)
	}
	if again, err := os.ReadFile(r.Again[0].Full); err != nil || !r.Again[0].Same() || !bytes.Equal(again, files[fullName]) {
		t.Errorf("drawn again it is another: %+v, %v", r.Again, err)
	}

	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org nothing", "bob@example.org nothing")
}

func TestAChangeInRowsOfTheFullListsOnlyIsNoticedAndCorrected(t *testing.T) {
	d, server, dir := many(t, 500, "ann@example.org")
	before := published(t, d, PublishOptions{})
	_, files, _, _ := books(t, server.Letters()[0].Bytes)
	unlisted := column(sheetOf(t, files[fullName], "Loss-makers"), "B")[150:]
	db, err := sql.Open("sqlite", filepath.Join(dir, "shop.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	renamed := ""
	for _, name := range unlisted {
		var n int
		if err := db.QueryRowContext(t.Context(), "SELECT count(*) FROM customers WHERE company_name = ?", name).Scan(&n); err != nil {
			t.Fatal(err)
		}
		if n != 1 || strings.Contains(everyText(t, files[bookName], "Loss-makers"), name) {
			continue
		}
		if _, err := db.ExecContext(t.Context(), "UPDATE customers SET company_name = company_name || ' Zwei', updated_at = updated_at + 1 WHERE company_name = ?", name); err != nil {
			t.Fatal(err)
		}
		renamed = name
		break
	}
	refreshed(t, d)
	p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrStopped, "--send-correction")
	if renamed == "" || p.Edition == before.Edition {
		t.Errorf("renamed %q, edition %s", renamed, p.Edition)
	}
	wantDid(t, published(t, d, PublishOptions{SendCorrection: true}), "ann@example.org corrected")
	names, _, text, _ := books(t, server.Letters()[1].Bytes)
	if !slices.Equal(names, []string{"sales_all-territories_2026-10-31_r2.xlsx", "sales_all-territories_2026-10-31_r2_full-lists.xlsx"}) || !strings.Contains(text, names[1]) {
		t.Errorf("attached %v, letter:\n%s", names, text)
	}
}

// everyText are the texts of a sheet.
func everyText(t *testing.T, file []byte, sheet string) string {
	t.Helper()
	var b strings.Builder
	for _, c := range sheetOf(t, file, sheet).Cells {
		b.WriteString(c.Text + "\n")
	}
	return b.String()
}

func fullListsAreALink(t *testing.T, d *Director, server *mailtest.Server) {
	d.Reports = []Report{to(pages.SalesName, "cleo@example.org")}
	d.Mailing.Link = "https://intranet.example.org/r"
	p := published(t, d, PublishOptions{})
	names, files, text, page := books(t, server.Letters()[0].Bytes)
	link := "https://intranet.example.org/r/sales/2026-10/" + fullName
	if !slices.Equal(names, []string{bookName}) || !strings.Contains(text, "Open the full lists: "+link) || !strings.Contains(page, `href="`+link+`"`) {
		t.Errorf("attached %v, letter:\n%s", names, text)
	}
	if info, err := os.Stat(filepath.Join(d.Archive, "sales", "2026-10", fullName)); err != nil || info.Size() == 0 {
		t.Errorf("what the link leads to is not there: %v", err)
	}
	before := sum(files[bookName])

	d.Mailing.Link = "" // the workbook says nothing of the way, so it stays the same
	d.Reports = []Report{to(pages.SalesName, "ben@example.org")}
	again := published(t, d, PublishOptions{})
	names, files, _, _ = books(t, server.Letters()[1].Bytes)
	if again.Edition != p.Edition || sum(files[bookName]) != before || len(names) != 2 {
		t.Errorf("edition %s and %s, attached %v", p.Edition, again.Edition, names)
	}
}

func fullListsGiveWay(t *testing.T, d *Director, server *mailtest.Server) {
	d.Reports = []Report{to(pages.SalesName, "dan@example.org")}
	published(t, d, PublishOptions{})
	whole := int64(len(server.Letters()[0].Bytes))
	place, bookPlace := "sales/2026-10/"+fullName, "sales/2026-10/"+bookName
	for n, c := range []struct {
		rule     string
		own      int64 // mail.max_size
		server   mailtest.Options
		attached []string
		why      string
		says     []string
	}{
		{"our own limit", whole - 1000, mailtest.Options{}, []string{bookName}, "without the full lists: too large", []string{place}},
		{"the server names a limit", 0, mailtest.Options{MostBytes: whole - 1000}, []string{bookName}, "without the full lists: too large", []string{place}},
		{"refused at the letter's end", 0, mailtest.Options{Data: larger(whole-1000, mailtest.Say(552, 5, 3, 4, "message too big"))}, []string{bookName}, "without the full lists: too large", []string{place}},
		{"neither has room", 100_000, mailtest.Options{}, nil, "without the workbook: too large", []string{place, bookPlace}},
		{"the server has room for neither", 0, mailtest.Options{MostBytes: 100_000}, nil, "without the workbook: too large", []string{place, bookPlace}},
	} {
		address := fmt.Sprintf("r%d@example.org", n)
		server := mailtest.Start(t, c.server)
		d.Carrier, d.Mailing.Most, d.Reports = over(t, server, nil), c.own, []Report{to(pages.SalesName, address)}
		p := published(t, d, PublishOptions{})
		wantDid(t, p, address+" sent")
		if len(server.Letters()) != 1 || !strings.HasPrefix(p.Outcomes[0].Why, c.why) {
			t.Fatalf("%s: %d letters, %q", c.rule, len(server.Letters()), p.Outcomes[0].Why)
		}
		names, _, text, page := books(t, server.Letters()[0].Bytes)
		if !slices.Equal(names, c.attached) {
			t.Errorf("%s: attached %v", c.rule, names)
		}
		for _, word := range append(c.says, "too large to be attached") {
			if !strings.Contains(text, word) || !strings.Contains(page, word) {
				t.Errorf("%s: the letter does not say %q:\n%s", c.rule, word, text)
			}
		}
		for _, x := range deliveries(t, d) {
			if x.State != state.Accepted {
				t.Errorf("%s: the ledger says %+v", c.rule, x)
			}
		}
	}
}

func fullListsOfAScope(t *testing.T, d *Director, server *mailtest.Server) {
	d.Reports = []Report{to(pages.SalesName, "eve@example.org")}
	losing := map[string]int{}
	for _, r := range mustMeasure(t, d).of(transform.Scope{}).Rows {
		if r.Net.Known && r.Net.Value < 0 {
			losing[r.Territory]++
		}
	}
	var large, small string
	for _, name := range slices.Sorted(maps.Keys(losing)) {
		if losing[name] > losing[large] {
			large = name
		}
		if small == "" || losing[name] < losing[small] {
			small = name
		}
	}
	d.Reports[0].Recipients = []Recipient{{Address: "l@example.org", Scope: transform.Scope{Territory: large}}, {Address: "s@example.org", Scope: transform.Scope{Territory: small}}}
	published(t, d, PublishOptions{})
	for _, l := range server.Letters() {
		names, files, text, _ := books(t, l.Bytes)
		if l.To == "s@example.org" {
			if len(names) != 1 || strings.Contains(strings.ToLower(text), "all rows") {
				t.Errorf("%s, with %d loss-makers, has %v:\n%s", small, losing[small], names, text)
			}
			continue
		}
		if len(names) != 2 {
			t.Fatalf("%s, with %d loss-makers, has %v", large, losing[large], names)
		}
		places := column(sheetOf(t, files[names[1]], "Loss-makers"), "C")
		if len(places) <= 150 || slices.ContainsFunc(places, func(s string) bool { return s != large }) {
			t.Errorf("%d rows, of %v", len(places), slices.Compact(places))
		}
	}
}

func fullListsSwitchedOff(t *testing.T, d *Director, _ *mailtest.Server) {
	d.Reports = []Report{to(pages.SalesName, "flo@example.org")}
	draw := func(scope transform.Scope, full bool) Issue {
		t.Helper()
		d.Mailing.Full = full
		i, err := d.Preview(t.Context(), pages.SalesName, october, scope)
		if err != nil {
			t.Fatal(err)
		}
		return i
	}
	on, off := draw(transform.Scope{}, true), draw(transform.Scope{}, false)
	names, files, _, _ := books(t, on.Letter)
	if !slices.Equal(names, []string{bookName, fullName}) || !bytes.Equal(files[fullName], on.Full.Workbook) {
		t.Errorf("the letter of a preview carries %v", names)
	}
	if names, _, text, _ := books(t, off.Letter); len(names) != 1 || off.Full.FileName != "" || strings.Contains(text, "full-lists") || off.Edition == on.Edition {
		t.Errorf("switched off there are %v, edition %.8s", names, off.Edition)
	}
	rep := transform.Scope{Rep: mustMeasure(t, d).of(transform.Scope{}).Rows[0].Rep}
	on, off = draw(rep, true), draw(rep, false)
	if on.Full.FileName != "" || on.Edition != off.Edition || on.SHA256 != off.SHA256 {
		t.Errorf("%s: editions %.8s and %.8s, full %q", rep.Name(), on.Edition, off.Edition, on.Full.FileName)
	}
}

func fullListsExpire(t *testing.T, d *Director, _ *mailtest.Server) {
	d.Reports = []Report{to(pages.SalesName, "gus@example.org")}
	p := published(t, d, PublishOptions{})
	now := d.Now
	d.Keep, d.Now = 7, func() time.Time { return now().Add(8 * 24 * time.Hour) }
	for _, path := range p.Files {
		if err := os.Chtimes(path, now(), now()); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.sweep(); err != nil {
		t.Fatal(err)
	}
	for _, path := range p.Files {
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s was kept", path)
		}
	}
}
