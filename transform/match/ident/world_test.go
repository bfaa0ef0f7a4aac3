package ident

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// world is a company whose runs follow each other, with clusters given by hand. After
// every run it holds the crosswalk to the log.
type world struct {
	t      fataler
	run    int64
	prior  Prior
	born   map[transform.CustomerID]Birth
	played map[extract.Ref]transform.CustomerID // the crosswalk as the log tells it
	live   map[transform.CustomerID]bool        // the ids in use as the log tells it
	last   Assigned
}

type fataler interface {
	Helper()
	Errorf(string, ...any)
}

func newWorld(t fataler) *world {
	w := &world{
		t: t, born: map[transform.CustomerID]Birth{}, played: map[extract.Ref]transform.CustomerID{}, live: map[transform.CustomerID]bool{},
		prior: Prior{Current: map[extract.Ref]transform.CustomerID{}, Retired: map[transform.CustomerID]transform.CustomerID{}},
	}
	w.prior.Born = func(id transform.CustomerID) (Birth, bool) { b, ever := w.born[id]; return b, ever }
	return w
}

// do runs once with clusters such as "ab c": each letter a record, a capital one an
// erased one. It returns the id of each record and the kinds of the events.
func (w *world) do(clusters string) (map[string]transform.CustomerID, []string) {
	w.t.Helper()
	parties, res := drawn(strings.Fields(clusters))
	return w.next(parties, res)
}

// drawn makes records and clusters of letters. The records that brought a cluster
// together are neighbours.
func drawn(clusters []string) ([]extract.Party, match.Result) {
	var parties []extract.Party
	var res match.Result
	for _, part := range clusters {
		var in []int32
		for n, r := range part {
			p := extract.Party{Ref: extract.Ref{Source: "s", ID: strings.ToLower(string(r))}}
			if r < 'a' {
				p.Status = extract.PartyErased
			}
			i := int32(len(parties))
			if n > 0 {
				res.Merges = append(res.Merges, match.Pair{A: i - 1, B: i, Score: float64(10 + n), Reason: "same e-mail"})
			}
			in, parties = append(in, i), append(parties, p)
		}
		res.Clusters = append(res.Clusters, in)
	}
	return parties, res
}

func (w *world) next(parties []extract.Party, res match.Result) (map[string]transform.CustomerID, []string) {
	w.t.Helper()
	w.run++
	w.last = Assign(parties, res, w.prior)
	w.last.Explain(Facts{Changed: map[extract.Ref][]string{}})
	w.save()
	w.replay()
	ids := map[string]transform.CustomerID{}
	for c, cluster := range res.Clusters {
		for _, i := range cluster {
			ids[parties[i].ID] = w.last.IDs[c]
			if w.prior.Current[parties[i].Ref] != w.last.IDs[c] {
				w.t.Errorf("run %d: the crosswalk has %q for %s, the cluster has %q", w.run, w.prior.Current[parties[i].Ref], parties[i].ID, w.last.IDs[c])
			}
		}
	}
	w.sound()
	var said []string
	for _, e := range w.last.Events {
		said = append(said, e.Kind)
	}
	slices.Sort(said)
	return ids, said
}

// save keeps what a store would.
func (w *world) save() {
	w.t.Helper()
	for _, m := range w.last.Moves {
		if w.prior.Current[m.Ref] != m.From {
			w.t.Errorf("run %d: %s moved from %q, and was %q", w.run, m.Ref.ID, m.From, w.prior.Current[m.Ref])
		}
		w.prior.Current[m.Ref] = m.To
	}
	for _, b := range w.last.Minted {
		if _, again := w.born[b.ID]; again || b.ID != transform.NewID(b.Founder, b.N) {
			w.t.Errorf("run %d: %+v was given before, or is not its founder's", w.run, b)
		}
		b.Run = w.run
		w.born[b.ID] = b
	}
	for _, e := range w.last.Events {
		switch e.Kind {
		case transform.IDMerged, transform.IDRetired:
			w.prior.Retired[e.ID] = e.Into
		case transform.IDRevived:
			if w.prior.Retired[e.ID] != "" {
				w.t.Errorf("run %d: %s forwards and was given again", w.run, e.ID)
			}
			delete(w.prior.Retired, e.ID)
		}
	}
}

// replay plays the events of the run, from what the log alone has told so far.
func (w *world) replay() {
	w.t.Helper()
	for _, e := range w.last.Events {
		if e.Reason == "" || len(e.Records) == 0 || !slices.IsSortedFunc(e.Records, extract.Ref.Compare) {
			w.t.Errorf("run %d: no reason, no records or no order: %+v", w.run, e)
		}
		switch e.Kind {
		case transform.IDMinted, transform.IDSurvived, transform.IDRevived:
			w.live[e.ID] = true
			for _, r := range e.Records {
				w.played[r] = e.ID
			}
		case transform.IDMerged, transform.IDRetired:
			delete(w.live, e.ID)
		}
	}
	if diff := cmp.Diff(w.prior.Current, w.played); diff != "" {
		w.t.Errorf("run %d: the log and the crosswalk differ: %s", w.run, diff)
	}
}

// sound holds the ids to what is always true of them.
func (w *world) sound() {
	w.t.Helper()
	given := map[transform.CustomerID]bool{}
	for _, id := range w.last.IDs {
		if given[id] || !w.live[id] {
			w.t.Errorf("run %d: %s is of two clusters, or not alive", w.run, id)
		}
		given[id] = true
	}
	for id := range w.live {
		if !given[id] {
			w.t.Errorf("run %d: %s is alive and of no cluster", w.run, id)
		}
	}
	for id := range w.prior.Retired {
		w.ends(id)
	}
	for id := range maps.Values(w.prior.Current) {
		if w.prior.Retired[id] != "" {
			w.t.Errorf("run %d: the crosswalk leads to %s, which forwards", w.run, id)
		}
	}
}

// ends follows an id: it must come to one that lives, or that has nobody left.
func (w *world) ends(id transform.CustomerID) {
	w.t.Helper()
	for range len(w.born) + 1 {
		into, retired := w.prior.Retired[id]
		if !retired || into == "" {
			if retired == w.live[id] {
				w.t.Errorf("run %d: %s is alive %v", w.run, id, w.live[id])
			}
			return
		}
		id = into
	}
	w.t.Errorf("run %d: the forwarding of %s turns in a circle", w.run, id)
}

func (w *world) want(got []string, want ...string) {
	w.t.Helper()
	if !slices.Equal(got, want) {
		w.t.Errorf("run %d: events %q, want %q", w.run, got, want)
	}
}

// reason returns what is said of the first event of a kind in the last run.
func (w *world) reason(kind string) string {
	for _, e := range w.last.Events {
		if e.Kind == kind {
			return e.Reason
		}
	}
	return ""
}

var _ fataler = (*testing.T)(nil)
