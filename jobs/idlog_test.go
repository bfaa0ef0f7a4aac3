package jobs

import (
	"database/sql"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/state"
)

// strangers is a Matcher that takes every record for a customer of its own.
type strangers struct{}

func (strangers) Version() string { return "strangers-1" }

func (strangers) Describe([]byte) (match.Learnt, error) { return match.Learnt{}, nil }

func (strangers) Match(parties []extract.Party, _ match.Options, _ By) (match.Result, []byte, error) {
	var res match.Result
	for i := range parties {
		res.Clusters = append(res.Clusters, []int32{int32(i)})
	}
	return res, nil, nil
}

// lastEvents lists what the last run wrote about ids: kind and reason.
func lastEvents(t *testing.T, d *Director) map[string]state.Event {
	t.Helper()
	run := lastRun(t, d).ID
	out := map[string]state.Event{}
	for e, err := range d.State.IDLog(t.Context(), run) {
		if err != nil {
			t.Fatal(err)
		}
		if e.Run == run {
			out[e.Kind] = e
		}
	}
	return out
}

func TestASplitNamesTheFieldThatWasCorrected(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshed(t, d)
	c.billing(t, "UPDATE debtors SET name = 'Zeno Other', email = 'zeno@example.net', phone = '0999 712345' WHERE id = 'D1'")
	refreshed(t, d)
	split := lastEvents(t, d)[transform.IDSplit]
	if !strings.HasSuffix(split.Reason, "; billing/D1 changed: name, email, phone") {
		t.Errorf("split because %q", split.Reason)
	}
	if a, b := customerOf(t, d, "billing", "D1"), customerOf(t, d, "shop", "1"); split.ID != a || split.Into != b {
		t.Errorf("%+v, and D1 is %s, 1 is %s", split, a, b)
	}
}

func TestASplitNamesThePersonsWord(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshed(t, d)
	say(t, d, transform.Decision{Kind: transform.CannotLink, A: extract.Ref{Source: "shop", ID: "1"}, B: extract.Ref{Source: "billing", ID: "D1"}, Who: "steward", Why: "father and daughter"})
	refreshed(t, d)
	if why := lastEvents(t, d)[transform.IDSplit].Reason; !strings.Contains(why, "is kept apart from") || !strings.HasSuffix(why, "by steward: father and daughter") {
		t.Errorf("split because %q", why)
	}
}

func TestASplitNamesTheWordThatWasTakenBack(t *testing.T) {
	d := newCompany(t).director(t)
	refreshed(t, d)
	decidedAll(t, d, together("shop/1", "shop/2"))
	refreshed(t, d)
	if _, err := d.Withdraw(t.Context(), state.Withdrawal{Number: 1, Who: "ann", Why: "two sisters"}); err != nil {
		t.Fatal(err)
	}
	refreshed(t, d)
	if why := lastEvents(t, d)[transform.IDSplit].Reason; !strings.HasSuffix(why, "that shop/2 is one with shop/1 was withdrawn by ann: two sisters") {
		t.Errorf("split because %q", why)
	}
}

func TestAMergeNamesItsEvidenceInWordsAndBits(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	c.shop(t, stranger)
	refreshed(t, d)
	c.shop(t, oneself)
	refreshed(t, d)
	if why := lastEvents(t, d)[transform.IDMerged].Reason; !strings.HasPrefix(why, "shop/77: same ") || !strings.HasSuffix(why, " bits)") {
		t.Errorf("merged because %q", why)
	}
}

func TestADeletedSourceRecordComesBackUnderItsID(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	c.shop(t, stranger)
	refreshed(t, d)
	id := customerOf(t, d, "shop", "77")
	c.shop(t, "DELETE FROM customers WHERE id = '77'")
	refreshed(t, d)
	if is, err := d.State.Follow(t.Context(), id); err != nil || is.Live {
		t.Errorf("%+v: %v", is, err)
	}
	refreshed(t, d)
	if e := lastEvents(t, d); len(e) > 0 {
		t.Errorf("nothing changed, and %v was written", e)
	}
	c.shop(t, stranger)
	refreshed(t, d)
	if is := customerOf(t, d, "shop", "77"); is != id || lastEvents(t, d)[transform.IDRevived].ID != id {
		t.Errorf("came back as %s, was %s", is, id)
	}
}

func TestOtherReadersFindFormerIDs(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	c.shop(t, stranger)
	refreshed(t, d)
	younger := customerOf(t, d, "shop", "77")
	c.shop(t, oneself)
	refreshed(t, d)
	published(t, d, PublishOptions{NoSend: true})
	db, err := sql.Open("sqlite", c.path("warehouse.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var id, now, name string
	row := db.QueryRow("SELECT f.id, c.id, c.name FROM customers_forward f JOIN customers_current c ON c.id = f.current_id")
	if err := row.Scan(&id, &now, &name); err != nil {
		t.Fatal(err)
	}
	want := []string{string(younger), string(customerOf(t, d, "shop", "1")), "Anna Bergmann"}
	if diff := cmp.Diff(want, []string{id, now, name}); diff != "" {
		t.Error(diff)
	}
}
