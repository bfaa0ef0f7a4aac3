package due

import (
	"fmt"
	"strings"

	"github.com/robfig/cron/v3"

	"clientele/extract"
)

// Times are the days and minutes a cron expression names, whatever the clocks do.
type Times struct {
	spec    *cron.SpecSchedule
	minutes []int // of the day, in order
}

// ParseTimes reads the five fields of cron: minute, hour, day of month, month and
// day of week. A zone, a descriptor such as @daily and an interval are refused.
func ParseTimes(text string) (Times, error) {
	if strings.Contains(text, "=") { // TZ=..., on which the library would rely to be followed by more
		return Times{}, fmt.Errorf("schedule %q: want five fields and no zone", text)
	}
	parsed, err := cron.NewParser(cron.Minute | cron.Hour | cron.Dom | cron.Month | cron.Dow).Parse(text)
	if err != nil {
		return Times{}, fmt.Errorf("schedule %q: %w", text, err)
	}
	spec, ok := parsed.(*cron.SpecSchedule)
	if !ok {
		return Times{}, fmt.Errorf("schedule %q: want five fields", text)
	}
	t := Times{spec: spec}
	for minute := range minutesADay {
		if spec.Hour&(1<<uint(minute/60)) != 0 && spec.Minute&(1<<uint(minute%60)) != 0 {
			t.minutes = append(t.minutes, minute)
		}
	}
	return t, nil
}

// minutesADay is how many minutes of wall clock a day has.
const minutesADay = 24 * 60

// star is set in a field that was written as an asterisk.
const star = 1 << 63

// on reports whether a calendar day is named. As cron has it, a day of month and a
// day of week that are both given are alternatives.
func (t Times) on(day extract.Day) bool {
	date := day.Time()
	month := t.spec.Month&(1<<uint(date.Month())) != 0
	dom := t.spec.Dom&(1<<uint(date.Day())) != 0
	dow := t.spec.Dow&(1<<uint(date.Weekday())) != 0
	if t.spec.Dom&star != 0 || t.spec.Dow&star != 0 {
		return month && dom && dow
	}
	return month && (dom || dow)
}
