package jobs

import (
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform/match"
)

// A gossip is a pupil that finds values shared that were not when it learnt.
type gossip struct {
	*pupil
	since []match.SharedValue
}

func (g gossip) Match(parties []extract.Party, o match.Options, by By) (match.Result, []byte, error) {
	r, body, err := g.pupil.Match(parties, o, by)
	if !by.Learn {
		r.SharedSince = g.since
	}
	return r, body, err
}

func TestValuesThatBecameSharedAreCountedAndTheMostHeldKept(t *testing.T) {
	_, d, p := schooled(t)
	d.Learning.Drift = 0.25
	since := make([]match.SharedValue, 12)
	since[0] = match.SharedValue{Field: "email", Value: "team@example.org", Why: "used by 3 different people", Records: 7}
	d.Matcher = gossip{p, since}
	refreshed(t, d)
	if m := used(t, d); m.SharedSince != 0 || m.Shared != nil {
		t.Errorf("by a model just learnt: %+v", m)
	}
	refreshed(t, d)
	if m := used(t, d); m.SharedSince != 12 || len(m.Shared) != mostSince || m.Shared[0] != since[0] {
		t.Errorf("%+v", m)
	}
	wantClosed(t, d) // it is heeded already: nobody need be told of it alone
	p.same *= 8
	refreshed(t, d)
	list, err := d.State.Verdicts(t.Context())
	if err != nil || len(list) == 0 {
		t.Fatalf("no verdicts: %v", err)
	}
	words := list[len(list)-1].Words
	if !strings.Contains(words, "; 12 e-mail addresses and telephone numbers became shared since.") || strings.Contains(words, "team@") {
		t.Errorf("ops are told %q", words)
	}
}
