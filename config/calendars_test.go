package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestProblemsOfCalendars(t *testing.T) {
	runBelow(t, []problemCase{
		{"a day of one year, one of every year, the 29th of February", "calendars:\n  de:\n    holidays: [2026-12-25, 12-26, 02-29]\n", ""},
		{
			"a day the calendar does not have", "calendars:\n  de:\n    holidays: [2026-12-25, 02-30]\n",
			"11:28: calendars.de.holidays[1]: a day YYYY-MM-DD or MM-DD is expected here, and one the calendar has, not \"02-30\" (such as 2026-12-25, or 12-25 for every year)",
		},
		{
			"the day first", "calendars:\n  de:\n    holidays: [25-12]\n",
			"11:16: calendars.de.holidays[0]: a day YYYY-MM-DD or MM-DD is expected here, and one the calendar has, not \"25-12\" (such as 2026-12-25, or 12-25 for every year)",
		},
		{
			"a year that is a slip", "calendars:\n  de:\n    holidays: [20260-12-25]\n",
			"11:16: calendars.de.holidays[0]: a day YYYY-MM-DD or MM-DD is expected here, and one the calendar has, not \"20260-12-25\" (such as 2026-12-25, or 12-25 for every year)",
		},
		{"a misspelt day of the week", "calendars:\n  de:\n    weekend: [saturday, sundey]\n", "11:14: calendars.de.weekend: unknown day of the week \"sundey\" (did you mean sunday?)"},
		{
			"a calendar without any working day", "calendars:\n  de:\n    weekend: [sunday, monday, tuesday, wednesday, thursday, friday, saturday]\n",
			"10:3: calendars.de: has no working day (leave a day of the week out of weekend, or a holiday out)",
		},
		{"a name that is none", "calendars:\n  De: {}\n", "10:7: calendars: \"De\" cannot be the name of a calendar (small letters, digits, _ and -, beginning with a letter)"},
		{"a file that is not there", "calendars:\n  de:\n    file: gone.ics\n", "11:11: calendars.de.file: gone.ics: there is no such file (seen from the folder of the configuration)"},
	})
}

const office = "calendars:\n  office: {}\nreports:\n  sales:\n" // the report's entries begin at line 13

func TestProblemsOfSchedulesWithCalendars(t *testing.T) {
	runBelow(t, []problemCase{
		{"all there is", office + "    schedule: 0 7 1 * *\n    calendar: office\n    shift: previous\n    catch_up: none\n    catch_up_window: 14d\n    catch_up_grace: 2h\n    paused: true\n", ""},
		{"a calendar nobody knows", office + "    schedule: 0 7 1 * *\n    calendar: ofice\n", "14:15: reports.sales.calendar: there is no calendar \"ofice\" (did you mean office?)"},
		{"a shift without a calendar", office + "    schedule: 0 7 1 * *\n    shift: next\n", "14:12: reports.sales.shift: has no use without a calendar (name one in the entry calendar, or remove the line)"},
		{"a calendar without a schedule", office + "    calendar: office\n", "13:15: reports.sales.calendar: has no use without a schedule (give one, such as 0 7 * * * for seven o'clock)"},
		{
			"every time on a day off", office + "    schedule: 0 7 * * 6\n    calendar: office\n    shift: skip\n",
			"13:15: reports.sales.schedule: never fires: every day it names is a day off of office, and shift is skip (name other days, or shift: next)",
		},
		{"every time on a day off, but moved", office + "    schedule: 0 7 * * 6\n    calendar: office\n", ""},
		{"a date that is sometimes a weekend", office + "    schedule: 0 7 1 1 *\n    calendar: office\n    shift: skip\n", ""},
		{
			"every time on a holiday", "calendars: {office: {holidays: [12-25]}}\nrefresh: {schedule: 0 7 25 12 *, calendar: office, shift: skip}\n",
			"10:21: refresh.schedule: never fires: every day it names is a day off of office, and shift is skip (name other days, or shift: next)",
		},
		{"the third working day", office + "    schedule: 0 7 * * *\n    calendar: office\n    working_day: 3\n", ""},
		{
			"a working day and a day", office + "    schedule: 0 7 1 * *\n    calendar: office\n    working_day: 3\n",
			"13:15: reports.sales.schedule: names days, and so does working_day (write 0 7 * * *, or remove working_day)",
		},
		{
			"a working day no month has", office + "    schedule: 0 7 * * *\n    calendar: office\n    working_day: -24\n",
			"15:18: reports.sales.working_day: no month has 24 working days (at most 23)",
		},
		{
			"the working day before the first", office + "    schedule: 0 7 * * *\n    calendar: office\n    working_day: 0\n",
			"15:18: reports.sales.working_day: there is no working day 0 (the first is 1, the last is -1)",
		},
		{
			"a working day that is moved", office + "    schedule: 0 7 * * *\n    calendar: office\n    working_day: 1\n    shift: next\n",
			"16:12: reports.sales.shift: has no use with working_day, which is never a day off (remove the line)",
		},
		{"a working day without a calendar", office + "    schedule: 0 7 * * *\n    working_day: 1\n", "14:18: reports.sales.working_day: has no use without a calendar (name one in the entry calendar)"},
		{"a word for catching up nobody knows", office + "    catch_up: some\n", "13:15: reports.sales.catch_up: \"some\" is not known (one of none, latest, all)"},
	})
}

