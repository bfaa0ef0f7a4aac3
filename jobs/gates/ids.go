package gates

import (
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

// IDLimits are what a refresh may do to the ids of customers.
type IDLimits struct {
	Shares
	Few       int     // so many may always change: a small company has large shares
	Quiet     float64 // up to this share of changed records, sources are quiet
	QuietHold float64 // the limit of Hold for a refresh of quiet sources, zero for none
}

// Asks reports whether it matters to the verdict how many records changed.
func (l IDLimits) Asks(s Shift) bool {
	return l.QuietHold > 0 && s.Before > 0 && s.Changed > l.Few && s.share() > l.QuietHold
}

// of returns the limits that hold for a shift.
func (l IDLimits) of(s Shift) Shares {
	held := l.Shares
	if l.Unexplained(s) && (held.Hold == 0 || l.QuietHold < held.Hold) {
		held.Hold = l.QuietHold
	}
	return held
}

// Unexplained reports whether too few records changed to explain that ids do.
func (l IDLimits) Unexplained(s Shift) bool {
	return l.QuietHold > 0 && s.Counted && float64(s.Touched) <= l.Quiet*float64(s.Records)
}

// A Shift is what a refresh does to the ids there were before it.
type Shift struct {
	Before   int // ids that had a record
	Merged   []transform.CustomerID
	Split    []transform.CustomerID
	Retired  []transform.CustomerID
	Moved    []extract.Ref // records that go from one id to another that was there before, or leave one that goes on
	Changed  int           // ids that any of it happened to, each once
	Examples []string      // some of it in words
	Counted  bool          // whether the next two are known
	Records  int           // of parties, before
	Touched  int           // of these, changed or gone, and new ones, since the refresh before
}

func (s Shift) share() float64 { return float64(s.Changed) / float64(s.Before) }

const idsPath = "gates.ids_changed"

// ChangedIDs judges the share of the ids that a refresh changes: merged, split,
// retired, or left by a record. New ids do not count, and the first refresh changes
// none.
func ChangedIDs(limits IDLimits, s Shift) Verdict {
	v := Verdict{Gate: idsPath, Kind: IDs, Effect: Pass, Check: "ids of customers changed by the refresh", Expected: limits.words()}
	if s.Before == 0 {
		v.Effect, v.Found = Unjudged, "first refresh"
		return v
	}
	held := limits.of(s)
	if v.Expected = held.words(); !held.on() {
		v.Effect, v.Found = Unjudged, "no limit is set"
		return v
	}
	share := s.share()
	v.Found = fmt.Sprintf("%s (%s of %s)", percent(share), reports.Thousands(s.Changed), reports.Plural(s.Before, "id", "ids"))
	v.Detail = fmt.Sprintf("%d merged, %d split, %d retired, %d records moved", len(s.Merged), len(s.Split), len(s.Retired), len(s.Moved))
	if s.Changed > limits.Few {
		v.Effect = held.effect(share)
	}
	if v.Closed() {
		v.Words = fmt.Sprintf("The last reading of the sources changes who %s of the customers are (%s of %s); expected at most %s%s.",
			beyond(share, held.allowed()), reports.Thousands(s.Changed), reports.Thousands(s.Before), percent(held.allowed()), limits.although(s))
	}
	return v
}

// although says that the sources do not explain it.
func (l IDLimits) although(s Shift) string {
	if !l.Unexplained(s) {
		return ""
	}
	return fmt.Sprintf(", because only %s of %s changed: look at the matching rules, its model and the decisions", reports.Thousands(s.Touched), reports.Plural(s.Records, "record", "records"))
}

// Shifted counts what becomes of the ids of before: events are those of the refresh,
// moved the records whose id is another one now, by the id they had.
func Shifted(before int, events []transform.IDEvent, moved map[extract.Ref]Move) Shift {
	s := Shift{Before: before}
	changed := map[transform.CustomerID]bool{}
	for _, e := range events {
		switch e.Kind {
		case transform.IDMerged:
			s.Merged = append(s.Merged, e.ID)
		case transform.IDSplit:
			s.Split = append(s.Split, e.ID)
		case transform.IDRetired:
			s.Retired = append(s.Retired, e.ID)
		default:
			continue
		}
		changed[e.ID] = true
		s.example("%s: %s%s, %s", e.ID, e.Kind, into(e.Into), e.Reason)
	}
	for ref, m := range moved { // sorted below
		s.Moved = append(s.Moved, ref)
		changed[m.From] = true
	}
	slices.SortFunc(s.Moved, extract.Ref.Compare)
	for _, ref := range s.Moved {
		s.example("%s/%s: from %s to %s", ref.Source, ref.ID, moved[ref].From, moved[ref].To)
	}
	s.Changed = len(changed)
	return s
}

// A Move is where a record was and where it is.
type Move struct{ From, To transform.CustomerID }

// mostExamples is how many a person is shown.
const mostExamples = 5

func (s *Shift) example(format string, args ...any) {
	if len(s.Examples) < mostExamples {
		s.Examples = append(s.Examples, fmt.Sprintf(format, args...))
	}
}

func into(id transform.CustomerID) string {
	if id == "" {
		return ""
	}
	return " into " + string(id)
}
