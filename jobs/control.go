package jobs

import (
	"fmt"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/metrics"
	"clientele/transform/warehouse"
)

// control compares, for every kind of every source, rows and money as read with
// what the warehouse holds and with what the fold has seen. No difference is
// allowed; rows kept aside are their own line.
func control(coverage []transform.Coverage, fold dealt) []transform.Check {
	read := make(map[string]warehouse.Tally, len(fold.Read))
	for _, t := range fold.Read {
		read[t.Source+"/"+string(t.Kind)] = t
	}
	var out []transform.Check
	for _, c := range coverage {
		name := c.Source + " " + string(c.Kind)
		out = append(out, transform.TieCount(name+": rows read = taken + kept aside", c.Read, c.Added+c.Changed+c.Unchanged+c.Repeated+c.Aside))
		t, folded := read[c.Source+"/"+string(c.Kind)]
		if folded {
			out = append(out, transform.TieCount(name+": rows kept = rows measured from", c.Kept, t.Rows))
		}
		if _, valued := extract.New(c.Kind).(extract.Valued); valued {
			out = append(out, transform.Tie(name+": amount in the source = in the warehouse", c.Amount, c.Stored))
			if folded {
				out = append(out, transform.Tie(name+": amount in the warehouse = measured from", c.Stored, t.Amount))
			}
		}
	}
	return out
}

// handedOver compares, for every kind of document, the rows dealt out to histories
// with those that the metrics were handed: none may be lost on the way.
func handedOver(fold dealt, data metrics.Data) []transform.Check {
	owed := make(map[extract.Kind]int64)
	for _, t := range fold.Read {
		owed[t.Kind] += t.Rows
	}
	for _, t := range fold.Later {
		owed[t.Kind] -= t.Rows
	}
	var out []transform.Check
	for _, k := range data.Kinds {
		out = append(out, transform.TieCount(strings.ReplaceAll(string(k.Kind), "_", " ")+": rows before the as-of day = handed to the metrics", owed[k.Kind], k.Count.All()))
	}
	return out
}

// leftOut notes in the figures what the fold did not deal out: documents dated on
// or after the as-of day, and lines whose order is not there.
func leftOut(r *metrics.Results, fold *warehouse.Fold) *metrics.Results {
	for _, t := range fold.Later {
		if t.Kind != extract.Lines {
			r.Data.Future.Count += t.Rows
		}
	}
	for _, t := range fold.Orphans {
		r.Data.Orphans.Count += t.Rows
		r.Data.Orphans.Amount += t.Amount
	}
	r.Data.Orphans.Currency = r.Rules.Currency
	return r
}

// failed lists the checks that did not pass.
func failed(checks []transform.Check) []transform.Check {
	var out []transform.Check
	for _, c := range checks {
		if !c.Passed {
			out = append(out, c)
		}
	}
	return out
}

// refusal turns failed checks into the error that stops a run.
func refusal(list []transform.Check) error {
	const shown = 5
	text := ""
	for _, c := range list[:min(len(list), shown)] {
		text += fmt.Sprintf("\n  %s: expected %s, found %s", c.Name, c.Expected, c.Found)
	}
	if len(list) > shown {
		text += fmt.Sprintf("\n  and %d more", len(list)-shown)
	}
	return fmt.Errorf("%w: %d checks failed:%s", ErrStopped, len(list), text)
}
