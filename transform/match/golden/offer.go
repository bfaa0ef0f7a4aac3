package golden

import (
	"cmp"
	"math"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// offer is what one record has to say about a field or group.
type offer struct {
	text    string          // as it would stand in the golden record
	key     string          // for telling who agrees
	party   *extract.Party  // nil for a value a person wrote
	seen    extract.Instant // when the record said so
	born    extract.Instant // when the record was created, as far as it is known
	source  int32
	account transform.CustomerID // of a record's account
	place   int32                // in the order of source and id
	grade   int8                 // how valid: 0 is a placeholder
	size    int32                // how complete

	sources, records int32 // how many agree
}

// The rungs of the ladder, as lineage names them.
const (
	Decided  = "decided"        // a person's word
	Only     = "only"           // no other record says anything
	Agreed   = "agreed"         // all records that say anything say this
	Valid    = "valid"          // the others are placeholders
	Fit      = "fit"            // a whole name, a street, a mailbox of one's own
	Trusted  = "source"         // the source further up
	Aged     = "source and age" // a source further down, but so much newer
	Smallest = "key"            // nothing else tells them apart
)

// compare climbs the rungs of a field and returns which of two offers is better, the
// smaller being so, and the rung that says it.
func (u *unit) compare(x, y *offer) (int, string) {
	if c := cmp.Compare(min(y.grade, 1), min(x.grade, 1)); c != 0 {
		return c, Valid
	}
	if u.ownFirst && x.grade != y.grade {
		return cmp.Compare(y.grade, x.grade), Fit
	}
	if c, why := u.rule.preferred(x, y); c != 0 {
		return c, why
	}
	if x.grade != y.grade {
		return cmp.Compare(y.grade, x.grade), Fit
	}
	if c, why := u.rule.trusted(x, y); c != 0 {
		return c, why
	}
	for _, step := range usual {
		if c := step.compare(x, y); c != 0 {
			return c, step.why
		}
	}
	return cmp.Compare(x.place, y.place), Smallest
}

// preferred is the rung of the field's own rule; no rule, no difference.
func (r *rule) preferred(x, y *offer) (int, string) {
	switch r.prefer {
	case BySource:
		return r.trusted(x, y)
	case Newest:
		return newer(x, y), Newest
	case Oldest:
		return older(x, y), Oldest
	case Frequent:
		return moreOften(x, y), Frequent
	case Longest:
		return longer(x, y), Longest
	}
	return 0, ""
}

// usual are the rungs below trust.
var usual = []struct {
	why     string
	compare func(x, y *offer) int
}{{Newest, newer}, {Frequent, moreOften}, {Longest, longer}}

func newer(x, y *offer) int { return cmp.Compare(y.seen, x.seen) }

func moreOften(x, y *offer) int {
	return cmp.Or(cmp.Compare(y.sources, x.sources), cmp.Compare(y.records, x.records))
}

func longer(x, y *offer) int { return cmp.Compare(y.size, x.size) }

// older puts a record that does not say when it was created last.
func older(x, y *offer) int {
	last := extract.Instant(math.MaxInt64)
	return cmp.Compare(cmp.Or(x.born, last), cmp.Or(y.born, last))
}

// tally counts for each offer how many sources and records have its key. Offers stand
// in order of source and id.
func tally(offers []offer) {
	if len(offers) > 16 {
		tallyMany(offers)
		return
	}
	for i := range offers {
		o := &offers[i]
		o.sources, o.records = 0, 0
		last := int32(-1)
		for j := range offers {
			if x := &offers[j]; x.key == o.key {
				o.records++
				if x.source != last {
					o.sources, last = o.sources+1, x.source
				}
			}
		}
	}
}

// tallyMany does the same in linear time.
func tallyMany(offers []offer) {
	type count struct{ sources, records, last int32 }
	counts := make(map[string]*count, len(offers))
	for i := range offers {
		c := counts[offers[i].key]
		if c == nil {
			c = &count{last: -1}
			counts[offers[i].key] = c
		}
		c.records++
		if offers[i].source != c.last {
			c.sources, c.last = c.sources+1, offers[i].source
		}
	}
	for i := range offers {
		c := counts[offers[i].key]
		offers[i].sources, offers[i].records = c.sources, c.records
	}
}

// distinct keeps the best offer of each key, the best first.
func (u *unit) distinct(offers []offer) []offer {
	slices.SortFunc(offers, func(x, y offer) int {
		c, _ := u.compare(&x, &y)
		return c
	})
	if len(offers) <= 16 {
		kept := offers[:0]
		for _, o := range offers {
			if !slices.ContainsFunc(kept, func(k offer) bool { return k.key == o.key }) {
				kept = append(kept, o)
			}
		}
		return kept
	}
	met := make(map[string]bool, len(offers))
	return slices.DeleteFunc(offers, func(o offer) bool {
		again := met[o.key]
		met[o.key] = true
		return again
	})
}
