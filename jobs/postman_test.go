package jobs

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/reports/mail"
	"clientele/reports/pages"
	"clientele/transform/state"
)

// A postman is a carrier that answers as he is told, by recipient, and keeps what
// he took.
type postman struct {
	answers map[string]error
	taken   []mail.Message
	tried   []mail.Message
}

// Ready implements mail.Carrier.
func (p *postman) Ready(context.Context) error { return nil }

// Close implements mail.Carrier.
func (p *postman) Close() error { return nil }

// Carry implements mail.Carrier.
func (p *postman) Carry(_ context.Context, m mail.Message, commit func() error) (mail.Receipt, error) {
	p.tried = append(p.tried, m)
	answer := p.answers[m.To]
	if errors.Is(answer, errOffline) {
		return mail.Receipt{}, answer
	}
	if err := commit(); err != nil {
		return mail.Receipt{}, err
	}
	if answer != nil {
		return mail.Receipt{}, answer
	}
	p.taken = append(p.taken, m)
	return mail.Receipt{Code: 250, Answer: "queued"}, nil
}

var errOffline = errors.New("no route to the relay")

// took lists who got something, in order.
func (p *postman) took() []string {
	var out []string
	for _, m := range p.taken {
		out = append(out, m.To)
	}
	return out
}

func wantError(t *testing.T, err, is error, says ...string) {
	t.Helper()
	if err == nil || (is != nil && !errors.Is(err, is)) {
		t.Fatalf("error %v, want one that is %v", err, is)
	}
	for _, word := range says {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("%q does not say %q", err, word)
		}
	}
}

// did lists what became of each recipient.
func did(p Published) []string {
	var out []string
	for _, o := range p.Outcomes {
		out = append(out, o.Recipient+" "+string(o.Did))
	}
	return out
}

func wantDid(t *testing.T, p Published, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, did(p)); diff != "" {
		t.Errorf("outcomes:\n%s", diff)
	}
}

func deliveries(t *testing.T, d *Director) []state.Delivery {
	t.Helper()
	list, err := d.State.Deliveries(t.Context(), state.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// ready is a company refreshed, with a postman and these recipients of sales.
func ready(t *testing.T, recipients ...string) (company, *Director, *postman) {
	t.Helper()
	c := newCompany(t)
	d := c.director(t)
	p := &postman{answers: map[string]error{}}
	d.Carrier, d.Reports = p, []Report{to(pages.SalesName, recipients...)}
	refreshed(t, d)
	return c, d, p
}
