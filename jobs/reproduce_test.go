package jobs

import (
	"errors"
	"os"
	"strings"
	"testing"

	"clientele/jobs/gates"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
	"clientele/transform/store"
	"clientele/transform/warehouse"
)

// turmoil changes nearly everything the sources said about the past: names, places,
// mail addresses that joined records, orders, costs; and rows are gone.
func (c company) turmoil(t *testing.T) {
	t.Helper()
	c.shop(t,
		"UPDATE customers SET first = 'Renamed', last = 'Person' || id, territory = 'West', rep = 'Somebody Else' WHERE id IN ('1', '4', '7')",
		"UPDATE customers SET first = 'Bruno', last = 'Castelli', email = 'bruno.castelli@example.com', phone = '0222 5510001', street = 'Castelli Road 2', zip = '50001', city = 'Bonn' WHERE id = '3'",
		"DELETE FROM customers WHERE id = '12'",
		"UPDATE products SET cost = '0.10', name = name || ' new', category = 'Other' WHERE sku = 'tea'",
		"DELETE FROM orders WHERE id IN ('102', '205')", "DELETE FROM lines WHERE o IN ('102', '205')",
		"UPDATE orders SET customer = '2' WHERE id = '101'",
	)
	c.billing(t,
		"UPDATE debtors SET name = 'Wholly Different', email = 'other@example.net', phone = '', street = 'Elsewhere 1' WHERE id = 'D5'",
		"DELETE FROM payments WHERE id LIKE 'P1%'",
	)
	c.buys(t, "901", 2, morning.AddDate(0, 0, -1))
	c.buys(t, "902", 3, morning.AddDate(0, -2, 0))
}

