package jobs

import (
	"bytes"
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/linkage"
)

// former is the matching of an earlier version of the program. Its models cannot be
// used by today's; it took the first two customers of the shop for one, and nobody of
// billing from the third on for a customer of the shop.
type former struct{ engine }

const formerRules = "mixture-0"

func (former) Version() string { return formerRules }

func (f former) Match(parties []extract.Party, o match.Options, by By) (match.Result, []byte, error) {
	o.Decisions = append(o.Decisions, together("shop/1", "shop/2").Decision)
	for n := 3; n <= len(people); n++ {
		o.Decisions = append(o.Decisions, apart(fmt.Sprint("shop/", n), fmt.Sprint("billing/D", n)).Decision)
	}
	by.Model = bytes.Replace(by.Model, []byte(formerRules), []byte(linkage.Version), 1)
	res, body, err := f.engine.Match(parties, o, by)
	return res, bytes.Replace(body, []byte(linkage.Version), []byte(formerRules), 1), err
}

func (f former) Describe(model []byte) (match.Learnt, error) {
	return f.engine.Describe(bytes.Replace(model, []byte(formerRules), []byte(linkage.Version), 1))
}

// upgraded is a company whose customers were told apart by earlier rules, and that the
// present program is to refresh.
func upgraded(t *testing.T) (company, *Director) {
	t.Helper()
	c, d := guarded(t)
	d.Learning.Least = 10
	d.Matcher = former{}
	refreshed(t, d)
	refreshed(t, d)
	wantModel(t, d, 1, "")
	d.Matcher = nil
	return c, d
}

func TestCustomersOfEarlierRulesAreHeldAndNothingIsChanged(t *testing.T) {
	_, d := upgraded(t)
	before := stands(t, d)
	_, err := d.Refresh(t.Context())
	wantError(t, err, ErrGate, "(11 of 22)", "10 merged, 1 split", "for instance", "nothing was changed",
		`it goes by a newly learnt model (version 1 cannot be used: the model is of version "mixture-0"`, "clientele run refresh --accept ids")
	if strings.Contains(err.Error(), "model use 1") {
		t.Errorf("a model that cannot be used is offered: %v", err)
	}
	if diff := cmp.Diff(before, stands(t, d)); diff != "" {
		t.Errorf("changed all the same:\n%s", diff)
	}
	wantClosed(t, d, "refresh 2026-11-01 gates.ids_changed hold")
}

// Who wants to look before letting them through is told what can be told.
func TestCustomersOfEarlierRulesAreExplainedButForTheBits(t *testing.T) {
	c, d := upgraded(t)
	change(t, c.path("warehouse.db"), "UPDATE links SET with_source = '', with_id = ''") // they had no such columns
	e := explained(t, d, customerOf(t, d, "shop", "1"))
	if len(e.Records) != 3 || !e.Strange || e.Records[1].Known || e.Records[1].Reason == "" {
		t.Errorf("%d records, strange %v", len(e.Records), e.Strange)
	}
	_, err := d.Compare(t.Context(), record("shop/1"), record("billing/D1"))
	wantError(t, err, ErrOtherRules, "clientele run refresh")
}

func TestCustomersOfEarlierRulesAreCarriedOverOnceSomebodyLetsThem(t *testing.T) {
	_, d := upgraded(t)
	before := stands(t, d)
	if _, err := d.Refresh(t.Context()); err == nil {
		t.Fatal("it was not held")
	}
	if _, err := d.RefreshWith(t.Context(), RefreshOptions{Accept: []string{AcceptIDs}}); err != nil {
		t.Fatal(err)
	}
	after := stands(t, d)
	if len(after.Customers) != len(people) || len(after.IDs.Current) != len(before.IDs.Current) {
		t.Errorf("%d customers of %d records", len(after.Customers), len(after.IDs.Current))
	}
	moved := map[transform.CustomerID]bool{}
	for ref, was := range before.IDs.Current {
		is, err := d.State.Follow(t.Context(), was)
		if err != nil || !is.Live {
			t.Errorf("%s, that %s had, leads nowhere: %+v %v", was, ref.Named(), is, err)
		}
		if after.IDs.Current[ref] != was {
			moved[was] = true
		}
	}
	wantLogged(t, d, after.IDs.Current, moved)
	refreshed(t, d)
	if e := lastEvents(t, d); len(e) > 0 {
		t.Errorf("what was let through changes something again: %v", e)
	}
	wantModel(t, d, 2, "")
}

// wantLogged holds that playing the log leads to the crosswalk, and that every id that
// lost records says why in the last run.
func wantLogged(t *testing.T, d *Director, want map[extract.Ref]transform.CustomerID, moved map[transform.CustomerID]bool) {
	t.Helper()
	run, played := lastRun(t, d).ID, map[extract.Ref]transform.CustomerID{}
	for e, err := range d.State.IDLog(t.Context(), run) {
		if err != nil {
			t.Fatal(err)
		}
		switch e.Kind {
		case transform.IDMinted, transform.IDSurvived, transform.IDRevived:
			for _, r := range e.Records {
				played[r] = e.ID
			}
		case transform.IDMerged, transform.IDSplit:
			if e.Run == run {
				delete(moved, e.ID)
			}
		}
		if e.Reason == "" || len(e.Records) == 0 {
			t.Errorf("nothing explains %+v", e)
		}
	}
	if diff := cmp.Diff(want, played); diff != "" {
		t.Errorf("the log leads elsewhere:\n%s", diff)
	}
	for id := range maps.Keys(moved) {
		t.Errorf("%s lost records, and the log does not say so", id)
	}
}
