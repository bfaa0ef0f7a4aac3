package gates

import (
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
)

func read(source string, kind extract.Kind, newest string) transform.Coverage {
	at, err := time.Parse("2006-01-02 15:04", newest)
	if err != nil {
		panic(err)
	}
	return transform.Coverage{Source: source, Kind: kind, Newest: extract.InstantOf(at)}
}

func TestFreshness(t *testing.T) {
	shop := []transform.Coverage{read("shop", extract.Orders, "2026-10-30 00:00"), read("shop", extract.Tickets, "2026-10-20 10:00"), read("billing", extract.Invoices, "2026-11-05 00:00")}
	for name, it := range map[string]struct {
		gate Fresh
		want Effect
		says string
	}{
		"the newest of any kind counts":              {Fresh{Source: "shop", Days: 2}, Pass, ""},
		"a moment older is stale":                    {Fresh{Source: "shop", Days: 1}, Hold, "The data of shop end on 30 Oct 2026: what happened after that is missing."},
		"a kind may have its own limit":              {Fresh{Source: "shop", Kind: extract.Tickets, Days: 2}, Hold, "The tickets of shop end on 20 Oct 2026: what happened after that is missing."},
		"newer than the period is fresh":             {Fresh{Source: "billing", Days: 0}, Pass, ""},
		"a source without any moment is missing":     {Fresh{Source: "erp", Days: 100}, Hold, "The data of erp are missing."},
		"so is a kind of which nothing has a date":   {Fresh{Source: "shop", Kind: extract.Invoices, Days: 100}, Hold, "The invoices of shop are missing."},
		"another source's records are no sign of it": {Fresh{Source: "shop", Kind: extract.Orders, Days: 1}, Hold, ""},
	} {
		t.Run(name, func(t *testing.T) {
			it.gate.Effect, it.gate.Path = Hold, "sources.x.fresh"
			v := it.gate.Judge(shop, october, time.UTC)
			if v.Effect != it.want || it.says != "" && v.Words != it.says {
				t.Errorf("%+v", v)
			}
		})
	}
}

func TestFreshnessGoesByTheCompanysDays(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	// 31 October begins in Berlin at 22:00 UTC of the 30th: the clocks went back on the 25th.
	f := Fresh{Source: "shop", Days: 1, Effect: Hold}
	for moment, want := range map[string]Effect{"2026-10-30 23:00": Pass, "2026-10-30 22:59": Hold} {
		if v := f.Judge([]transform.Coverage{read("shop", extract.Orders, moment)}, october, berlin); v.Effect != want {
			t.Errorf("%s: %+v", moment, v)
		}
	}
}

func TestWhatIsReadAgainLaterDoesNotChangeWhatAFreshSourceSays(t *testing.T) {
	f := Fresh{Source: "shop", Days: 1, Effect: Hold}
	early := f.Judge([]transform.Coverage{read("shop", extract.Orders, "2026-11-01 05:00")}, october, time.UTC)
	late := f.Judge([]transform.Coverage{read("shop", extract.Orders, "2026-11-09 05:00")}, october, time.UTC)
	if early.Found != late.Found || early.Expected != late.Expected {
		t.Errorf("%+v\n%+v", early, late)
	}
}

func TestKeptAside(t *testing.T) {
	list := []transform.Coverage{{Source: "shop", Kind: extract.Orders, Read: 1000, Aside: 5}, {Source: "shop", Kind: extract.Lines, Read: 1000, Aside: 52}, {Source: "erp", Kind: extract.Parties, Read: 0}}
	got := KeptAside(Shares{Warn: 0.005, Hold: 0.05}, list)
	if len(got) != 2 || got[0].Effect != Pass || got[1].Effect != Hold {
		t.Fatalf("%+v", got)
	}
	if says := unbroken(got[1].Words); says != "Of the order lines of shop, 5.2 % (52 of 1,000 rows) could not be used and are missing; expected at most 0.5 %." {
		t.Errorf("%q", says)
	}
	if got := KeptAside(Shares{Warn: 0.05}, list); got[1].Effect != Warn || got[0].Effect != Pass {
		t.Errorf("%+v", got)
	}
	if got := KeptAside(Shares{}, list); got != nil {
		t.Errorf("nobody asked: %+v", got)
	}
}

func TestChangedIDs(t *testing.T) {
	limits := IDLimits{Shares: Shares{Warn: 0.02, Hold: 0.05}, Few: 20}
	for name, it := range map[string]struct {
		of   Shift
		want Effect
	}{
		"the first refresh is exempt":          {Shift{Before: 0, Changed: 0}, Unjudged},
		"a share as large as allowed warns":    {Shift{Before: 1000, Changed: 50}, Warn},
		"a larger one holds":                   {Shift{Before: 1000, Changed: 51}, Hold},
		"few may always change":                {Shift{Before: 30, Changed: 20}, Pass},
		"one more than few is judged by share": {Shift{Before: 30, Changed: 21}, Hold},
		"many ids with a small share are fine": {Shift{Before: 100_000, Changed: 1999}, Pass},
	} {
		if v := ChangedIDs(limits, it.of); v.Effect != it.want {
			t.Errorf("%s: %+v", name, v)
		}
	}
	if v := ChangedIDs(IDLimits{Few: 20}, Shift{Before: 30, Changed: 30}); v.Effect != Unjudged {
		t.Errorf("nobody asked: %+v", v)
	}
}

