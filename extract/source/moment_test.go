package source

import (
	"testing"
	"time"

	"clientele/extract"

	"pgregory.net/rapid"
)

func cellRow(zone, company *time.Location) *row {
	d, _ := newTextDecoder("")
	return &row{stats: &Stats{}, decoder: d, zone: clock{zone: zone}, company: clock{zone: company}}
}

func mustZone(t testing.TB, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestInstants(t *testing.T) {
	const refused = "refused"
	berlin, tokyo := mustZone(t, "Europe/Berlin"), mustZone(t, "Asia/Tokyo")
	for _, c := range []struct{ rule, in, want string }{
		{"a local time is in the source's zone", "2026-01-05 10:00:00", "2026-01-05T09:00:00Z"},
		{"with T and fraction", "2026-07-05T10:00:00.123456789", "2026-07-05T08:00:00.123456Z"},
		{"without seconds", "2026-01-05 10:00", "2026-01-05T09:00:00Z"},
		{"Z is Greenwich", "2026-01-05T10:00:00Z", "2026-01-05T10:00:00Z"},
		{"an offset", "2026-01-05 10:00:00+05:30", "2026-01-05T04:30:00Z"},
		{"an offset without colon", "2026-01-05 10:00:00 -0800", "2026-01-05T18:00:00Z"},
		{"a bare day is a day of the company", "2026-01-05", "2026-01-04T15:00:00Z"},
		{"so is a compact one", "20260105", "2026-01-04T15:00:00Z"},
		{"compact with time", "20260105100000", "2026-01-05T09:00:00Z"},
		{"midnight that is written is a time", "2026-01-05 00:00:00", "2026-01-04T23:00:00Z"},
		{"unix seconds", "1767607200", "2026-01-05T10:00:00Z"},
		{"unix milliseconds", "1767607200123", "2026-01-05T10:00:00.123Z"},
		{"an implausible number", "12345", refused},
		{"a number of seconds before 1973", "90000000", refused},
		{"a time the clocks skip moves on", "2026-03-29 02:30:00", "2026-03-29T01:30:00Z"},
		{"a time the clocks show twice is the first", "2026-10-25 02:30:00", "2026-10-25T00:30:00Z"},
		{"zero date", "0000-00-00 00:00:00", ""},
		{"zero date with part of a day", "0000-00-00", ""},
		{"day one of year one", "0001-01-01 00:00:00", ""},
		{"a bare zero", "0", ""},
		{"a day that is none", "2026-02-30", refused},
		{"month thirteen", "2026-13-01", refused},
		{"a month of zero", "2026-00-10", refused},
		{"points are day first", "05.01.2026 10:00", "2026-01-05T09:00:00Z"},
		{"slashes with a day beyond twelve", "01/25/2026 10:00 PM", "2026-01-25T21:00:00Z"},
		{"slashes with the day first", "25/01/2026", "2026-01-24T15:00:00Z"},
		{"slashes that could be either", "01/05/2026", refused},
		{"slashes that are the same either way", "05/05/2026", "2026-05-04T15:00:00Z"},
		{"dashes that could be either", "01-05-2026", refused},
		{"year first with slashes", "2026/01/05", "2026-01-04T15:00:00Z"},
		{"two digits of a year", "01/25/26", refused},
		{"hour 24", "2026-01-05 24:00:00", refused},
		{"words", "yesterday", refused},
		{"text behind", "2026-01-05 10:00:00 foo", refused},
		{"noon", "2026-01-05 12:30 pm", "2026-01-05T11:30:00Z"},
	} {
		r := cellRow(berlin, tokyo)
		var at extract.Instant
		newCell(extract.Field{Name: "at", Ptr: &at}, r, false).text([]byte(c.in))
		got := at.String()
		if r.failed {
			got = refused
		}
		if got != c.want {
			t.Errorf("%s: %q is %q (%s), want %q", c.rule, c.in, got, r.fault.Reason, c.want)
		}
	}
}

func TestDays(t *testing.T) {
	const refused = "refused"
	utc, newYork := time.UTC, mustZone(t, "America/New_York")
	for _, c := range []struct{ rule, in, want string }{
		{"a day is itself in every zone", "2026-01-05", "2026-01-05"},
		{"midnight without offset is a day", "2026-01-05 00:00:00", "2026-01-05"},
		{"a time of the source's zone is carried into the company's", "2026-01-05 03:00:00", "2026-01-04"},
		{"midnight with an offset is a moment", "2026-01-05T00:00:00Z", "2026-01-04"},
		{"a number of seconds is no day", "1767607200", refused},
		{"leap day", "2024-02-29", "2024-02-29"},
		{"no leap day", "2100-02-29", refused},
		{"the end of time", "9999-12-31", "9999-12-31"},
	} {
		r := cellRow(utc, newYork)
		var d extract.Day
		newCell(extract.Field{Name: "due", Ptr: &d}, r, false).text([]byte(c.in))
		got := d.String()
		if r.failed {
			got = refused
		}
		if got != c.want {
			t.Errorf("%s: %q is %q (%s), want %q", c.rule, c.in, got, r.fault.Reason, c.want)
		}
	}
}

func TestCalendarAgreesWithTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := rapid.IntRange(1, 9999).Draw(t, "year")
		m := rapid.IntRange(1, 12).Draw(t, "month")
		d := rapid.IntRange(1, 31).Draw(t, "day")
		want := extract.Date(y, time.Month(m), d)
		got, reason := calendar(int64(y), int64(m), int64(d))
		real := want.Time().Day() == d
		switch {
		case y == 1 && m == 1 && d == 1:
		case real && (got != want || reason != ""):
			t.Fatalf("%d-%d-%d is day %d, want %d (%s)", y, m, d, got, want, reason)
		case !real && reason == "":
			t.Fatalf("%d-%d-%d was taken", y, m, d)
		}
	})
}

