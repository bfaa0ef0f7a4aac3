package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/jobs/gates"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/linkage"
	"clientele/transform/state"
)

// A pupil is a Matcher that learns how many records there are, and nothing but whether
// they are to be told apart: then a model of it merges nobody.
type pupil struct {
	rules string
	apart bool    // what the next model is to say
	same  float64 // the share of pairs it claims to see
}

type lesson struct {
	Rules   string
	Records int
	Apart   bool
}

func (p *pupil) Version() string { return p.rules }

func (p *pupil) Match(parties []extract.Party, o match.Options, by By) (match.Result, []byte, error) {
	l, body := lesson{Rules: p.rules}, []byte(nil)
	if by.Model != nil {
		if err := json.Unmarshal(by.Model, &l); err != nil {
			return match.Result{}, nil, err
		}
	}
	if by.Learn {
		l.Records, l.Apart = len(parties), p.apart
		body, _ = json.Marshal(l)
	}
	if l.Apart {
		for i := range parties {
			for j := range i {
				o.Decisions = append(o.Decisions, transform.Decision{Kind: transform.CannotLink, A: parties[j].Ref, B: parties[i].Ref})
			}
		}
	}
	r := linkage.Link(parties, o, nil)
	r.Seen = []match.Seen{{Scheme: "persons", Pairs: r.Compared, Same: p.same, Fields: []match.SeenField{{Name: "e-mail", Levels: []int64{r.Compared, 0}}}}}
	return r, body, nil
}

func (p *pupil) Describe(model []byte) (match.Learnt, error) {
	var l lesson
	if err := json.Unmarshal(model, &l); err != nil {
		return match.Learnt{}, err
	}
	if l.Rules != p.rules {
		return match.Learnt{}, fmt.Errorf("it was learnt under the rules %s, now they are %s", l.Rules, p.rules)
	}
	return match.Learnt{Records: l.Records}, nil
}

// schooled is a company whose matching learns: it has enough records for that.
func schooled(t *testing.T) (company, *Director, *pupil) {
	t.Helper()
	c := newCompany(t)
	d := c.director(t)
	p := &pupil{rules: "one", same: 1e-5}
	d.Matcher, d.Learning.Least = p, 10
	return c, d, p
}

