package pages

import (
	"fmt"
	"slices"
	"time"

	"clientele/extract"
	"clientele/reports"
)

// lateWord begins what stands beside a source that ends too early.
const lateWord = "LATE"

// sourceStates shows how far the records of each source reach.
func (b *book) sourceStates() reports.Table[SourceState] {
	type src = SourceState
	t := reports.Table[src]{
		Title: "Sources", Key: "Sources", Rows: b.in.Operations.Sources,
		Columns: []reports.Column[src]{
			reports.Text("Source", "Database or folder.", func(s src) string { return s.Name }),
			reports.Count("Rows read", "Rows of all its kinds of record, as the refresh read them.", func(s src) int64 { return s.Read }),
			reports.Count("Rejected", "Of them, those that broke their contract and are in no figure.", func(s src) int64 { return s.Aside }),
			reports.Instant("Newest record", "The latest moment any of its records carries, but none after it was read.", b.newestOf),
			reports.Text("Delay and status", "How long before the end of the period its newest record is; LATE where that is more than the configuration allows.", b.delayWords).
				GoodWords("OK").BadWords(lateWord),
		},
	}
	if len(t.Rows) == 0 {
		t.Note = "No source was read."
	}
	return t
}

func (b *book) newestOf(s SourceState) time.Time {
	if s.Newest == 0 {
		return time.Time{}
	}
	return s.Newest.Time().In(b.zone())
}

// lag is how long before the end of the period a moment is, never below zero.
func (b *book) lag(at extract.Instant) time.Duration {
	return max(0, time.Duration(b.r.Period.To.Start(b.zone())-at)*time.Microsecond)
}

// lagWords writes a lag in days, or in hours below two days.
func (b *book) lagWords(at extract.Instant) string {
	if at == 0 {
		return "altogether"
	}
	hours := int64(b.lag(at) / time.Hour)
	if hours < 48 {
		return reports.Plural(hours, "hour", "hours")
	}
	return reports.Plural(hours/24, "day", "days")
}

// late reports whether records end earlier than they may.
func (b *book) late(l FreshLimit) bool {
	return l.Newest < (b.r.Period.To - extract.Day(l.Days)).Start(b.zone())
}

// lateSources lists the sources that end too early.
func (b *book) lateSources() []SourceState {
	var list []SourceState
	for _, s := range b.in.Operations.Sources {
		if slices.ContainsFunc(s.Limits, b.late) {
			list = append(list, s)
		}
	}
	return list
}

// worstLimit is the limit that a late source breaks by most.
func (b *book) worstLimit(s SourceState) FreshLimit {
	var worst FreshLimit
	var by time.Duration = -1
	for _, l := range s.Limits {
		if over := b.lag(l.Newest) - time.Duration(l.Days)*24*time.Hour; b.late(l) && over > by {
			worst, by = l, over
		}
	}
	return worst
}

// delayWords says how far a source lags behind the end of the period.
func (b *book) delayWords(s SourceState) string {
	l := b.worstLimit(s)
	switch {
	case slices.ContainsFunc(s.Limits, b.late) && l.Newest == 0:
		return lateWord + ": no record with a date"
	case slices.ContainsFunc(s.Limits, b.late) && l.Kind != "":
		return fmt.Sprintf("%s: %s %s, allowed %s", lateWord, kindWords([]extract.Kind{l.Kind})[0], b.lagWords(l.Newest), reports.Plural(l.Days, "day", "days"))
	case slices.ContainsFunc(s.Limits, b.late):
		return fmt.Sprintf("%s: %s, allowed %s", lateWord, b.lagWords(l.Newest), reports.Plural(l.Days, "day", "days"))
	case s.Newest == 0:
		return "no record with a date"
	case b.lag(s.Newest) == 0:
		return "OK, nothing is missing at the end"
	case len(s.Limits) == 0:
		return b.lagWords(s.Newest) + ", no limit is set"
	}
	return "OK, " + b.lagWords(s.Newest)
}
