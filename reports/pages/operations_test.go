package pages

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// refresh is what the refresh of the small company did: a late source, rejected rows with
// and without amounts, pairs that share a customer, and every thing that happens to ids.
func refresh(t testing.TB) Input {
	in := company(t, 5)
	day := extract.Date(2026, time.November, 1)
	mint := func(i int) transform.CustomerID { return person(i).ID }
	party := func(i int, name, mail string) extract.Party {
		return extract.Party{Ref: ref("party", i), Name: name, Street: fmt.Sprintf("Road %d", i), City: "Celle", Email: mail, Phone: "0511 100"}
	}
	in.Match = Match{Records: 60, Customers: 40}
	in.Coverage = []transform.Coverage{
		{Source: "desk", Kind: extract.Tickets, Read: 90, Added: 88, Aside: 2, Kept: 88},
		{Source: "shop", Kind: extract.Orders, Read: 1000, Added: 997, Aside: 3, AsideSum: euros(700), Kept: 997},
		{Source: "shop", Kind: extract.Parties, Read: 60, Added: 60, Kept: 60},
	}
	in.Asides = []Aside{
		{Source: "desk", Kind: extract.Tickets, Reason: "opened: is no day of the calendar", Count: 2},
		{Source: "shop", Kind: extract.Orders, Reason: "currency: is no currency", Count: 2},
		{Source: "shop", Kind: extract.Orders, Reason: "at: is empty, but every row needs it", Count: 1},
	}
	in.Gates = append(in.Gates, Gate{Result: GateWarning, Of: "freshness of the sources", Check: "desk: newest record", Expected: "at most 2 days before the end of October 2026", Found: "27 Oct 2026", Says: "The data of desk end on 27 Oct 2026: what happened after that is missing."})
	in.Previous = map[string]string{
		keyRowsRead: "1000", keyRejected: "10", keyCustomers: "50", keyDoubts: "1", keyDuration: "8.2", keyRefresh: "7",
		trendOf + keyRejected: "30\n20\n10", trendOf + keyDoubts: "5\n1",
	}
	change := func(kind string, i, into int, records int64) IDChange {
		c := IDChange{Kind: kind, ID: mint(i), Name: person(i).Name, Reason: "same e-mail", Records: records, Which: "shop/party0001", Day: day, Revenue: extract.Some(euros(int64(100 - i)))}
		if into > 0 {
			c.Into, c.IntoIs = mint(into), person(into).Name
		}
		return c
	}
	in.Operations = &Operations{
		Run: 9, Read: day.Start(time.UTC) + 4*3_600_000_000, Took: extract.Some[int64](7.44 * 60e6), Since: 7, From: extract.Date(2026, time.October, 1).Start(time.UTC),
		Sources: []SourceState{
			{Name: "desk", Kinds: 1, Read: 90, Aside: 2, Newest: at(day - 5), Limits: []FreshLimit{{Days: 2, Newest: at(day - 5)}}},
			{Name: "shop", Owner: "Web team", Kinds: 2, Read: 1060, Aside: 3, Newest: at(day - 1), Limits: []FreshLimit{{Kind: extract.Orders, Days: 3, Newest: at(day - 1)}}},
		},
		Aside: 5,
		Rejects: []RejectedRow{
			{Reject: extract.Reject{Ref: ref("order", 7), Kind: extract.Orders, Fault: extract.Fault{Field: "currency", Value: "EURO", Reason: "is no currency"}, Worth: euros(700)}, Owner: "Web team", First: day - 9, Times: 3},
			{Reject: extract.Reject{Ref: extract.Ref{Source: "desk", ID: "17"}, Kind: extract.Tickets, Fault: extract.Fault{Field: "opened", Value: strings.Repeat("0", 99), Reason: "is no day of the calendar"}}},
		},
		Doubts: []DoubtfulPair{
			{First: party(1, "Ann Ash", "ann@x.example"), Second: party(2, "Anne Ash", ""), Owners: [2]transform.CustomerID{mint(1), mint(2)}, Reason: "same phone; other first name", Bits: 1.5, Revenue: extract.Some(euros(900)), Waits: extract.Some[int64](19)},
			{First: party(1, "Ann Ash", "ann@x.example"), Second: party(3, "A. Ash", ""), Owners: [2]transform.CustomerID{mint(1), mint(3)}, Reason: "same phone", Bits: -.5},
		},
		Changes: IDChanges{Merged: 1, Split: 1, Retired: 1, Survived: 3, Minted: 900, Listable: 906, List: []IDChange{
			change(transform.IDMerged, 4, 5, 2), change(transform.IDSplit, 6, 7, 1), change(transform.IDRetired, 8, 0, 1), change(transform.IDSurvived, 5, 0, 2), change(transform.IDMinted, 9, 0, 3),
		}},
	}
	return in
}

// quiet is a first refresh that went without any trouble.
func quiet(t testing.TB) Input {
	in := refresh(t)
	in.Operations = &Operations{Run: 1, Sources: []SourceState{{Name: "shop", Kinds: 1, Read: 10}}}
	in.Previous, in.Coverage, in.Asides = nil, in.Coverage[2:], nil
	return in
}