// reproduced draws the sales report of October again as it was known then.
func reproduced(t *testing.T, d *Director, o ReproduceOptions) Reproduced {
	t.Helper()
	r, err := d.Reproduce(t.Context(), pages.SalesName, october, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAReportIsReproducedByteForByteWhateverTheSourcesSayNow(t *testing.T) {
	t.Run(store.SQLite, func(t *testing.T) {
		c := newCompany(t)
		staysReproducible(t, c, c.director(t))
	})
	t.Run(store.MySQL, func(t *testing.T) {
		testServer(t)
		c := newCompany(t)
		d := c.director(t)
		movedToServer(t, d)
		staysReproducible(t, c, d)
	})
}

// movedToServer gives a director stores on a server in place of its files.
func movedToServer(t *testing.T, d *Director) {
	t.Helper()
	err := errors.Join(d.State.Close(), d.Warehouse.Close())
	if err == nil {
		d.State, err = state.Open(t.Context(), store.Options{Driver: store.MySQL, DSN: newLine(t).dsn})
	}
	if err == nil {
		d.Warehouse, err = warehouse.Open(t.Context(), store.Options{Driver: store.MySQL, DSN: newLine(t).dsn}, t.TempDir())
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = errors.Join(d.State.Close(), d.Warehouse.Close()) })
}

func staysReproducible(t *testing.T, c company, d *Director) {
	t.Helper()
	post := &postman{answers: map[string]error{}}
	d.Carrier, d.Reports = post, []Report{to(pages.SalesName, "ann@example.org")}
	refreshed(t, d)
	d.Sources[0].MaxVanished, d.Sources[1].MaxVanished = 1, 1
	d.Reports[0].Recipients = append(d.Reports[0].Recipients, Recipient{Address: "bob@example.org", Scope: transform.Scope{Territory: "North"}})
	if _, err := d.Publish(t.Context(), pages.SalesName, october.Previous(), PublishOptions{}); err != nil {
		t.Fatal(err)
	}
	say(t, d, transform.Decision{Kind: transform.CannotLink, A: refOf("shop", "2"), B: refOf("billing", "D3"), Who: "steward"})
	d.Gates.Expect = []gates.Expectation{atLeast(1e6, gates.Warn)}
	sent := published(t, d, PublishOptions{})
	d.Gates.Expect = nil // what was looked at then stays on the sheet
	c.turmoil(t)
	say(t, d, transform.Decision{Kind: transform.MustLink, A: refOf("shop", "8"), B: refOf("billing", "D9"), Who: "steward"})
	refreshed(t, d)
	if _, err := d.Publish(t.Context(), pages.SalesName, october.Previous(), PublishOptions{SendCorrection: true}); err != nil {
		t.Fatal(err)
	}
	letters := len(post.tried)
	r := reproduced(t, d, ReproduceOptions{})
	if len(r.Again) != 2 {
		t.Fatalf("%+v", r.Again)
	}
	for i, a := range r.Again {
		file, err := os.ReadFile(a.File)
		if err != nil {
			t.Fatal(err)
		}
		if !a.Same() || sum(file) != sent.Drawn[i].SHA256 || len(a.Differs) > 0 {
			t.Errorf("%s: %+v, sent %+v", a.Scope.Name(), a, sent.Drawn[i])
		}
		if !strings.Contains(a.File, "/reproduced/sales/2026-10/") {
			t.Errorf("it lies at %s", a.File)
		}
	}
	if len(post.tried) != letters {
		t.Errorf("%d letters were sent", len(post.tried)-letters)
	}
}

func TestACorrectionIsReproducedToo(t *testing.T) {
	c, d, _ := ready(t, "ann@example.org")
	d.Sources[0].MaxVanished, d.Sources[1].MaxVanished = 1, 1
	first := published(t, d, PublishOptions{})
	c.dearer(t, 8000)
	refreshed(t, d)
	second := published(t, d, PublishOptions{SendCorrection: true})
	c.turmoil(t)
	refreshed(t, d)
	for _, x := range []struct {
		digits string
		want   Drawn
	}{{"", second.Drawn[0]}, {first.Drawn[0].Edition[:8], first.Drawn[0]}, {second.Drawn[0].Edition[:8], second.Drawn[0]}} {
		r := reproduced(t, d, ReproduceOptions{Edition: x.digits})
		if len(r.Again) != 1 || !r.Again[0].Same() || r.Again[0].Now != x.want.SHA256 {
			t.Errorf("edition %q: %+v, want %+v", x.digits, r.Again, x.want)
		}
	}
}

func TestWhatMakesTheBytesOthersIsNamed(t *testing.T) {
	_, d, _ := ready(t, "ann@example.org")
	d.Entries = "metrics.horizon = 90\n"
	published(t, d, PublishOptions{})
	d.Settings, d.Entries, d.Code = "other", "metrics.horizon = 60\n", "v2"
	a := reproduced(t, d, ReproduceOptions{}).Again[0]
	if a.Same() || len(a.Differs) != 2 || a.Differs[0] != "setting metrics.horizon 90, now 60" || a.Differs[1] != "program version: code, now v2" {
		t.Errorf("%+v", a)
	}
}

func TestACopyGoesToNobodyElseAndCountsAsNoReport(t *testing.T) {
	c, d, post := ready(t, "ann@example.org")
	published(t, d, PublishOptions{})
	c.dearer(t, 8000)
	refreshed(t, d)
	published(t, d, PublishOptions{SendCorrection: true})
	before, _, err := d.State.KeyFigures(t.Context(), pages.SalesName, transform.Scope{}, october.Key())
	if err != nil {
		t.Fatal(err)
	}
	first := deliveries(t, d)[0]
	r := reproduced(t, d, ReproduceOptions{Edition: first.Edition[:8], SendTo: "audit@example.org"})
	if len(r.Outcomes) != 1 || r.Outcomes[0].Did != "sent" {
		t.Fatalf("%+v", r.Outcomes)
	}
	last := post.taken[len(post.taken)-1]
	if last.To != "audit@example.org" || !strings.HasPrefix(header(t, last.Bytes, "Subject"), "Copy: Sales Oct") || header(t, last.Bytes, "In-Reply-To") != "" {
		t.Errorf("%s got %q", last.To, header(t, last.Bytes, "Subject"))
	}
	after, _, err := d.State.KeyFigures(t.Context(), pages.SalesName, transform.Scope{}, october.Key())
	if err != nil || digest(after) != digest(before) {
		t.Errorf("the next period would be compared with a copy: %v", err)
	}
	if again := reproduced(t, d, ReproduceOptions{Edition: first.Edition[:8], SendTo: "audit@example.org"}); again.Outcomes[0].Did != "nothing" {
		t.Errorf("%+v", again.Outcomes)
	}
	if other := reproduced(t, d, ReproduceOptions{SendTo: "audit@example.org"}); other.Outcomes[0].Did != "sent" {
		t.Errorf("another edition: %+v", other.Outcomes)
	}
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org nothing")
	_, err = d.Reproduce(t.Context(), pages.SalesName, october, ReproduceOptions{SendTo: "Ann@example.org"})
	wantError(t, err, nil, "is a recipient")
}

func TestWhatIsGoneIsSaidWithWhereTheFileLies(t *testing.T) {
	c, d, _ := ready(t, "ann@example.org")
	_, err := d.Reproduce(t.Context(), pages.SalesName, october, ReproduceOptions{})
	wantError(t, err, nil, "nobody was sent")
	sent := published(t, d, PublishOptions{})
	_, err = d.Reproduce(t.Context(), pages.SalesName, october, ReproduceOptions{Edition: "ffffffffff"})
	wantError(t, err, nil, "ffffffffff", "runs list")
	c.lose(t, d, "warehouse")
	refreshed(t, d)
	_, err = d.Reproduce(t.Context(), pages.SalesName, october, ReproduceOptions{})
	wantError(t, err, ErrGone, "built anew", sent.Drawn[0].File)
}
