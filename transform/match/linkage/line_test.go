package linkage

import (
	"fmt"
	"testing"

	"clientele/extract"
	"clientele/transform/match"
)

// sharedLine reports whether a telephone number is one of several companies to the
// parties.
func sharedLine(number string, parties ...extract.Party) bool {
	t := New(match.Options{Country: "DE"})
	for i := range parties {
		t.Add(&parties[i])
	}
	t.seal(nil)
	for n, s := range t.phone.each() {
		if s == number {
			return t.lineShared[n]
		}
	}
	return false
}

func TestWhoseNumberACompanysIs(t *testing.T) {
	const phone = "phone=030 5556677; "
	firm := func(name string) string { return "type=company; company=" + name + "; " + phone }
	cases := []struct {
		rule    string
		parties []string
		shared  bool
	}{
		{"its own, whoever works there", []string{firm("Brandstetter"), "type=contact; first=Anke; last=Wendler; " + phone, "type=contact; first=Bernd; last=Ohm; " + phone}, false},
		{"its own, whatever its houses are called", []string{firm("Brandstetter Nord"), firm("Brandstetter Sued"), firm("Brandstetter")}, false},
		{"its own, though the name is misspelt", []string{firm("Wirtshaus Im Park"), firm("Wirtshaus Im Prak GmbH")}, false},
		{"its own, though a blank is out of place", []string{firm("Gasthaus Hirsch OHG"), firm("Gasthaus Hirsc hOHG")}, false},
		{"several companies', by their names", []string{firm("Brandstetter"), firm("Olmen Fracht")}, true},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			var parties []extract.Party
			for i, fields := range c.parties {
				parties = append(parties, written(fmt.Sprint(i), fields))
			}
			if got := sharedLine("+49305556677", parties...); got != c.shared {
				t.Errorf("of several companies: %v, want %v", got, c.shared)
			}
		})
	}
}

func TestACompanyIsKnownByANumberThatItsPeopleUse(t *testing.T) {
	const line = "phone=030 5556677; "
	parties := []extract.Party{written("a", "type=company; company=Brandstetter Logistik; "+line+orchard), written("b", "type=company; company=Brandstetter Logistik GmbH; "+line+"city=Tessenow")}
	for i := range 10 {
		parties = append(parties, written(fmt.Sprint("p", i), fmt.Sprintf("type=contact; first=%s; last=Zan%dser; company=Brandstetter Logistik; account=a; %s", names10[i], i, line)))
	}
	if res := link(append(parties, town(t)...), match.Options{Country: "DE"}); homeOf(res, 0) != homeOf(res, 1) {
		t.Error("the company's two records stay apart, though name, city and number agree")
	}
}

var names10 = []string{"Anke", "Bernd", "Carla", "Dirk", "Ebba", "Falk", "Gesa", "Horst", "Insa", "Jens"}

// In a market hall everybody has the hall's address and number.
func TestTheFirmsOfAMarketHallStayApart(t *testing.T) {
	var parties []extract.Party
	for i, name := range names10 {
		parties = append(parties, written(fmt.Sprint("a", i), "type=company; company="+name+"s Stand; phone=030 5556677; "+orchard))
	}
	if got := countAmong(link(append(parties, town(t)...), match.Options{Country: "DE"}), 10); got != 10 {
		t.Errorf("%d customers, want 10", got)
	}
}

func TestNumberedMailDomainsAreNoSlipApart(t *testing.T) {
	table := New(match.Options{Country: "DE"})
	for i, mail := range []string{"info@gasthaus-simon-2.de", "info@gasthaus-simon-3.de", "info@gasthaus-simn-2.de"} {
		p := written(fmt.Sprint(i), "type=company; company=Gasthaus Simon; email="+mail)
		table.Add(&p)
	}
	table.seal(nil)
	r := func(i int) *record { return &table.records[table.rank[i]] }
	if got := table.compareFirmMail(r(0), r(1)); got != mailDiffers {
		t.Errorf("another number is level %d, want %d", got, mailDiffers)
	}
	if got := table.compareFirmMail(r(0), r(2)); got != mailNear {
		t.Errorf("a slip is level %d, want %d", got, mailNear)
	}
}

func TestSharesOfKinStayBelowWhatTheyCanBe(t *testing.T) {
	c := comparison{levels: []level{{"differs", .1, .2, .9, 0}, {"in part", .1, .2, .1, 0}, {"same", .8, .6, 1e-3, 0}}, mostKin: []float64{0, 0, .1}}
	f := builtin([]comparison{c}).Fields[0]
	same := f.Levels[2].Same
	f.bound(c)
	if d := f.Levels[2].Kin - .1; d != 0 {
		t.Errorf("same among kin is %v, want 0.1", f.Levels[2].Kin)
	}
	if sum := f.Levels[0].Kin + f.Levels[1].Kin + f.Levels[2].Kin; sum < .999999 || sum > 1.000001 {
		t.Errorf("shares of kin add up to %v, want 1", sum)
	}
	if f.Levels[0].Kin != f.Levels[1].Kin {
		t.Errorf("the rest is dealt out as %v and %v, want alike", f.Levels[0].Kin, f.Levels[1].Kin)
	}
	if f.Levels[2].Same != same {
		t.Errorf("the share within one customer moved to %v", f.Levels[2].Same)
	}
}