// holidaysOf reads a calendar with a file beside it.
func holidaysOf(t *testing.T, name, text string) ([]Holiday, string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := Parse(filepath.Join(dir, "c.yaml"), []byte(least+"calendars: {office: {holidays: [2020-05-01], file: "+name+"}}\n"))
	if err != nil {
		return nil, strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), "")
	}
	return c.Calendars[0].All(), ""
}

func TestHolidaysOfAFile(t *testing.T) {
	one := Holiday{Date: Date{2020, time.May, 1}}
	xmas, new := Date{2026, time.December, 25}, Date{0, time.January, 1}
	ics := "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Christ\r\n mas\\, both\r\nEND:VEVENT\r\n" +
		"BEGIN:VEVENT\r\nDTSTART:19700101T000000Z\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:New Year\x1b\r\nEND:VEVENT\r\n" +
		"BEGIN:VEVENT\r\nDTSTART:20260501\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	for name, it := range map[string]struct {
		file, text string
		want       []Holiday
		problem    string
	}{
		"a text":                      {"h.txt", "\ufeff# ours\n2026-12-25 Christmas Day\n\n01-01\r\n", []Holiday{one, {xmas, "Christmas Day"}, {new, ""}}, ""},
		"a text with a slip":          {"h.txt", "2026-12-25\n25.12.2026\n", nil, "c.yaml:9:52: calendars.office.file: h.txt: line 2: a day YYYY-MM-DD or MM-DD is expected here, and one the calendar has, not \"25.12.2026\""},
		"a calendar":                  {"h.ics", ics, []Holiday{one, {xmas, "Christmas, both"}, {Date{2026, time.December, 26}, "Christmas, both"}, {new, "New Year"}}, ""},
		"a rule that is another":      {"h.ics", "BEGIN:VEVENT\nDTSTART:20260501\nRRULE:FREQ=WEEKLY\nEND:VEVENT\n", nil, "c.yaml:9:52: calendars.office.file: h.ics: the event that begins at line 1: \"RRULE:FREQ=WEEKLY\" is not understood: only events that come once or RRULE:FREQ=YEARLY; write its days out"},
		"an event without a day":      {"h.ics", "\nBEGIN:VEVENT\nEND:VEVENT\n", nil, "c.yaml:9:52: calendars.office.file: h.ics: the event that begins at line 2: want DTSTART and DTEND as days such as 20261225, not \"\" and \"\""},
		"an event that ends before":   {"h.ics", "BEGIN:VEVENT\nDTSTART:20260501\nDTEND:20260401\nEND:VEVENT\n", nil, "c.yaml:9:52: calendars.office.file: h.ics: the event that begins at line 1: it lasts from 2026-05-01 to 2026-04-01"},
		"a calendar that is cut off":  {"h.ics", "BEGIN:VEVENT\nDTSTART:20260501\n", nil, "c.yaml:9:52: calendars.office.file: h.ics: the file ends in the middle of the event that begins at line 1"},
		"something else with its end": {"h.ics", "<html>\n", nil, "c.yaml:9:52: calendars.office.file: h.ics: it has no event: is it a calendar?"},
	} {
		t.Run(name, func(t *testing.T) {
			got, problem := holidaysOf(t, it.file, it.text)
			if diff := cmp.Diff(it.want, got); diff != "" || problem != it.problem {
				t.Errorf("%s\n%s", problem, diff)
			}
		})
	}
}

func TestLastHolidayIsOfOneYear(t *testing.T) {
	c := Calendar{Holidays: []Holiday{{Date: Date{2025, 12, 25}}, {Date: Date{0, 12, 31}}}, Listed: []Holiday{{Date: Date{2026, 1, 1}}, {Date: Date{2024, 1, 1}}}}
	if got := c.Last().String(); got != "2026-01-01" {
		t.Errorf("the last is %s", got)
	}
	if got := (Calendar{Holidays: []Holiday{{Date: Date{0, 12, 31}}}}).Last(); !got.IsZero() {
		t.Errorf("holidays of every year end on %s", got)
	}
}
