package pages

import (
	"fmt"
	"strings"

	"clientele/extract"
	"clientele/reports"
)

// keyLead is the name among the key figures of the action that led the list, with the
// last day of the first report it led: "2026-10-31 call_at_risk".
const keyLead = "leading_action"

// longestLead is after how many days an action makes way for the next: four weeks.
const longestLead = 28

// led reads which action led the report of the preceding period, and since when.
func (b *book) led() (key string, since extract.Day, ok bool) {
	day, key, _ := strings.Cut(b.in.Previous[keyLead], " ")
	since, err := extract.ParseDay(day)
	return key, since, err == nil && key != ""
}

// inTurn lets no action lead for more than four weeks: what has led so long stands
// second, whatever it is worth, or the list would be read once and never again.
func (b *book) inTurn(list []reports.Action) []reports.Action {
	key, since, ok := b.led()
	if !ok || len(list) < 2 || list[0].Key != key || b.r.Period.To-1-since < longestLead {
		return list
	}
	list[0], list[1] = list[1], list[0]
	list[1].Why += fmt.Sprintf(" It led from %s on: now the next comes first.", since.Time().Format("2 Jan 2006"))
	return list
}

// leading writes down which action leads now, for the next report.
func (b *book) leading(list []reports.Action) string {
	if len(list) == 0 || list[0].Key == "" {
		return ""
	}
	since := b.r.Period.To - 1
	if key, before, ok := b.led(); ok && key == list[0].Key {
		since = before
	}
	return since.String() + " " + list[0].Key
}