// used returns the account of the model of the last refresh.
func used(t *testing.T, d *Director) UsedModel {
	t.Helper()
	run, _, err := d.Warehouse.Latest(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r, err := d.accountOf(t.Context(), run)
	if err != nil {
		t.Fatal(err)
	}
	return r.Matched.Model
}

func wantModel(t *testing.T, d *Director, version int64, why string) {
	t.Helper()
	if got := used(t, d); got.Version != version || got.Why != why {
		t.Errorf("version %d because %q, want %d because %q", got.Version, got.Why, version, why)
	}
}

func word(t *testing.T, d *Director, version int64) {
	t.Helper()
	if err := d.State.SayModel(t.Context(), state.ModelWord{Name: ModelName, Version: version, Who: "ann", At: d.instant()}); err != nil {
		t.Fatal(err)
	}
}

func TestAModelIsLearntOnceAndUsedAgain(t *testing.T) {
	c, d, _ := schooled(t)
	refreshed(t, d)
	wantModel(t, d, 1, "there was none")
	if m := used(t, d); m.Records != 24 || m.Learnt != d.today() || m.SHA256 == "" || m.Drift != nil {
		t.Errorf("%+v", m)
	}
	c.shop(t, stranger)
	d.Now = atTime(t, "2027-11-01 06:00")
	refreshed(t, d)
	wantModel(t, d, 1, "")
	if m := used(t, d); m.Records != 24 || m.Learnt == d.today() || len(m.Drift) != 2 {
		t.Errorf("%+v", m)
	}
}

func TestFewRecordsGoByWhatIsBuiltIn(t *testing.T) {
	_, d, _ := schooled(t)
	d.Learning.Least = 1000
	refreshed(t, d)
	wantModel(t, d, 0, "24 records are too few to learn from (1000 are needed)")
	if list, err := d.State.Models(t.Context(), ModelName); err != nil || len(list) != 0 {
		t.Errorf("%+v: %v", list, err)
	}
	d.Learning.Least = 20 // as if the company had grown
	refreshed(t, d)
	wantModel(t, d, 1, "there was none")
}

func TestAModelIsLearntAnewWhenItIsTime(t *testing.T) {
	c, d, _ := schooled(t)
	d.Learning.Months = 1
	refreshed(t, d)
	c.shop(t, stranger)
	d.Now = atTime(t, "2026-11-30 06:00")
	refreshed(t, d)
	wantModel(t, d, 1, "")
	d.Now = atTime(t, "2026-12-01 06:00")
	refreshed(t, d)
	wantModel(t, d, 2, "it is time: version 1 is in use since 2026-11-01")
	d.Now = atTime(t, "2026-12-31 06:00")
	refreshed(t, d)
	wantModel(t, d, 2, "")
}

func TestOtherRulesLearnAnew(t *testing.T) {
	_, d, p := schooled(t)
	refreshed(t, d)
	p.rules = "two"
	refreshed(t, d)
	wantModel(t, d, 2, "version 1 cannot be used: it was learnt under the rules one, now they are two")
}

func TestAWordIsHeededOnceAndGoingBackKeepsTheLaterVersion(t *testing.T) {
	c, d, _ := schooled(t)
	refreshed(t, d)
	c.shop(t, stranger)
	word(t, d, 0)
	refreshed(t, d)
	wantModel(t, d, 2, "asked for by ann")
	refreshed(t, d)
	wantModel(t, d, 2, "")
	word(t, d, 1)
	refreshed(t, d)
	wantModel(t, d, 1, "asked for by ann")
	refreshed(t, d)
	wantModel(t, d, 1, "")
	list, err := d.State.Models(t.Context(), ModelName)
	if err != nil || len(list) != 2 {
		t.Errorf("%+v: %v", list, err)
	}
}

// A model that would change too many ids is held with its refresh: nothing of it stays.
func TestAHeldRefreshLeavesNoModelInUse(t *testing.T) {
	_, d, p := schooled(t)
	d.Gates.IDs = gates.IDLimits{Shares: gates.Shares{Hold: 0.05}, Few: 2}
	refreshed(t, d)
	before := stands(t, d)
	p.apart = true
	word(t, d, 0)
	_, err := d.Refresh(t.Context())
	wantError(t, err, ErrGate, "it goes by a newly learnt model (asked for by ann)", "`clientele model use 1` keeps the one in use")
	if diff := cmp.Diff(before, stands(t, d)); diff != "" {
		t.Errorf("changed all the same:\n%s", diff)
	}
	if k, err := d.modelsKnown(t.Context()); err != nil || len(k.uses) != 1 {
		t.Errorf("%+v: %v", k, err)
	}
	word(t, d, 1) // the word that keeps the one in use
	refreshed(t, d)
	wantModel(t, d, 1, "asked for by ann")

	word(t, d, 0)
	if _, err := d.RefreshWith(t.Context(), RefreshOptions{Accept: []string{AcceptIDs}}); err != nil {
		t.Fatal(err)
	}
	wantModel(t, d, 2, "asked for by ann")
	refreshed(t, d)
	wantModel(t, d, 2, "")
}

// Nobody is there to accept what the clock asks for: reports are not to wait for it.
func TestAModelThatIsDueAndChangesTooMuchIsPutOff(t *testing.T) {
	_, d, p := schooled(t)
	d.Learning.Months = 1
	d.Gates.IDs = gates.IDLimits{Shares: gates.Shares{Hold: 0.05}, Few: 2}
	refreshed(t, d)
	ids := stands(t, d).IDs.Current
	p.apart = true
	d.Now = atTime(t, "2026-12-01 06:00")
	refreshed(t, d)
	wantModel(t, d, 1, "")
	if m := used(t, d); m.Put == "" {
		t.Errorf("%+v", m)
	}
	if diff := cmp.Diff(ids, stands(t, d).IDs.Current); diff != "" {
		t.Errorf("ids changed:\n%s", diff)
	}
	wantClosed(t, d, "refresh 2026-12-01 matching.retrain warn")
	p.apart = false // what is learnt now is like what is in use
	refreshed(t, d)
	wantModel(t, d, 1, "it is time: version 1 is in use since 2026-11-01")
	wantClosed(t, d)
}

func TestDriftWarnsAndHoldsNothing(t *testing.T) {
	_, d, p := schooled(t)
	d.Learning.Drift = 0.25
	refreshed(t, d)
	refreshed(t, d)
	wantClosed(t, d)
	p.same *= 8 // three doublings of the prior
	refreshed(t, d)
	wantClosed(t, d, "refresh 2026-11-01 matching.drift.warn warn")
	d.Learning.Drift = 0
	refreshed(t, d)
	wantClosed(t, d)
}

func TestADamagedModelIsLearntAnew(t *testing.T) {
	c, d, _ := schooled(t)
	refreshed(t, d)
	if os.Getenv(stateOnServer) != "" {
		t.Skip("the state is on a server")
	}
	change(t, c.path("state.db"), "UPDATE models SET body = 'x'")
	refreshed(t, d)
	wantModel(t, d, 2, "version 1 cannot be used: the model is not what was kept")
}

func TestALostStateLearnsAnewAndGivesTheSameIds(t *testing.T) {
	c, d, _ := schooled(t)
	refreshed(t, d)
	before := stands(t, d)
	c.lose(t, d, "state")
	refreshed(t, d)
	wantModel(t, d, 1, "there was none")
	if diff := cmp.Diff(before.IDs.Current, stands(t, d).IDs.Current); diff != "" {
		t.Errorf("ids changed:\n%s", diff)
	}
}

func TestALostWarehouseKeepsTheModel(t *testing.T) {
	c, d, _ := schooled(t)
	refreshed(t, d)
	c.shop(t, stranger)
	c.lose(t, d, "warehouse")
	refreshed(t, d)
	wantModel(t, d, 1, "")
}

func TestABackupCarriesTheModel(t *testing.T) {
	c, d, _ := schooled(t)
	refreshed(t, d)
	file := c.path("backup.db")
	if _, err := d.State.Backup(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	c.shop(t, stranger)
	word(t, d, 0)
	refreshed(t, d)
	wantModel(t, d, 2, "asked for by ann")
	if _, err := d.State.Restore(t.Context(), file, true); err != nil {
		t.Fatal(err)
	}
	refreshed(t, d)
	wantModel(t, d, 1, "")
}

// What was reported is drawn again from the links of then: another model since changes
// nothing of it.
func TestReproducingNeedsNoModel(t *testing.T) {
	_, d, p := schooled(t)
	refreshed(t, d)
	published(t, d, PublishOptions{})
	p.apart = true
	word(t, d, 0)
	refreshed(t, d)
	again, err := d.Reproduce(t.Context(), pages.SalesName, october, ReproduceOptions{})
	if err != nil || len(again.Again) != 1 || !again.Again[0].Same() {
		t.Errorf("%+v: %v", again.Again, err)
	}
}

func TestTheModelIsPartOfTheEdition(t *testing.T) {
	_, d, _ := schooled(t)
	refreshed(t, d)
	first := published(t, d, PublishOptions{NoSend: true})
	refreshed(t, d)
	if again := published(t, d, PublishOptions{NoSend: true}); again.Edition != first.Edition {
		t.Error("the same model gave another edition")
	}
	d.Matching.Preset = match.Recall
	refreshed(t, d)
	if other := published(t, d, PublishOptions{NoSend: true}); other.Edition == first.Edition {
		t.Error("another preset gave the same edition")
	}
}

// A refresh that died after the model was written down and before it was seen has
// changed nothing about which model is in use.
func TestARefreshThatDiedLeavesNoModelInUse(t *testing.T) {
	_, d, _ := schooled(t)
	refreshed(t, d)
	err := d.underLease(t.Context(), func(ctx context.Context, d *Director) error {
		return d.record(ctx, state.Run{Job: RefreshJob, Period: "x", AsOf: d.today()}, func(ctx context.Context, run transform.Run) (any, error) {
			_, err := d.State.UseModel(ctx, state.ModelUse{Name: ModelName, Run: run, Why: "died"}, []byte(`{"Rules":"one","Records":7}`))
			return nil, errors.Join(err, errors.New("died"))
		})
	})
	if err == nil {
		t.Fatal("it did not die")
	}
	refreshed(t, d)
	wantModel(t, d, 1, "")
}
