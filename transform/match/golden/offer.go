package golden

import (
	"cmp"
	"math"

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
