package extract

import (
	"testing"
)

func TestWhereARowStandsInAFileIsToldApartFromTheRuleItBreaks(t *testing.T) {
	for _, c := range []struct{ said, reason, place string }{
		{"is no day", "is no day", ""},
		{"is no day (of the calendar)", "is no day (of the calendar)", ""},
		{"is none of a (line 3), b", "is none of a (line 3), b", ""},
	} {
		r := Reject{Fault: Fault{Reason: c.said}}
		if reason, place := r.Apart(); reason != c.reason || place != c.place {
			t.Errorf("%q: %q, %q", c.said, reason, place)
		}
		r.PlaceAt("line 17 of orders (1).csv")
		if reason, place := r.Apart(); reason != c.said || place != "line 17 of orders (1).csv" {
			t.Errorf("%q: %q, %q", c.said, reason, place)
		}
	}
}

func TestARowThatIsNamedByItsPlaceHasNoKey(t *testing.T) {
	for id, want := range map[string]bool{"": false, "17": true, "row 17": false, "line 3 of orders.csv": false, "row": true, "row house": true, "line ": true} {
		r := Reject{Ref: Ref{ID: id}}
		if r.Keyed() != want {
			t.Errorf("%q: %t", id, !want)
		}
	}
}
