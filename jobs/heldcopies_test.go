package jobs

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"clientele/reports/mail"
	"clientele/transform/state"
)

func TestACopyThatIsHeldNeedsAPerson(t *testing.T) {
	_, d, post := ready(t, "ann@example.org")
	published(t, d, PublishOptions{})
	post.answers["ann@example.org"] = &mail.Refusal{Code: 450, Answer: "later", Temporary: true}
	if r, err := resend(t, d, "ann@example.org"); r.Outcome.Did != Deferred {
		t.Fatal(r, err)
	}
	d.Ops = Ops{LateAfter: 2 * time.Hour, AfterFailures: 3}
	says(t, d, state.Hold{})
	s, err := d.Status(t.Context())
	if err != nil || s.Fine() || len(s.Held) != 1 {
		t.Fatalf("%+v, %v", s, err)
	}
	var do []string
	for _, a := range s.Person {
		do = append(do, a.Do...)
	}
	if diff := cmp.Diff([]string{"let it go once it may: clientele outbox release --all"}, do); diff != "" {
		t.Errorf("%+v\n%s", s.Person, diff)
	}
	says(t, d, state.Hold{Released: true})
	if s, err = d.Status(t.Context()); err != nil || !s.Fine() || len(s.Held) != 0 {
		t.Errorf("let go, it still needs a person: %+v, %v", s, err)
	}
}
