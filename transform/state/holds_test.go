package state

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
)

func TestHeldBy(t *testing.T) {
	hold := func(report, period, recipient string) Hold {
		return Hold{Report: report, Period: period, Recipient: recipient}
	}
	release := func(report, period, recipient string) Hold {
		return Hold{Report: report, Period: period, Recipient: recipient, Released: true}
	}
	for _, c := range []struct {
		rule     string
		words    []Hold // in the order they were given
		held     bool
		released bool // the report of the period, by name
	}{
		{"nothing was said", nil, false, false},
		{"everything is held", []Hold{hold("", "", "")}, true, false},
		{"the report is held", []Hold{hold("sales", "", "")}, true, false},
		{"another report is held", []Hold{hold("marketing", "", "")}, false, false},
		{"the period is held", []Hold{hold("sales", "2026-10", "")}, true, false},
		{"another period is held", []Hold{hold("sales", "2026-09", "")}, false, false},
		{"the recipient is held", []Hold{hold("sales", "2026-10", "ann")}, true, false},
		{"another recipient is held", []Hold{hold("sales", "2026-10", "bob")}, false, false},
		{"the address is held, whatever the report", []Hold{hold("", "", "ann")}, true, false},
		{"held and let go", []Hold{hold("sales", "", ""), release("sales", "", "")}, false, false},
		{"let go and held again", []Hold{hold("sales", "", ""), release("sales", "", ""), hold("sales", "", "")}, true, false},
		{"everything held, this period let go", []Hold{hold("", "", ""), release("sales", "2026-10", "")}, false, true},
		{"everything held, another period let go", []Hold{hold("", "", ""), release("sales", "2026-09", "")}, true, false},
		{"everything held, this recipient let go", []Hold{hold("", "", ""), release("sales", "2026-10", "ann")}, false, false},
		{"a stop of everything counts after a narrower word to go", []Hold{release("sales", "2026-10", ""), hold("", "", "")}, true, false},
		{"letting everything go does not forget one recipient", []Hold{hold("sales", "2026-10", "ann"), release("", "", "")}, true, false},
		{"letting the period go does not forget one recipient", []Hold{hold("sales", "2026-10", "ann"), release("sales", "2026-10", "")}, true, true},
		{"each is let go by its own word", []Hold{hold("", "", ""), hold("sales", "", ""), release("", "", ""), release("sales", "", "")}, false, false},
		{"two holds, the narrow one let go", []Hold{hold("", "", ""), hold("sales", "", ""), release("sales", "", "")}, false, false},
		{"two holds, the wide one let go", []Hold{hold("", "", ""), hold("sales", "", ""), release("", "", "")}, true, false},
		{"let go without having been held", []Hold{release("sales", "2026-10", "")}, false, true},
	} {
		t.Run(c.rule, func(t *testing.T) {
			for _, apart := range []extract.Instant{0, minute} { // at one moment the order counts
				for i := range c.words {
					c.words[i].At = minute + extract.Instant(i)*apart
				}
				if by, held := HeldBy(c.words, "sales", "2026-10", "ann"); held != c.held || held && by.Released {
					t.Errorf("held %v by %v", held, by)
				}
				if _, released := Released(c.words, "sales", "2026-10"); released != c.released {
					t.Errorf("released %v", released)
				}
			}
		})
	}
}

func TestTheNarrowestWordThatHoldsIsNamed(t *testing.T) {
	list := []Hold{{At: 3, Who: "a"}, {Report: "sales", Recipient: "ann", At: 1, Who: "b"}, {Report: "sales", At: 2, Who: "c"}}
	if by, _ := HeldBy(list, "sales", "2026-10", "ann"); by.Who != "b" {
		t.Error(by)
	}
	if by, _ := HeldBy(list, "sales", "2026-10", ""); by.Who != "c" {
		t.Error(by)
	}
	if by, _ := HeldBy(list, "marketing", "2026-10", "ann"); by.Who != "a" {
		t.Error(by)
	}
}

func TestEveryWordIsKept(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		words := []Hold{
			{Who: "ann", Why: "wrong prices", At: minute},
			{Report: "sales", Period: "2026-10", Recipient: "bo@example.org", Who: "ann", At: 2 * minute},
			{Released: true, Who: "bob", At: 3 * minute},
		}
		for _, w := range words {
			must(t, db.SetHold(t.Context(), w))
		}
		got, err := db.Holds(t.Context())
		must(t, err)
		if diff := cmp.Diff(words, got); diff != "" {
			t.Error(diff)
		}
		for _, w := range []Hold{{At: minute}, {Who: "ann"}, {Who: "ann", At: minute, Period: "2026-10"}} {
			if err := db.SetHold(t.Context(), w); err == nil {
				t.Errorf("%+v was taken", w)
			}
		}
	})
}
