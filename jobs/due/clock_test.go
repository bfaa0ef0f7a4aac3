package due

import (
	"testing"
	"time"
	_ "time/tzdata" // the same zones on every machine

	"clientele/extract"
)

// zones cover both hemispheres, gaps and overlaps at midnight, half hours, zones
// that moved for good, and one without any of it.
var zones = []string{
	"Europe/Berlin", "Europe/London", "Europe/Lisbon", "Atlantic/Azores", "America/New_York", "America/St_Johns", "America/Santiago",
	"America/Asuncion", "America/Havana", "America/Nuuk", "America/Los_Angeles", "Africa/Cairo", "Africa/Casablanca", "Asia/Beirut",
	"Asia/Gaza", "Asia/Jerusalem", "Australia/Lord_Howe", "Australia/Sydney", "Pacific/Auckland", "Pacific/Chatham", "Asia/Almaty", "Asia/Kolkata",
}

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func times(t *testing.T, text string) Times {
	t.Helper()
	x, err := ParseTimes(text)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

var (
	firstDay = extract.Date(2024, time.January, 1)
	afterAll = extract.Date(2036, time.January, 1)
)

// Every day of twelve years has every time of day once, in order, and it is the
// time the clock shows unless the clock never shows it.
func TestEveryTimeOfDayComesOnceEachLocalDay(t *testing.T) {
	for _, name := range zones {
		z := zone(t, name)
		for _, text := range []string{"0 0 * * *", "30 0 * * *", "0 1 * * *", "30 1 * * *", "0 2 * * *", "15 2 * * *", "45 2 * * *", "0 3 * * *", "0 12 * * *", "30 23 * * *"} {
			s := Schedule{Job: "refresh", Times: times(t, text), Zone: z}
			day, before := firstDay, extract.Instant(0)
			for w := range s.moments(firstDay.Start(z), afterAll.Start(z)) {
				at := w.at
				if at <= before {
					t.Fatalf("%s %s: %s comes after %s", name, text, at, before)
				}
				// Where the last hour of a day is skipped, what it had comes at midnight.
				if got := at.Day(z); got != day && at != (day+1).Start(z) {
					t.Fatalf("%s %s: %s is on %s, want %s", name, text, at, got, day)
				}
				before, day = at, day+1
			}
			if day != afterAll {
				t.Errorf("%s %s: the last day is %s", name, text, day-1)
			}
		}
	}
}

// On every day the clocks change, and the ones beside it, each minute of the wall
// clock falls where walking through the day minute by minute finds it.
func TestEveryMinuteOfEveryDayTheClocksChange(t *testing.T) {
	changes := 0
	for _, name := range zones {
		z := zone(t, name)
		for at := firstDay.Start(z).Time().In(z); ; {
			_, end := at.ZoneBounds()
			if end.IsZero() || extract.DayOf(end) >= afterAll {
				break
			}
			changes++
			for _, day := range []extract.Day{extract.DayOf(end) - 1, extract.DayOf(end), extract.DayOf(end) + 1} {
				walked(t, day, z)
			}
			at = end
		}
	}
	if changes < 300 {
		t.Errorf("only %d changes of the clocks were looked at", changes)
	}
}

// walked compares a whole day with what the clock shows minute by minute.
func walked(t *testing.T, day extract.Day, z *time.Location) {
	t.Helper()
	midnight := day.Time().Unix() / 60
	want := make([]extract.Instant, minutesADay)
	latest := int64(-1) // the latest minute the clock has shown
	for m := midnight - 15*60; m < midnight+39*60; m++ {
		at := time.Unix(m*60, 0).In(z)
		_, offset := at.Zone()
		shows := m + int64(offset)/60
		for wall := max(latest+1, midnight); wall <= shows && wall < midnight+minutesADay; wall++ {
			want[wall-midnight] = extract.InstantOf(at) // shown for the first time, or stepped over
		}
		latest = max(latest, shows)
	}
	for minute := range want {
		if got := moment(day, minute, z); got != want[minute] {
			t.Fatalf("%s %s %02d:%02d is %s, want %s", z, day, minute/60, minute%60, got, want[minute])
		}
	}
}

func TestClocksThatChange(t *testing.T) {
	for name, it := range map[string]struct {
		zone string
		day  extract.Day
		at   int
		want string
	}{
		"in the gap it is the end of the gap":             {"Europe/Berlin", extract.Date(2026, 3, 29), 2*60 + 30, "2026-03-29T01:00:00Z"},
		"at the edge of the gap as well":                  {"Europe/Berlin", extract.Date(2026, 3, 29), 2 * 60, "2026-03-29T01:00:00Z"},
		"what comes twice is the first":                   {"Europe/Berlin", extract.Date(2026, 10, 25), 2*60 + 30, "2026-10-25T00:30:00Z"},
		"after the overlap there is one":                  {"Europe/Berlin", extract.Date(2026, 10, 25), 3 * 60, "2026-10-25T02:00:00Z"},
		"where midnight is skipped the day begins at one": {"America/Santiago", extract.Date(2026, 9, 6), 0, "2026-09-06T04:00:00Z"},
		"where midnight comes twice it is the first":      {"Africa/Cairo", extract.Date(2026, 10, 29), 23*60 + 30, "2026-10-29T20:30:00Z"},
		"a gap of half an hour":                           {"Australia/Lord_Howe", extract.Date(2026, 10, 4), 2*60 + 15, "2026-10-03T15:30:00Z"},
		"an overlap of half an hour":                      {"Australia/Lord_Howe", extract.Date(2026, 4, 5), 1*60 + 45, "2026-04-04T14:45:00Z"},
		"a day like any other":                            {"America/New_York", extract.Date(2026, 7, 1), 7 * 60, "2026-07-01T11:00:00Z"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := moment(it.day, it.at, zone(t, it.zone)); got.String() != it.want {
				t.Errorf("%s, want %s", got, it.want)
			}
		})
	}
}
