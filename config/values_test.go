package config

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func parsed(t *testing.T, text string) *Config {
	t.Helper()
	c, err := Parse("/etc/clientele/c.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestTextsStayAsTheyAreWritten(t *testing.T) {
	for _, text := range []string{"0123", "+4930", "1.10", "0x1F", "1_000", "2026-10-01", "no", "1e3", "12:30", "007 ½"} {
		c := parsed(t, least+"targets: [{month: 2026-10, measure: profit, amount: 1, territory: "+text+"}]\n")
		if got := c.Targets[0].Territory; got != text {
			t.Errorf("%s became %s", text, got)
		}
	}
}

func TestAmountsAreExact(t *testing.T) {
	for text, want := range map[string]Amount{
		"0": 0, "1": 1_0000, "1234.5678": 1234_5678, "'12.5'": 12_5000, "-0.0001": -1, "+3.10": 3_1000,
		"922337203685477.5807": 9223372036854775807,
	} {
		c := parsed(t, least+"targets: [{month: 2026-10, measure: profit, amount: "+text+"}]\n")
		if got := c.Targets[0].Amount; got != want {
			t.Errorf("%s became %d, want %d", text, got, want)
		}
	}
}

func TestPercentages(t *testing.T) {
	for text, want := range map[string]Percent{
		"0": 0, "0%": 0, "0.125": 125_000, "12.5%": 125_000, "12.5 %": 125_000, "100%": 1_000_000, "0.0001%": 1, "'0.999999'": 999_999,
	} {
		c := parsed(t, least+"metrics: {credit_rate: "+text+"}\n")
		if got := c.Metrics.CreditRate; got != want {
			t.Errorf("%s became %d, want %d", text, got, want)
		}
	}
	if got := Percent(125_000).Share(); got != 0.125 {
		t.Errorf("the share of 12.5%% is %v", got)
	}
}

func TestDaysDatesAndSpans(t *testing.T) {
	c := parsed(t, least+`metrics: {lapsed_after: 180 days, horizon: 90d, new_window_days: 30}
archive: {keep: 1 day}
rates: [{currency: USD, from: 2024-02-29, rate: 0.92345678}]
costs: [{month: 2026-03, activity: a, amount: 1, minutes: 12.5}]
`)
	if c.Metrics.LapsedAfter != 180 || c.Metrics.Horizon != 90 || c.Metrics.NewWindow != 30 || c.Archive.Keep != 1 {
		t.Errorf("days are %d %d %d %d", c.Metrics.LapsedAfter, c.Metrics.Horizon, c.Metrics.NewWindow, c.Archive.Keep)
	}
	if c.Rates[0].From != (Date{2024, time.February, 29}) || c.Rates[0].From.String() != "2024-02-29" {
		t.Errorf("the day is %v", c.Rates[0].From)
	}
	if c.Rates[0].Rate != 92_345_678 || c.Costs[0].Minutes != 12_5000_0000 {
		t.Errorf("rate %d, minutes %d", c.Rates[0].Rate, c.Costs[0].Minutes)
	}
	if c.Costs[0].Month.First() != (Date{2026, time.March, 1}) || c.Costs[0].Month.String() != "2026-03" {
		t.Errorf("the month is %v", c.Costs[0].Month)
	}
	berlin := parsed(t, least+"refresh: {zone: Europe/Berlin}\n").Refresh.Zone
	if got := (Date{2026, time.July, 1}).In(berlin.Location()).UTC().Format(time.RFC3339); got != "2026-06-30T22:00:00Z" {
		t.Errorf("the day begins at %s", got)
	}
}

func TestSizesAndLinks(t *testing.T) {
	for text, want := range map[string]Size{"25 MB": 25_000_000, "25MB": 25_000_000, "500 kB": 500_000, "1 GB": 1_000_000_000, "4711": 4711} {
		if got := parsed(t, least+"mail: {max_size: "+text+"}\n").Mail.MaxSize; got != want {
			t.Errorf("%s is %d", text, got)
		}
	}
	for _, text := range []string{"0", "-1", "25 MiB", "much", "1.5 MB", "9999999999999 GB"} {
		if _, err := Parse("f.yaml", []byte(least+"mail: {max_size: "+text+"}\n")); err == nil || !strings.Contains(err.Error(), "such as 25 MB") {
			t.Errorf("%s: %v", text, err)
		}
	}
	if got := parsed(t, least+"archive: {link: \"https://intranet.example.com/reports/\"}\n").Archive.Link; got != "https://intranet.example.com/reports" {
		t.Errorf("the link is %s", got)
	}
	for _, text := range []string{"intranet", "ftp://x/y", "https://", "https://a:b@c/d", "https://c/d?e", "file:///srv"} {
		if _, err := Parse("f.yaml", []byte(least+"archive: {link: \""+text+"\"}\n")); err == nil || !strings.Contains(err.Error(), "such as https://") {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestEveryDefaultCanBeRead(t *testing.T) {
	d := newDecoder("defaults", ".", nil)
	var visit func(typ reflect.Type)
	visit = func(typ reflect.Type) {
		for typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct {
			return
		}
		for _, f := range fieldsOf(typ) {
			if f.fallback != "" {
				n := scalarNode(f.fallback)
				d.field(reflect.New(typ.Field(f.index).Type).Elem(), f, n, f.name)
			}
			visit(typ.Field(f.index).Type)
		}
	}
	visit(reflect.TypeFor[Config]())
	if err := d.problems.err(); err != nil {
		t.Error(err)
	}
}

func TestWhatIsLeftOutHasItsDefault(t *testing.T) {
	c := parsed(t, least+"reports: {sales: {}}\n")
	for _, x := range []struct {
		what      string
		got, want any
	}{
		{"fiscal year", c.Company.FiscalYearStart, 1},
		{"week", c.Company.WeekStart, "monday"},
		{"home country", c.Company.HomeCountry, Country("DE")},
		{"revenue", c.Metrics.RevenueFrom, "orders"},
		{"lapsed after", c.Metrics.LapsedAfter, Days(180)},
		{"horizon", c.Metrics.Horizon, Days(90)},
		{"discount", c.Metrics.DiscountRate, Percent(100_000)},
		{"ladder", c.Metrics.Ladder, Ladder{4, 3, 0}},
		{"statement timeout", c.Sources[0].StatementTimeout.Std(), 10 * time.Minute},
		{"kept aside", c.Sources[0].MaxKeptAside, Percent(10_000)},
		{"vanished", c.Sources[0].MaxVanished, Percent(200_000)},
		{"zone of a source", c.Sources[0].Zone.String(), "UTC"},
		{"country of a source", c.Sources[0].Country, Country("DE")},
		{"encoding", c.Sources[0].Encoding, "utf-8"},
		{"report enabled", c.Reports[0].Enabled, true},
		{"report period", c.Reports[0].Period, "monthly"},
		{"outbox", c.Mail.Outbox, "outbox"},
		{"archive", c.Archive.Folder, "archive"},
		{"log", c.Log, Log{"text", "info"}},
		{"state", c.Stores.State.Driver, SQLite},
	} {
		if diff := cmp.Diff(x.want, x.got); diff != "" {
			t.Errorf("%s: %s", x.what, diff)
		}
	}
}

func TestSourcesKeepTheOrderOfTheFileAndRecordsThatOfReading(t *testing.T) {
	c := parsed(t, head+`sources:
  zebra: {driver: sqlite, dsn: z, records: {orders: SELECT 1, products: SELECT 2, parties: SELECT 3}}
  ape: {driver: csv, folder: a, records: {parties: {file: p.csv, delimiter: "|", columns: {name: Full name, id: No.}}}}
`)
	if c.Sources[0].Name != "zebra" || c.Sources[1].Name != "ape" {
		t.Errorf("the sources are %v", c.Sources.names())
	}
	var kinds []string
	for _, m := range c.Sources[0].Records {
		kinds = append(kinds, m.Kind)
	}
	if diff := cmp.Diff([]string{"parties", "products", "orders"}, kinds); diff != "" {
		t.Error(diff)
	}
	file := c.Sources[1].Records.Find("parties")
	if file.Delimiter.String() != "|" || file.Enclosure() != `"` {
		t.Errorf("delimiter %s, enclosure %s", file.Delimiter, file.Enclosure())
	}
	if diff := cmp.Diff(Columns{{"name", "Full name"}, {"id", "No."}}, file.Columns); diff != "" {
		t.Error(diff)
	}
}

func TestSeparatorsAndEnclosuresHaveNames(t *testing.T) {
	for text, want := range map[string][2]string{
		"file: p.csv": {",", `"`},
		"file: p.csv, delimiter: tab, quote: none":   {"\t", "none"},
		`file: p.csv, delimiter: "\t"`:               {"\t", `"`},
		"file: p.csv, delimiter: semicolon":          {";", `"`},
		"file: p.csv, delimiter: ;, quote: single":   {";", "'"},
		"file: p.csv, delimiter: ¦, quote: double":   {"¦", `"`},
		"file: p.csv, delimiter: comma, quote: none": {",", "none"},
	} {
		c := parsed(t, head+"sources: {s: {driver: csv, folder: f, records: {orders: {file: o.csv}, parties: {"+text+"}}}}\n")
		m := c.Sources[0].Records.Find("parties")
		if got := [2]string{m.Delimiter.String(), m.Enclosure()}; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestRecipientsAreTextsOrEntries(t *testing.T) {
	c := parsed(t, least+`mail: {from: Desk <desk@x.org>}
reports:
  sales:
    recipients: [ann@x.org, Bo Li <bo@x.org>, {address: cy@x.org, name: Cy, territory: 07, rep: 12}]
`)
	want := []Recipient{
		{Address: Address{"", "ann@x.org"}},
		{Address: Address{"Bo Li", "bo@x.org"}, Name: "Bo Li"},
		{Address: Address{"", "cy@x.org"}, Name: "Cy", Territory: "07", Rep: "12"},
	}
	if diff := cmp.Diff(want, c.Reports.Find("sales").Recipients); diff != "" {
		t.Error(diff)
	}
	if got := c.Mail.From.String(); got != `"Desk" <desk@x.org>` {
		t.Errorf("the sender is %s", got)
	}
}

func TestExcludedIsWhoeverAPatternCovers(t *testing.T) {
	e := parsed(t, least+`exclude:
  emails: ["*@Example.com", "t?st@*"]
  names: ["Test *"]
  parties: [shop/1, shop/a/b]
  segments: [Staff]
`).Exclude
	for what, got := range map[string]bool{
		"capitals do not matter":        e.Email("ANN@example.COM"),
		"? is one letter":               e.Email("test@x.org"),
		"an id may contain a slash":     e.Party("shop", "a/b"),
		"* covers several words":        e.Name("Test Anna Maria"),
		"a segment in any case":         e.Segment("staff"),
		"the pattern is the whole text": !e.Email("ann@example.com.org"),
		"a point is a point":            !e.Email("ann@examplexcom"),
		"? is not two letters":          !e.Email("teest@x.org"),
		"another source":                !e.Party("web", "1"),
		"another name":                  !e.Name("Tester"),
	} {
		if !got {
			t.Error(what)
		}
	}
}

func TestFingerprintChangesWithTheMeaningOnly(t *testing.T) {
	print := func(text string) string {
		sum, err := parsed(t, text).Fingerprint()
		if err != nil {
			t.Fatal(err)
		}
		return sum
	}
	base := print(least)
	for _, same := range []string{"log: {level: debug}\n", "# a comment\n", "archive: {keep: 7}\n", "metrics: {horizon: 90}\n"} {
		if print(least+same) != base {
			t.Errorf("it changes with %q", same)
		}
	}
	seen := map[string]string{base: "nothing"}
	for _, other := range []string{
		"metrics: {horizon: 91}\n", "exclude: {names: [A*]}\n", "exclude: {names: [B*]}\n", "exclude: {emails: [A*]}\n",
		"costs: [{month: 2026-10, activity: a, amount: 1}]\n", "rates: [{currency: USD, from: 2026-10-01, rate: 1}]\n",
	} {
		sum := print(least + other)
		if seen[sum] != "" {
			t.Errorf("%q is the same as %q", other, seen[sum])
		}
		seen[sum] = other
	}
}