func TestTheReportOfOperationsReadsAsReviewed(t *testing.T) {
	in := refresh(t)
	wb := OperationsWorkbook(in)
	var b bytes.Buffer
	if err := reports.DumpOverview(&b, *wb.Overview); err != nil {
		t.Fatal(err)
	}
	golden(t, "operations", wb.Overview.Tab, b.String())
	for _, p := range wb.Pages {
		b.Reset()
		if err := reports.Dump(&b, p); err != nil {
			t.Fatal(err)
		}
		golden(t, "operations", p.Sheet().Tab, b.String())
	}
	b.Reset()
	fmt.Fprintf(&b, "%+v\n", Letter(in, wb))
	golden(t, "operations", "letter", b.String())
	oneUnit(t, wb, "checks", "merges", "review", "rejected")
}

// operated describes the refresh of the small company after it was changed.
func operated(t *testing.T, change func(*Input)) *book {
	t.Helper()
	in := Input{Currency: "EUR", Results: over(func(*metrics.Results) {}).r, Operations: &Operations{}}
	change(&in)
	return open(in)
}

func TestTheFindingOfOperationsSaysWhatWaits(t *testing.T) {
	late := SourceState{Name: "desk", Limits: []FreshLimit{{Days: 2, Newest: at(october.To - 5)}}}
	ties, differs := transform.TieCount("rows", 1, 1), transform.TieCount("rows", 1, 2)
	for name, c := range map[string]struct {
		change func(*Input)
		want   string
	}{
		"nothing":          {func(in *Input) { in.Checks = []transform.Check{ties, ties} }, "All 2 checks agree; no record waits for a person."},
		"a check failed":   {func(in *Input) { in.Checks = []transform.Check{ties, differs} }, "1 of 2 checks FAILED; no record waits for a person."},
		"one rejected row": {func(in *Input) { in.Checks = []transform.Check{ties}; in.Operations.Aside = 1 }, "The only check agrees; 1 rejected row waits for a person."},
		"one pair, two rows": {func(in *Input) {
			in.Checks = []transform.Check{ties, ties}
			in.Operations.Aside = 2
			in.Operations.Doubts = make([]DoubtfulPair, 1)
		}, "All 2 checks agree; 1 doubtful pair and 2 rejected rows wait for a person."},
		"a late source": {func(in *Input) {
			in.Checks = []transform.Check{ties, ties}
			in.Operations.Sources = []SourceState{late}
		}, "All 2 checks agree; desk is late; no record waits for a person."},
		"two late sources": {func(in *Input) {
			in.Checks = []transform.Check{ties, ties}
			in.Operations.Sources = []SourceState{late, late}
		}, "All 2 checks agree; 2 sources are late; no record waits for a person."},
	} {
		t.Run(name, func(t *testing.T) { same(t, operated(t, c.change).operationsFinding(), c.want) })
	}
}

func TestADelayIsHeldAgainstItsLimit(t *testing.T) {
	b := operated(t, func(*Input) {})
	limit := func(kind extract.Kind, days int, newest extract.Instant) []FreshLimit {
		return []FreshLimit{{Kind: kind, Days: days, Newest: newest}}
	}
	end := october.To.Start(time.UTC)
	for _, c := range []struct {
		name, want string
		s          SourceState
	}{
		{"after the end", "OK, nothing is missing at the end", SourceState{Newest: end + 1}},
		{"at the edge of the limit", "OK, 2 days", SourceState{Newest: end - 2*86_400_000_000, Limits: limit("", 2, end-2*86_400_000_000)}},
		{"a moment before it", "LATE: 2 days, allowed 2 days", SourceState{Newest: end - 2*86_400_000_000 - 1, Limits: limit("", 2, end-2*86_400_000_000-1)}},
		{"no limit", "5 hours, no limit is set", SourceState{Newest: end - 5*3_600_000_000}},
		{"one kind is late", "LATE: order lines 4 days, allowed 1 day", SourceState{Newest: end, Limits: limit(extract.Lines, 1, end-4*86_400_000_000)}},
		{"no date, but one is wanted", "LATE: no record with a date", SourceState{Limits: limit("", 1, 0)}},
		{"no date at all", "no record with a date", SourceState{}},
	} {
		t.Run(c.name, func(t *testing.T) { same(t, b.delayWords(c.s), c.want) })
	}
}

func TestDeedsAreRankedLateSourcesFirstThenByWhatIsAtStake(t *testing.T) {
	in := refresh(t)
	var did []string
	for _, a := range OperationsWorkbook(in).Overview.Actions {
		did = append(did, a.Do)
	}
	if got, want := strings.Join(did, "; "), "Find out why desk is 4 days late; Answer 2 doubtful pairs; Mend 3 rejected rows of shop, orders"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	b := open(in)
	revenue := func(i int) Money { return max(0, b.at[person(i).ID].Revenue) }
	if got, want := b.doubtStake(), revenue(1)+revenue(2)+revenue(3); got != want {
		t.Errorf("a customer in two pairs counts once: %s at stake, want %s", got, want)
	}
	in.Operations.Sources[0].Limits, in.Operations.Doubts = nil, nil
	if a := OperationsWorkbook(in).Overview.Actions; len(a) != 2 || a[0].Worth.Amount != int64(euros(700)) || a[1].Worth.Known {
		t.Errorf("%+v", a)
	}
}

