package jobs

import (
	"fmt"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/state"
)

// A vow is a decision that holds, or that was handed in just before.
type vow struct {
	transform.Decision
	at     extract.Instant
	number int64  // zero before it is written down
	where  string // where one stands that is not
}

func (v vow) decision() state.Decision {
	return state.Decision{Decision: v.Decision, Number: v.number, At: v.at}
}

// String says who decided what and when.
func (v vow) String() string {
	name, since := v.where, ""
	if v.number > 0 {
		name = fmt.Sprintf("decision %d", v.number)
	}
	if name == "" {
		name = "the same command"
	}
	if v.at > 0 {
		since = " on " + v.at.Time().UTC().Format("2 Jan 2006")
	}
	why := ""
	if v.Why != "" {
		why = ": " + v.Why
	}
	has := "puts %s and %s together"
	if v.Kind == transform.CannotLink {
		has = "keeps %s and %s apart"
	}
	return fmt.Sprintf("%s "+has+" (%s%s%s)", name, v.A.Named(), v.B.Named(), v.Who, since, why)
}

// vows hold decisions against each other: who is together is so through others too.
type vows struct {
	together, apart map[extract.Ref][]vow
}

func newVows(list []state.Decision) *vows {
	v := &vows{map[extract.Ref][]vow{}, map[extract.Ref][]vow{}}
	for _, d := range list {
		v.add(vow{Decision: d.Decision, at: d.At, number: d.Number})
	}
	return v
}

// add takes a vow, and reports whether it is new.
func (v *vows) add(x vow) bool {
	if _, is := v.same(x.Decision); is {
		return false
	}
	of := v.of(x.Kind)
	of[x.A], of[x.B] = append(of[x.A], x), append(of[x.B], x)
	return true
}

func (v *vows) of(kind string) map[extract.Ref][]vow {
	if kind == transform.CannotLink {
		return v.apart
	}
	return v.together
}

// same finds the vow that says the same of the same two records.
func (v *vows) same(d transform.Decision) (vow, bool) {
	for _, x := range v.of(d.Kind)[d.A] {
		if x.A == d.A && x.B == d.B || x.A == d.B && x.B == d.A {
			return x, true
		}
	}
	return vow{}, false
}

// against says in words which vows contradict a decision and how to go on, or nothing.
func (v *vows) against(d transform.Decision) string {
	var found []vow
	what := "cannot be kept apart"
	if d.Kind == transform.CannotLink {
		found = v.path(d.A, d.B)
	} else {
		what = "cannot be put together"
		found = v.barrier(d.A, d.B)
	}
	if len(found) == 0 {
		return ""
	}
	words := make([]string, len(found))
	for i, x := range found {
		words[i] = x.String()
	}
	text := fmt.Sprintf("%s and %s %s: %s", d.A.Named(), d.B.Named(), what, strings.Join(words, ", and "))
	if n := found[0].number; n > 0 {
		text += fmt.Sprintf("; if that is wrong, withdraw it first: clientele decide withdraw %d --why \"...\"", n)
	}
	return text
}

// barrier returns the vow that keeps apart those who would be put together, first, and
// those by which they hang together with the two.
func (v *vows) barrier(a, b extract.Ref) []vow {
	ofA, ofB := v.reached(a), v.reached(b)
	for _, r := range ofA.order {
		for _, x := range v.apart[r] {
			other := x.A
			if other == r {
				other = x.B
			}
			if _, is := ofB.by[other]; is {
				return append(append([]vow{x}, ofA.path(r)...), ofB.path(other)...)
			}
		}
	}
	return nil
}

// path returns the vows that put two records together, none if they are not.
func (v *vows) path(a, b extract.Ref) []vow {
	from := v.reached(a)
	if _, is := from.by[b]; !is {
		return nil
	}
	return from.path(b)
}

// A vowReach is who hangs together with a record, and by which vow each was come to.
type vowReach struct {
	start extract.Ref
	order []extract.Ref
	by    map[extract.Ref]vow
}

func (v *vows) reached(start extract.Ref) vowReach {
	r := vowReach{start: start, order: []extract.Ref{start}, by: map[extract.Ref]vow{start: {}}}
	for i := 0; i < len(r.order); i++ {
		at := r.order[i]
		for _, x := range v.together[at] {
			next := x.A
			if next == at {
				next = x.B
			}
			if _, seen := r.by[next]; !seen {
				r.by[next] = x
				r.order = append(r.order, next)
			}
		}
	}
	return r
}

func (r vowReach) path(to extract.Ref) []vow {
	var out []vow
	for at := to; at != r.start; {
		x := r.by[at]
		out = append(out, x)
		if x.A == at {
			at = x.B
		} else {
			at = x.A
		}
	}
	return out
}
