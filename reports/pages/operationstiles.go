package pages

import (
	"fmt"
	"math"
	"strconv"

	"clientele/reports"
)

// The key figures of the report of operations.
const (
	keyRowsRead  = "rows_read"
	keyRejected  = "rejected_rows"
	keyCustomers = "customers"
	keyDoubts    = "review_pairs"
	keyDuration  = "duration"
)

// keyRefresh is the refresh a report was about: the next one's changes begin after it.
const keyRefresh = "refresh"

// RefreshBefore returns the refresh that a report with these key figures was about, zero
// where they name none.
func RefreshBefore(figures map[string]string) int64 {
	run, err := strconv.ParseInt(figures[keyRefresh], 10, 64)
	if err != nil {
		return 0
	}
	return run
}

func (b *book) operationsLists(out map[string]string) {
	if o := b.in.Operations; o != nil {
		out[keyRefresh] = strconv.FormatInt(int64(o.Run), 10)
	}
}

func (b *book) operationsTiles() []reports.Tile {
	if b.in.Operations == nil {
		return nil
	}
	return []reports.Tile{b.tileRowsRead(), b.tileRejected(), b.tileCustomers(), b.tileDoubts(), b.tileDuration()}
}

// rowsRead is how many rows of all sources were read.
func (b *book) rowsRead() (n int64) {
	for _, s := range b.in.Operations.Sources {
		n += s.Read
	}
	return n
}

func (b *book) tileRowsRead() reports.Tile {
	kinds := 0
	for _, s := range b.in.Operations.Sources {
		kinds += s.Kinds
	}
	return b.neither(reports.Tile{
		Key: keyRowsRead, Label: "Rows read", Value: reports.CountValue(b.rowsRead()),
		Note: fmt.Sprintf("%s of records, %s", reports.Plural(kinds, "kind", "kinds"), reports.Plural(len(b.in.Operations.Sources), "source", "sources")),
	})
}

func (b *book) tileRejected() reports.Tile {
	aside, read := b.in.Operations.Aside, b.rowsRead()
	t := reports.Tile{Key: keyRejected, Label: "Rejected rows", Value: reports.CountValue(aside), Note: "every row could be used"}
	if aside > 0 && read > 0 {
		t.Note = shareWords(float64(aside)/float64(read)) + " of all rows"
	}
	return b.since(t, float64(aside))
}

// shareWords writes a share that may be very small.
func shareWords(x float64) string {
	if x < .0005 {
		return "less than " + reports.PercentWords(.0005+.0005)
	}
	return reports.PercentWords(x)
}

func (b *book) tileCustomers() reports.Tile {
	return b.neither(reports.Tile{
		Key: keyCustomers, Label: "Customers after merging", Value: reports.CountValue(b.in.Match.Customers),
		Note: "of " + reports.Plural(b.in.Match.Records, "record", "records"),
	})
}

func (b *book) tileDoubts() reports.Tile {
	o := b.in.Operations
	t := reports.Tile{Key: keyDoubts, Label: "Pairs for review", Value: reports.CountValue(len(o.Doubts)), Note: "records that may be one customer"}
	if o.Untold {
		t.Value, t.Note = reports.Nothing(), "which they were was not kept"
		return t
	}
	if days := b.longestWait(); days > 0 {
		t.Note = "the oldest waits for " + reports.Plural(days, "day", "days")
	}
	return b.since(t, float64(len(o.Doubts)))
}

// longestWait is how many days the pair that waits longest has waited, as far as that is
// known.
func (b *book) longestWait() (days int64) {
	for _, p := range b.in.Operations.Doubts {
		days = max(days, p.Waits.Value)
	}
	return days
}

func (b *book) tileDuration() reports.Tile {
	o := b.in.Operations
	t := reports.Tile{Key: keyDuration, Label: "Duration of the refresh", Note: "sources read on " + plain(o.Read.Day(b.zone()))}
	if !o.Took.Known {
		t.Against = "its end was not written down"
		if o.Still {
			t.Against = "the clock it went by stood still"
		}
		return t
	}
	minutes := minutesOf(o.Took.Value)
	t.Value = reports.Number1Value(minutes).In("min")
	if minutes < 1 {
		t.Value = reports.Number2Value(minutes).In("min")
	}
	return b.since(t, minutes)
}

// minutesOf rounds microseconds as they are shown: to a tenth of a minute, below one to a
// hundredth, of which anything takes at least one.
func minutesOf(micros int64) float64 {
	if minutes := float64(micros) / 60e6; minutes < .995 {
		return max(math.Round(minutes*100), 1) / 100
	}
	return math.Round(float64(micros)/6e6) / 10
}

// neither compares a state of which neither more nor less is better.
func (b *book) neither(t reports.Tile) reports.Tile {
	t = b.since(t, t.Value.Number)
	if t.Delta.Known {
		t.Delta = t.Delta.NeitherBetter()
	}
	return t
}