func TestOfARefreshWithoutTroubleTheSheetsAreLeftOutAndNamed(t *testing.T) {
	in := quiet(t)
	wb := OperationsWorkbook(in)
	var tabs []string
	for _, p := range wb.Pages {
		tabs = append(tabs, p.Sheet().Tab)
	}
	if got := strings.Join(tabs, ", "); got != "Checks, Method & data" {
		t.Error(got)
	}
	if len(wb.Overview.Actions) > 0 {
		t.Errorf("%+v", wb.Overview.Actions)
	}
	text := pageText(t, wb, "Method & data")
	for _, why := range []string{"Merges: no customer's id changed", "Review pairs: no pair is in doubt on which nobody has decided", "Rejected rows: every row that was read could be used"} {
		if !strings.Contains(text, why) {
			t.Errorf("not said: %s", why)
		}
	}
	l := Letter(in, wb)
	if l.PreHeader != "Nothing to do this week" || !strings.HasPrefix(l.Subject, "Operations Oct: 0 rejected, 0 to review") {
		t.Errorf("%q, %q", l.Subject, l.PreHeader)
	}
	in.Operations.Untold = true
	if text := pageText(t, OperationsWorkbook(in), "Method & data"); !strings.Contains(text, "Review pairs: which pairs were in doubt then was not kept") {
		t.Error("it is not said that the pairs of then are gone")
	}
}

func TestWhatHappenedToIdsIsCountedFromTheLastReport(t *testing.T) {
	in := refresh(t)
	same(t, open(in).mergesFinding(), "Since 1 Oct 2026: 1 id merged, 1 split, 1 retired, 3 survived with records new to them, 900 minted; the gravest are listed first, of these those with most revenue.")
	in.Operations.Since, in.Operations.Changes.Listable = 0, 5
	same(t, open(in).mergesFinding(), "From the beginning, of 60 records: 1 id merged, 1 split, 1 retired, 3 survived with records new to them, 900 minted; 5 of several records.")
	kept := KeyFigures(in, OperationsWorkbook(in))
	if RefreshBefore(kept) != 9 || RefreshBefore(nil) != 0 || kept[keyDuration] != "7.4" || kept[trendOf+keyRejected] != "30\n20\n10\n5" {
		t.Errorf("kept: %v", kept)
	}
	for _, key := range []string{keyAtRisk, "revenue", "active"} {
		if _, there := kept[key]; there {
			t.Errorf("the report of operations keeps %s, which it does not say", key)
		}
	}
}

func TestADurationBelowAMinuteIsSaidToItsHundredth(t *testing.T) {
	for micros, want := range map[int64]float64{1: .01, 600_000: .01, 30e6: .5, 59.9e6: 1, 90e6: 1.5, 446.4e6: 7.4} {
		if got := minutesOf(micros); got != want {
			t.Errorf("%d µs are %v min, want %v", micros, got, want)
		}
	}
}

func TestChecksStandByWhatIsWrong(t *testing.T) {
	in := refresh(t)
	in.Checks = []transform.Check{transform.TieCount("rows", 1, 1), transform.Tie("money", euros(5), euros(3)), {Name: "words", Expected: "a", Found: "a", Passed: true}}
	g := pageOf(t, OperationsWorkbook(in), "Checks").Sheet().Grids()[0]
	head := func(i int) string { return g.Columns[i].HeadText("EUR") }
	var heads []string
	for i := range g.Columns {
		heads = append(heads, head(i))
	}
	want := "Status|Check|Kind of check|Expected, number|Found, number|Difference, number|Expected, amount|Found, amount|Difference, amount|Allowed|In words"
	if got := strings.ReplaceAll(strings.Join(heads, "|"), reports.NBSP, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	first, second := append([]reports.Value{}, g.Row(0)...), append([]reports.Value{}, g.Row(1)...)
	if first[0].Text != "FAILED" || first[8].Amount != -int64(euros(2)) || first[3].Known || second[0].Text != "WARNING" {
		t.Errorf("%+v\n%+v", first, second)
	}
	if l := Letter(in, OperationsWorkbook(in)); !strings.HasPrefix(l.Subject, "Incomplete: Operations Oct") {
		t.Error(l.Subject)
	}
}

func TestADurationThatIsNotKnownSaysWhy(t *testing.T) {
	for want, still := range map[string]bool{"its end was not written down": false, "the clock it went by stood still": true} {
		tile := operated(t, func(in *Input) { in.Operations.Still = still }).tileDuration()
		if tile.Against != want || tile.Value.Known {
			t.Errorf("%+v", tile)
		}
	}
}
