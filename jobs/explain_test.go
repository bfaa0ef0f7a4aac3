package jobs

import (
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/state"
)

func explained(t *testing.T, d *Director, id transform.CustomerID) Explained {
	t.Helper()
	e, err := d.Explain(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func compared(t *testing.T, d *Director, a, b Asked) Compared {
	t.Helper()
	c, err := d.Compare(t.Context(), a, b)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// record asks about a record.
func record(text string) Asked { return Asked{Record: refNamed(text)} }

func TestACustomerIsExplainedFromItsRecordsToItsHistory(t *testing.T) {
	d := newCompany(t).director(t)
	refreshed(t, d)
	decidedAll(t, d, apart("shop/1", "shop/2"))
	e := explained(t, d, customerOf(t, d, "shop", "1"))
	if len(e.Records) != 2 || e.Records[0].Ref.Named() != "billing/D1" || e.Records[1].Ref.Named() != "shop/1" {
		t.Fatalf("%+v", e.Records)
	}
	if r := e.Records[1]; r.To != e.Records[0].Ref || !r.Known || r.Bits < 1 || r.Reason == "" {
		t.Errorf("what brought %s in: %q with %s, %.1f bits", r.Ref.Named(), r.Reason, r.To.Named(), r.Bits)
	}
	if len(e.Golden) == 0 || e.Golden[0].Value == "" || e.Golden[0].Because() == "" {
		t.Errorf("%+v", e.Golden)
	}
	if len(e.Decisions) != 1 || e.Decisions[0].From <= e.Run {
		t.Errorf("a decision that waits: %+v", e.Decisions)
	}
	if len(e.History) != 1 || e.History[0].Kind != transform.IDMinted || e.Customer.Name == "" || !e.Trail.Live {
		t.Errorf("%+v %+v", e.History, e.Trail)
	}
}

func TestARetiredIdLeadsToTheOneThatHolds(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshed(t, d)
	c.shop(t, stranger)
	refreshed(t, d)
	younger := customerOf(t, d, "shop", "77")
	c.shop(t, oneself)
	refreshed(t, d)
	now := customerOf(t, d, "shop", "1")
	e := explained(t, d, younger)
	if e.Trail.Now != now || len(e.Trail.Path) != 2 || len(e.Records) != 3 {
		t.Errorf("%+v, %d records", e.Trail, len(e.Records))
	}
	both := compared(t, d, Asked{Customer: younger}, Asked{Customer: now})
	if !both.One || len(both.Merged) != 1 || both.Merged[0].ID != younger || both.Merged[0].Reason == "" {
		t.Errorf("%+v", both)
	}
}

func TestTwoAreOneByTheEvidenceBetweenThem(t *testing.T) {
	d := newCompany(t).director(t)
	refreshed(t, d)
	c := compared(t, d, record("shop/1"), record("billing/D1"))
	if !c.One || c.Because != "there is enough evidence between the two" || c.Weighed.Score < c.Weighed.Accept {
		t.Errorf("%v because %s: %+v", c.One, c.Because, c.Weighed)
	}
	sum := 0.
	for _, l := range c.Weighed.Lines {
		sum += l.Strangers
	}
	if d := sum - c.Weighed.Strangers; d > 1e-9 || d < -1e-9 {
		t.Errorf("the lines sum up to %.3f, not %.3f", sum, c.Weighed.Strangers)
	}
	for _, l := range c.Weighed.Lines[1:] {
		if l.First == "" || l.Second == "" {
			t.Errorf("%s: no values: %+v", l.Field, l)
		}
	}
}

func TestTwoCustomersAreComparedByTheRecordsThatHaveMostInCommon(t *testing.T) {
	d := newCompany(t).director(t)
	refreshed(t, d)
	a, b := customerOf(t, d, "shop", "1"), customerOf(t, d, "shop", "2")
	c := compared(t, d, Asked{Customer: a}, Asked{Customer: b})
	if c.One || c.Pairs != 4 || c.Owners != [2]transform.CustomerID{a, b} || c.Because == "" {
		t.Errorf("%+v", c)
	}
}

func TestAWordThatDecidedIsNamedAndTheWayThroughOthers(t *testing.T) {
	d := newCompany(t).director(t)
	refreshed(t, d)
	decidedAll(t, d, together("shop/1", "shop/2"), together("shop/2", "shop/3"), apart("shop/3", "shop/4"), apart("shop/5", "billing/D5"))
	if c := compared(t, d, record("shop/5"), record("billing/D5")); !c.One || len(c.Decisions) != 1 {
		t.Errorf("before the refresh nothing has changed, and the word is told: %+v", c)
	}
	refreshed(t, d)
	for pair, want := range map[[2]string][]string{
		{"shop/1", "shop/3"}:     {"decision 2 ", "decision 1 "},
		{"shop/1", "shop/4"}:     {"decision 3 ", "decision 1 ", "decision 2 "},
		{"shop/5", "billing/D5"}: {"decision 4 ", "ann", "asked them"},
	} {
		c := compared(t, d, record(pair[0]), record(pair[1]))
		for _, text := range want {
			if !strings.Contains(c.Because, text) {
				t.Errorf("%v: %q is not in %q", pair, text, c.Because)
			}
		}
		if pair[1] == "shop/3" && (!c.One || len(c.Path) != 2 || c.Path[0].To.Named() != "shop/2") {
			t.Errorf("%v: %+v", pair, c.Path)
		}
	}
	if _, err := d.Withdraw(t.Context(), state.Withdrawal{Number: 4, Who: "ann", Why: "x"}); err != nil {
		t.Fatal(err)
	}
	refreshed(t, d)
	if c := compared(t, d, record("shop/5"), record("billing/D5")); !c.One || strings.Contains(c.Because, "decision") {
		t.Errorf("%v because %s", c.One, c.Because)
	}
}

func TestWhatIsNotThereIsToldWithWhatWasMeant(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	_, err := d.Compare(t.Context(), record("shop/1"), record("shop/2"))
	wantError(t, err, ErrStale, "clientele run refresh")
	refreshed(t, d)
	_, err = d.FindRecord(t.Context(), refNamed("shop/111"))
	wantError(t, err, ErrUnknown, "no record 111 in shop; did you mean shop/11?")
	_, err = d.Explain(t.Context(), transform.NewID(refNamed("no/body"), 0))
	wantError(t, err, ErrUnknown, "no customer ever had the id")
	_, err = d.Compare(t.Context(), record("shop/1"), record("shop/1"))
	wantError(t, err, ErrUnknown, "named twice")
	id := Asked{Customer: customerOf(t, d, "shop", "1")}
	_, err = d.Compare(t.Context(), id, id)
	wantError(t, err, ErrUnknown, "name two")
	_, err = d.FindEmail(t.Context(), "nobody@example.com")
	wantError(t, err, ErrUnknown, "no record has")
	if list, err := d.FindEmail(t.Context(), "ANNA.Bergmann@Example.com"); err != nil || len(list) != 2 || list[0].Customer != id.Customer {
		t.Errorf("%+v %v", list, err)
	}
	c.shop(t, "DELETE FROM customers WHERE id = '1'")
	refreshed(t, d)
	_, err = d.FindRecord(t.Context(), refNamed("shop/1"))
	wantError(t, err, ErrUnknown, "in its source no more; run 1 was the last that brought it")
	if e := explained(t, d, id.Customer); len(e.Left) != 1 || e.Left[0].Named() != "shop/1" {
		t.Errorf("%+v", e.Left)
	}
}

func TestWordsOnFieldsAreToldWithTheCustomer(t *testing.T) {
	d := newCompany(t).director(t)
	refreshed(t, d)
	w := transform.FieldDecision{Record: refNamed("shop/1"), Field: "phone", Value: "0999 1234567", Who: "ann", Why: "she called"}
	if _, err := d.DecideField(t.Context(), w); err != nil {
		t.Fatal(err)
	}
	if e := explained(t, d, customerOf(t, d, "shop", "1")); len(e.Fields) != 1 || e.Fields[0].Since <= e.Run || e.Customer.Phone == w.Value {
		t.Errorf("before a refresh obeyed it: %+v, %s", e.Fields, e.Customer.Phone)
	}
	refreshed(t, d)
	if e := explained(t, d, customerOf(t, d, "billing", "D1")); len(e.Fields) != 1 || e.Customer.Phone != w.Value {
		t.Errorf("%+v, %s", e.Fields, e.Customer.Phone)
	}
}

func TestAnExplanationAgreesWithWhatTheRefreshDecided(t *testing.T) {
	c := newCompany(t)
	c.shop(t, "INSERT INTO customers VALUES ('91', 'Anna', 'Bergmann', '', '', '', '', '', 'North', '')")
	d := c.director(t)
	r := refreshed(t, d)
	list, run, err := d.Warehouse.Doubts(t.Context())
	if err != nil || run != r.Run || len(list) == 0 {
		t.Fatalf("%d doubtful pairs of run %d: %v", len(list), run, err)
	}
	scales, err := d.scales(t.Context(), run)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range list {
		weighed, err := scales.weigh(t.Context(), [][2]extract.Ref{{x.A, x.B}})
		if err != nil {
			t.Fatal(err)
		}
		if diff := weighed[0].Score - x.Bits; diff > .002 || diff < -.002 {
			t.Errorf("%s and %s: explained as %.3f bits, decided by %.3f", x.A.Named(), x.B.Named(), weighed[0].Score, x.Bits)
		}
		if c := compared(t, d, Asked{Record: x.A}, Asked{Record: x.B}); c.One || c.Because == "" {
			t.Errorf("%+v", c)
		}
	}
}