func TestClockAgreesWithTime(t *testing.T) {
	zones := []*time.Location{time.UTC}
	for _, n := range []string{"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kolkata", "Africa/Casablanca", "Pacific/Apia"} {
		zones = append(zones, mustZone(t, n))
	}
	clocks := map[*time.Location]*clock{}
	for _, z := range zones {
		clocks[z] = &clock{zone: z}
	}
	rapid.Check(t, func(t *rapid.T) {
		z := rapid.SampledFrom(zones).Draw(t, "zone")
		at := time.Unix(rapid.Int64Range(-2_000_000_000, 4_000_000_000).Draw(t, "unix"), 0).In(z)
		y, m, d := at.Date()
		h, mi, s := at.Clock()
		micros := int64(h*3600+mi*60+s) * 1_000_000
		got := clocks[z].at(extract.Date(y, m, d), micros)
		fresh := (&clock{zone: z}).at(extract.Date(y, m, d), micros)
		if got != fresh {
			t.Fatalf("%s: %v when remembered, %v afresh", at, got, fresh)
		}
		if got == 0 {
			t.Skip("the moment that stands for none")
		}
		if shown := got.Time().In(z).Format(time.DateTime); shown != at.Format(time.DateTime) {
			t.Fatalf("%s came back as %s", at, shown)
		}
		if got.Time().After(at) {
			t.Fatalf("%s: not the first of the two moments", at)
		}
	})
}

func TestMomentsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i := extract.Instant(rapid.Int64Range(-60_000_000_000_000_000, 250_000_000_000_000_000).Draw(t, "micros"))
		if y := i.Time().Year(); y < 2 || y > 9998 || i == 0 {
			t.Skip("no year of ours")
		}
		r := cellRow(time.UTC, time.UTC)
		var got extract.Instant
		newCell(extract.Field{Name: "at", Ptr: &got}, r, false).text([]byte(i.String()))
		if got != i || r.failed {
			t.Fatalf("%s came back as %s (%s)", i, got, r.fault.Reason)
		}
	})
}

func TestQuickAndLongWayAgreeOnDates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.StringMatching(`[0-2][0-9]{3}-[01][0-9]-[0-3][0-9]([ T][0-2][0-9]:[0-6][0-9]:[0-6][0-9])?`).Draw(t, "in")
		quick, ok := parseISO([]byte(in))
		p := scanner{b: []byte(in)}
		long, reason := p.date()
		fine := reason == "" && (p.done() || p.clock(&long)) && long.day != 0
		if ok && (!fine || quick != long) || !ok && fine && in[0] != '0' {
			t.Fatalf("%s: %+v %v and %+v %v", in, quick, ok, long, fine)
		}
	})
}

func FuzzParseStamp(f *testing.F) {
	for _, s := range []string{"2026-01-05 10:00:00", "20260105", "01/25/2026 1:00 PM", "0000-00-00", "2026-01-05T10:00:00.5+02:00", "", "-", "2026-", "99999999999999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		st, reason := parseStamp([]byte(s))
		if reason == "" && (st.day < 0 || st.day > 3_652_059 || st.micros < 0 || st.micros >= 86_400_000_000) {
			t.Fatalf("%q gave %+v", s, st)
		}
	})
}
