package jobs

import (
	"errors"
	"fmt"
	"testing"

	"clientele/reports/mail"
)

func TestAReasonThatIsTheSameForSeveralIsSaidOnce(t *testing.T) {
	held := func(who string) error {
		return personError{kind: ErrOnHold, who: []string{who}, one: " has nothing yet", many: " have nothing yet", cause: errors.New("prices are wrong")}
	}
	refused := func(who, answer string) error {
		return personError{kind: ErrPartial, before: "sales to ", who: []string{who}, cause: &mail.Refusal{Code: 550, Answer: answer}}
	}
	got := grouped(errors.Join(errors.Join(held("ann"), nil), refused("bob", "full"), errors.Join(errors.Join(held("cara")), refused("dan", "full"), refused("eve", "gone")), fmt.Errorf("more: %w", ErrMail)))
	want := "held: ann, cara have nothing yet: prices are wrong\n" +
		"not everybody was reached: sales to bob, dan: 550 full\n" +
		"not everybody was reached: sales to eve: 550 gone\n" +
		"more: " + ErrMail.Error()
	if got.Error() != want {
		t.Errorf("%v\nwant\n%v", got, want)
	}
	var refusal *mail.Refusal
	if !errors.Is(got, ErrOnHold) || !errors.Is(got, ErrPartial) || !errors.Is(got, ErrMail) || !errors.As(got, &refusal) {
		t.Error("what kind of trouble it is got lost")
	}
	if grouped(nil) != nil {
		t.Error("no trouble became some")
	}
	var many []error
	for i := range 8 {
		many = append(many, held(fmt.Sprint(i)))
	}
	if got := grouped(errors.Join(many...)).Error(); got != "held: 0, 1, 2, 3, 4 and 3 more have nothing yet: prices are wrong" {
		t.Error(got)
	}
}
