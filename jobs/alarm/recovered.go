package alarm

import (
	"fmt"
	"slices"
	"time"

	"clientele/transform"
)

// recovered lists what was told to be amiss and is done by now.
func (f Facts) recovered() []Alarm {
	var out []Alarm
	for _, d := range f.Done {
		told := slices.ContainsFunc(f.Told, func(k Key) bool {
			return k.Job == d.Job && k.Period == d.Key && slices.Contains([]Cause{Broke, Failed, Held, Late}, k.Cause)
		})
		if !told || d.Skipped {
			continue
		}
		a := Alarm{Cause: Recovered, Job: d.Job, Period: d.Key, Since: d.At, Run: d.Run, What: "done at " + f.clock(d.At)}
		if p, err := transform.PeriodOf(d.Key); err == nil && d.AsOf > 0 {
			a.Label = p.Label()
		}
		if by := time.Duration(d.At-d.Slot) * time.Microsecond; d.Slot > 0 && by >= time.Minute {
			a.What += fmt.Sprintf(", %s after its time", span(by))
		}
		out = append(out, a)
	}
	return out
}

// span writes how long something took, to the minute.
func span(d time.Duration) string {
	h, m := int(d.Hours()), int(d.Minutes())%60
	switch {
	case h >= 48:
		return fmt.Sprintf("%d days", h/24)
	case h == 0:
		return fmt.Sprintf("%d min", m)
	case m == 0:
		return fmt.Sprintf("%d h", h)
	}
	return fmt.Sprintf("%d h %d min", h, m)
}
