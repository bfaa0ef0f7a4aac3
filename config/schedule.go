package config

import (
	"strings"
	"time"

	"github.com/robfig/cron/v3"
	"go.yaml.in/yaml/v4"
)

// Schedule is a cron expression of five fields: minute, hour, day of month, month, day of week. Empty means never by
// itself.
type Schedule string

func (s *Schedule) decodeNode(d *decoder, n *yaml.Node, path string) {
	text, ok := d.line(n, path)
	if !ok || text == "" {
		return
	}
	const hint = "five fields: minute hour day-of-month month day-of-week, such as 0 7 * * 1 for Mondays at seven"
	switch fields := len(strings.Fields(text)); {
	case strings.Contains(text, "TZ="):
		d.problem(n, path, "a zone has no place in a schedule", "use the entry zone beside it")
		return
	case strings.HasPrefix(text, "@") || fields != 5:
		d.problem(n, path, "bad schedule "+quote(text), hint)
		return
	}
	times, err := cron.ParseStandard(text)
	if err != nil {
		d.problem(n, path, "bad schedule "+quote(text)+": "+err.Error(), hint)
		return
	}
	// Any leap year's beginning will do: the search looks five years ahead.
	if times.Next(time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)).IsZero() {
		d.problem(n, path, "the schedule "+quote(text)+" names a day that never comes", "check day and month")
		return
	}
	*s = Schedule(text)
}