func TestQuietSourcesExplainNoChangedIDs(t *testing.T) {
	limits := IDLimits{Shares: Shares{Hold: 0.05}, Few: 20, Quiet: 0.001, QuietHold: 0.005}
	quiet := Shift{Before: 10_000, Counted: true, Records: 20_000, Touched: 20}
	with := func(changed int, set func(*Shift)) Shift {
		s := quiet
		s.Changed = changed
		set(&s)
		return s
	}
	same := func(*Shift) {}
	for name, it := range map[string]struct {
		limits IDLimits
		of     Shift
		want   Effect
	}{
		"as much as allowed":               {limits, with(50, same), Pass},
		"more than allowed":                {limits, with(51, same), Hold},
		"one record more is not quiet":     {limits, with(51, func(s *Shift) { s.Touched++ }), Pass},
		"nor is what nobody counted":       {limits, with(51, func(s *Shift) { s.Counted = false }), Pass},
		"few may always change":            {limits, with(20, func(s *Shift) { s.Before = 100 }), Pass},
		"not set":                          {IDLimits{Shares: limits.Shares, Few: 20, Quiet: 0.001}, with(51, same), Pass},
		"the only limit":                   {IDLimits{Few: 20, Quiet: 0.001, QuietHold: 0.005}, with(51, same), Hold},
		"a stricter limit of hold holds":   {IDLimits{Shares: Shares{Hold: 0.001}, Few: 20, Quiet: 0.001, QuietHold: 0.005}, with(21, same), Hold},
		"more than hold holds in any case": {limits, with(501, func(s *Shift) { s.Touched = 20_000 }), Hold},
	} {
		v := ChangedIDs(it.limits, it.of)
		if v.Effect != it.want {
			t.Errorf("%s: %+v", name, v)
		}
		if asks := it.limits.Asks(it.of); v.Closed() && it.of.Touched == 20 && it.of.Changed > 50 && !asks {
			t.Errorf("%s: nobody would have counted", name)
		}
	}
	if v := ChangedIDs(limits, with(51, same)); !strings.Contains(v.Words, "only 20 of 20,000 records changed") || !strings.Contains(v.Words, "at most 0.5") {
		t.Error(v.Words)
	}
}

func TestAShiftCountsEachIDOnceAndNewOnesNever(t *testing.T) {
	ref := func(id string) extract.Ref { return extract.Ref{Source: "shop", ID: id} }
	s := Shifted(10, []transform.IDEvent{
		{Kind: transform.IDMinted, ID: "N"},
		{Kind: transform.IDRevived, ID: "R"},
		{Kind: transform.IDMerged, ID: "A", Into: "B"},
		{Kind: transform.IDSplit, ID: "C"},
		{Kind: transform.IDRetired, ID: "D"},
	}, map[extract.Ref]Move{ref("2"): {"A", "B"}, ref("1"): {"E", "N"}})
	if s.Changed != 4 || len(s.Merged) != 1 || len(s.Split) != 1 || len(s.Retired) != 1 || len(s.Moved) != 2 || s.Moved[0].ID != "1" || len(s.Examples) != 5 {
		t.Errorf("%+v", s)
	}
}

func TestReleasedGatesStillSaySo(t *testing.T) {
	list := []Verdict{{Effect: Hold, Words: "x"}, {Effect: Warn}, {Effect: Pass}, {Effect: Unjudged}}
	r := Release(list)
	if len(Holding(r)) != 0 || len(Closed(r)) != 2 || r[0].Effect != Released || r[0].Words != "x" || list[0].Effect != Hold {
		t.Errorf("%+v", r)
	}
}

func TestOnlyOldSourcesAreStale(t *testing.T) {
	old, low := Verdict{Kind: Freshness, Effect: Hold}, Verdict{Kind: Expected, Effect: Hold}
	if !Stale([]Verdict{old}) || Stale([]Verdict{old, low}) || Stale(nil) {
		t.Error("stale is what reading again may mend, and nothing else")
	}
}

func TestKindsOfWhichNothingWasKeptAsideAreOneLine(t *testing.T) {
	list := KeptAside(Shares{Warn: 0.05}, []transform.Coverage{
		{Source: "shop", Kind: extract.Parties, Read: 10},
		{Source: "shop", Kind: extract.Orders, Read: 100, Aside: 1},
		{Source: "shop", Kind: extract.Lines, Read: 100},
		{Source: "erp", Kind: extract.Parties, Read: 10, Aside: 9},
	})
	got := Condensed(append(list, Verdict{Kind: Freshness, Check: "shop"}))
	if len(got) != 4 || got[0].Check != "rows kept aside, of 2 kinds of record" || got[1].Check != "shop orders: rows kept aside" || got[2].Effect != Warn || got[3].Check != "shop" {
		t.Errorf("%+v", got)
	}
}
