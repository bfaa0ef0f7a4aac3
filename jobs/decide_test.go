package jobs

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/state"
)

// together and apart are words as the command line hands them in.
func together(a, b string) Word { return wordOn(transform.MustLink, a, b) }
func apart(a, b string) Word    { return wordOn(transform.CannotLink, a, b) }

func wordOn(kind, a, b string) Word {
	return Word{Decision: transform.Decision{Kind: kind, A: refNamed(a), B: refNamed(b), Who: "ann", Why: "asked them"}}
}

func refNamed(text string) extract.Ref {
	source, id, _ := strings.Cut(text, "/")
	return extract.Ref{Source: source, ID: id}
}

func decidedAll(t *testing.T, d *Director, words ...Word) Decided {
	t.Helper()
	out, err := d.Decide(t.Context(), words, false)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAContradictionIsRefusedAndNamesTheEarlierDecision(t *testing.T) {
	d := newCompany(t).director(t)
	refreshed(t, d)
	decidedAll(t, d, together("shop/1", "shop/2"), together("shop/2", "shop/3"), apart("shop/3", "shop/4"), together("shop/4", "shop/5"))
	for rule, c := range map[string]struct {
		words []Word
		want  []string
	}{
		"apart against together":                 {[]Word{apart("shop/2", "shop/1")}, []string{"decision 1 ", "ann", "asked them", "decide withdraw 1"}},
		"apart against together through another": {[]Word{apart("shop/1", "shop/3")}, []string{"decision 1 ", "decision 2 "}},
		"together against apart":                 {[]Word{together("shop/4", "shop/3")}, []string{"decision 3 ", "decide withdraw 3"}},
		"together against apart through others":  {[]Word{together("shop/1", "shop/5")}, []string{"decision 3 ", "decision 1 ", "decision 2 ", "decision 4 "}},
		"within one command":                     {[]Word{together("shop/6", "shop/7"), apart("shop/7", "shop/6")}, []string{"the same command"}},
	} {
		out, err := d.Decide(t.Context(), c.words, false)
		wantError(t, err, ErrRefused, c.want...)
		if len(out.Added) > 0 {
			t.Errorf("%s: %+v was written", rule, out.Added)
		}
	}
	if list, err := d.State.Decisions(t.Context(), 0); err != nil || len(list) != 4 {
		t.Errorf("%d decisions hold: %v", len(list), err)
	}
}

func TestAllOfAListIsWrittenOrNothing(t *testing.T) {
	d := newCompany(t).director(t)
	refreshed(t, d)
	words := []Word{together("shop/1", "shop/2"), together("shop/1", "shop/99"), apart("shopp/1", "shop/4"), apart("shop/7", "shop/7")}
	for i := range words {
		words[i].Where = fmt.Sprintf("row %d", i+2)
	}
	_, err := d.Decide(t.Context(), words, false)
	wantError(t, err, ErrRefused, "row 3: there is no record 99 in shop; did you mean shop/9?", "row 4: there is no source shopp", "did you mean shop/1?", "row 5: shop/7 is named twice")
	if list, err := d.State.AllDecisions(t.Context()); err != nil || len(list) > 0 {
		t.Errorf("%+v %v", list, err)
	}
	if out, err := d.Decide(t.Context(), words[:1], true); err != nil || len(out.Fresh) != 1 || len(out.Effects) != 1 {
		t.Errorf("%+v %v", out, err)
	}
	if list, err := d.State.AllDecisions(t.Context()); err != nil || len(list) > 0 {
		t.Errorf("looking wrote %+v %v", list, err)
	}
}

func TestAWordThatHoldsAlreadyIsNotGivenAgain(t *testing.T) {
	d := newCompany(t).director(t)
	refreshed(t, d)
	decidedAll(t, d, apart("shop/1", "shop/2"))
	out := decidedAll(t, d, apart("shop/2", "shop/1"), apart("shop/1", "shop/3"), apart("shop/3", "shop/1"))
	if len(out.Already) != 1 || out.Already[0].Number != 1 || len(out.Added) != 1 || out.Added[0].Number != 2 {
		t.Errorf("%+v", out)
	}
}

// whose says for some records whose they are, the same letter for one customer.
func whose(t *testing.T, d *Director, records ...string) string {
	t.Helper()
	seen := map[transform.CustomerID]string{}
	text := ""
	for _, r := range records {
		ref := refNamed(r)
		id := customerOf(t, d, ref.Source, ref.ID)
		if seen[id] == "" {
			seen[id] = string(rune('a' + len(seen)))
		}
		text += seen[id]
	}
	return text
}

func TestDecisionsHoldForEveryRefreshUntilTheyAreWithdrawn(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshed(t, d)
	records := []string{"shop/1", "billing/D1", "shop/2", "billing/D2"}
	before, id := whose(t, d, records...), customerOf(t, d, "shop", "2")
	if before != "aabb" {
		t.Fatal(before)
	}
	decidedAll(t, d, apart("shop/1", "billing/D1"), together("shop/2", "shop/3"))
	if got := whose(t, d, records...); got != before {
		t.Errorf("%s before any refresh", got)
	}
	for range 2 {
		refreshed(t, d)
		if got := whose(t, d, "shop/1", "billing/D1", "shop/2", "shop/3"); got != "abcc" {
			t.Error(got)
		}
	}
	c.shop(t, "UPDATE customers SET last = 'Newname', email = 'other@example.com' WHERE id = '3'") // evidence changes, the word does not
	refreshed(t, d)
	if got := whose(t, d, "shop/2", "shop/3"); got != "aa" {
		t.Error(got)
	}
	c.shop(t, "UPDATE customers SET last = 'Dietrich', email = 'clara.dietrich@example.com' WHERE id = '3'")
	for n := range 2 {
		if _, err := d.Withdraw(t.Context(), state.Withdrawal{Number: int64(n + 1), Who: "bo", Why: "wrong"}); err != nil {
			t.Fatal(err)
		}
	}
	refreshed(t, d)
	if got := whose(t, d, append(records, "shop/3", "billing/D3")...); got != "aabbcc" {
		t.Errorf("%s after the decisions were withdrawn", got)
	}
	if now := customerOf(t, d, "shop", "2"); now != id {
		t.Errorf("%s became %s", id, now)
	}
}

func TestADecisionFollowsItsRecordsAndNotTheirIds(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	c.shop(t, stranger)
	refreshed(t, d)
	decidedAll(t, d, apart("shop/77", "shop/1"))
	c.shop(t, oneself) // now all says they are one
	refreshed(t, d)
	if got := whose(t, d, "shop/1", "shop/77"); got != "ab" {
		t.Error(got)
	}
	c.shop(t, "DELETE FROM customers WHERE id = '77'")
	d.Sources[0].MaxVanished = 1
	refreshed(t, d)
	out := decidedAll(t, d, apart("shop/77", "shop/2"))
	if len(out.Warnings) != 1 || !strings.Contains(out.Warnings[0], "in case it comes back") {
		t.Errorf("%+v", out)
	}
	c.shop(t, stranger, oneself)
	refreshed(t, d)
	if got := whose(t, d, "shop/1", "shop/77"); got != "ab" {
		t.Errorf("%s once it was back", got)
	}
}

func TestAnErasedRecordIsAttachedToNobody(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshedWho := func() string { refreshed(t, d); return whose(t, d, "shop/1", "shop/2") }
	refreshed(t, d)
	decidedAll(t, d, together("shop/1", "shop/2"))
	if got := refreshedWho(); got != "aa" {
		t.Fatal(got)
	}
	for i, m := range d.Sources[0].Mappings {
		if i == extract.Parties {
			m.Select = "SELECT id, first, last, email, phone, street, zip, city, territory, rep, CASE id WHEN '1' THEN 'erased' ELSE 'active' END AS status FROM customers"
			d.Sources[0].Mappings[i] = m
		}
	}
	if got := refreshedWho(); got != "ab" {
		t.Errorf("%s after the record was erased", got)
	}
	_, err := d.Decide(t.Context(), []Word{together("billing/D1", "shop/1")}, false)
	wantError(t, err, ErrRefused, "shop/1 was erased")
}

func TestWithdrawingWhatIsNotThereIsRefused(t *testing.T) {
	d := newCompany(t).director(t)
	refreshed(t, d)
	decidedAll(t, d, apart("shop/1", "shop/2"))
	w := state.Withdrawal{Number: 2, Who: "bo", Why: "x"}
	_, err := d.Withdraw(t.Context(), w)
	wantError(t, err, ErrRefused, "no decision 2")
	w.Number = 1
	if _, err := d.Withdraw(t.Context(), w); err != nil {
		t.Fatal(err)
	}
	_, err = d.Withdraw(t.Context(), w)
	wantError(t, err, ErrRefused, "holds no more")
}

func TestBeforeTheSourcesWereReadNothingIsDecided(t *testing.T) {
	_, err := newCompany(t).director(t).Decide(t.Context(), []Word{apart("shop/1", "shop/2")}, false)
	wantError(t, err, ErrStale, "clientele run refresh")
	if errors.Is(err, ErrRefused) {
		t.Error("nobody's word was at fault")
	}
}

func TestASlipIsOneLetterMoreLessOtherOrExchanged(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"17", "17"}: true, {"0017", "17"}: true, {"A 17", "a17"}: true, {"17", "117"}: true, {"17", "18"}: true, {"1723", "1732"}: true, {"123", "23"}: true,
		{"17", "1788"}: false, {"17", "28"}: false, {"1723", "3217"}: false, {"", "17"}: false, {"é1", "e1"}: true, {"", ""}: true,
	} {
		if got := aSlipFrom(pair[0], pair[1]); got != want {
			t.Errorf("%q and %q: %v", pair[0], pair[1], got)
		}
	}
}
