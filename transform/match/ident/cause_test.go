package ident

import (
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
)

// torn is a customer abc of whom a is another one now, with facts.
func torn(t *testing.T, to string, f Facts) string {
	t.Helper()
	w := newWorld(t)
	w.do("abc")
	parties, res := drawn(strings.Fields(to))
	got := Assign(parties, res, w.prior)
	got.Explain(f)
	for _, e := range got.Events {
		if e.Kind == transform.IDSplit {
			_, why, _ := strings.Cut(e.Reason, "; ")
			return why
		}
	}
	t.Fatalf("nothing split: %+v", got.Events)
	return ""
}

func TestASplitSaysWhatToreTheCustomerApart(t *testing.T) {
	ref := func(id string) extract.Ref { return extract.Ref{Source: "s", ID: id} }
	cannot := func(a, b string) transform.Decision {
		return transform.Decision{Kind: transform.CannotLink, A: ref(a), B: ref(b), Who: "ann", Why: "twins"}
	}
	must := func(a, b string) transform.Decision {
		return transform.Decision{Kind: transform.MustLink, A: ref(a), B: ref(b), Who: "ann", Why: "twins"}
	}
	changed := func(id string) map[extract.Ref][]string { return map[extract.Ref][]string{ref(id): {"born", "email"}} }
	for name, it := range map[string]struct {
		to   string
		f    Facts
		want string
	}{
		"a person's word":                         {"a bc", Facts{Decisions: []transform.Decision{cannot("c", "a")}}, "s/a is kept apart from s/c by ann: twins"},
		"a word before a correction":              {"a bc", Facts{Decisions: []transform.Decision{cannot("a", "b")}, Changed: changed("a")}, "s/a is kept apart from s/b by ann: twins"},
		"a word about others says nothing":        {"a bc", Facts{Decisions: []transform.Decision{cannot("b", "c")}, Changed: changed("a")}, "s/a changed: born, email"},
		"a word for a merge says nothing":         {"a bc", Facts{Decisions: []transform.Decision{{Kind: transform.MustLink, A: ref("a"), B: ref("b")}}, Changed: changed("a")}, "s/a changed: born, email"},
		"a word that was taken back":              {"a bc", Facts{Withdrawn: []transform.Decision{must("b", "a")}, Changed: changed("c")}, "that s/a is one with s/b was withdrawn by ann: twins"},
		"a word taken back about others":          {"a bc", Facts{Withdrawn: []transform.Decision{must("b", "c"), cannot("a", "b")}, Changed: changed("c")}, "s/c changed: born, email"},
		"what left was corrected":                 {"a bc", Facts{Changed: changed("a")}, "s/a changed: born, email"},
		"what held them together was corrected":   {"a bc", Facts{Changed: changed("c")}, "s/c changed: born, email"},
		"an erasure":                              {"A bc", Facts{Changed: changed("a")}, "the person was erased in the source"},
		"a record that came":                      {"a bcx", Facts{Changed: map[extract.Ref][]string{}}, "s/x came"},
		"nothing of their own":                    {"a bc", Facts{Changed: map[extract.Ref][]string{}}, "no record of the customer itself changed"},
		"nothing is said where nobody looked":     {"a bc", Facts{}, ""},
		"the reason of a move is kept before it":  {"bc ay", Facts{Changed: changed("a")}, "s/a changed: born, email"},
		"a decision with a record that is not it": {"a bc", Facts{Decisions: []transform.Decision{cannot("a", "z")}, Changed: map[extract.Ref][]string{}}, "no record of the customer itself changed"},
	} {
		if got := torn(t, it.to, it.f); got != it.want {
			t.Errorf("%s: %q, want %q", name, got, it.want)
		}
	}
}

func TestLongChainsOfEvidenceAreCut(t *testing.T) {
	w := newWorld(t)
	w.do("a g")
	w.do("abcdefg")
	if why := w.reason(transform.IDMerged); strings.Count(why, ";") != most || !strings.HasSuffix(why, "; and 3 more") {
		t.Error(why)
	}
}

func TestSettledMergesHaveNoBits(t *testing.T) {
	w := newWorld(t)
	w.do("a b")
	parties, res := drawn([]string{"ab"})
	res.Merges[0].Told, res.Merges[0].Reason, res.Merges[0].Score = true, "put together by ann: one person", 1000
	w.next(parties, res)
	if why := w.reason(transform.IDMerged); why != "s/b and s/a: put together by ann: one person" && why != "s/a and s/b: put together by ann: one person" {
		t.Error(why)
	}
}
