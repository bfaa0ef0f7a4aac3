package extract

import (
	"testing"
	"time"
	_ "time/tzdata"
)

func TestDaysCountTheCalendar(t *testing.T) {
	for _, c := range []struct {
		rule string
		got  Day
		want string
	}{
		{"a day is itself", Date(2026, 11, 1), "2026-11-01"},
		{"the first day there is", 1, "0001-01-01"},
		{"no day is nothing", 0, ""},
		{"before 1970", Date(1969, 12, 31), "1969-12-31"},
		{"a leap day", Date(2024, 2, 28) + 1, "2024-02-29"},
		{"the month a day lies in", Date(2026, 2, 17).Month(), "2026-02-01"},
		{"31 January plus a month is the last of February", Date(2026, 1, 31).AddMonths(1), "2026-02-28"},
		{"a year back from a leap day", Date(2024, 2, 29).AddMonths(-12), "2023-02-28"},
		{"over the end of a year", Date(2026, 11, 15).AddMonths(3), "2027-02-15"},
	} {
		if c.got.String() != c.want {
			t.Errorf("%s: got %s, want %s", c.rule, c.got, c.want)
		}
	}
}

func TestADayStartsAtItsFirstMoment(t *testing.T) {
	for _, c := range []struct{ rule, zone, day, want string }{
		{"winter in Berlin", "Europe/Berlin", "2026-11-01", "2026-10-31T23:00:00Z"},
		{"summer in Berlin", "Europe/Berlin", "2026-07-01", "2026-06-30T22:00:00Z"},
		{"midnight skipped in Santiago", "America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z"},
	} {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		day, err := ParseDay(c.day)
		if err != nil {
			t.Fatal(err)
		}
		got := day.Start(zone)
		if got.String() != c.want || got.Day(zone) != day {
			t.Errorf("%s: got %s on %s, want %s", c.rule, got, got.Day(zone), c.want)
		}
	}
}
