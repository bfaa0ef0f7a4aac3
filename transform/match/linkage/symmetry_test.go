package linkage

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"clientele/extract"
	"clientele/transform/match"
)

// alikes draws records of few values, so that most pairs agree in some fields and
// differ in others.
func alikes(t *rapid.T) []extract.Party {
	pick := func(name string, from ...string) string { return rapid.SampledFrom(from).Draw(t, name) }
	out := make([]extract.Party, rapid.IntRange(2, 12).Draw(t, "records"))
	for i := range out {
		out[i] = extract.Party{
			Ref: extract.Ref{Source: "s", ID: fmt.Sprint(i)}, Type: pick("type", "person", "person", "person", "contact", "company", "company"),
			Prefix: pick("prefix", "", "Mr", "Mrs"), First: pick("first", "", "Robert", "Bob", "Rober", "Hale", "R", "Anna"), Middle: pick("middle", "", "Lee", "L"),
			Last: pick("last", "", "Hale", "Hal", "Hale-Ohm", "Robert"), Suffix: pick("suffix", "", "", "Jr", "Sr"),
			Company: pick("company", "", "Brandstetter GmbH", "Brandsteter", "Brandstetter Nord"), Account: pick("account", "", "0", "1"),
			Email: pick("email", "", "rhale7@gmail.com", "rhale7@gmial.com", "rhale@hale.de", "info@hale.de"), Phone: pick("phone", "", "030 5556677", "030 5556678"), Mobile: pick("mobile", "", "030 5556677", "0171 2223344"),
			Street: pick("street", "", "Markt 1", "Markt 2", "Makrt 1"), Zip: pick("zip", "", "48213", "48219", "10115"), City: pick("city", "", "Olmen", "Berlin"), Birthplace: pick("birthplace", "", "Olmen", "Olme"), Occupation: pick("occupation", "", "baker", "poet"),
			TaxNumber: pick("tax", "", "DE271828182", "DE271828128"), RegisterNumber: pick("register", "", "HRB 11223", "HRB 99887"),
			Born: rapid.SampledFrom([]extract.Day{0, 3000, 3001, 9000, extract.Date(1988, 3, 4), extract.Date(1988, 4, 3)}).Draw(t, "born"), Status: pick("status", "active", "active", "active", "erased"),
		}
	}
	return out
}

// Which of two records is named first changes neither what they are worth, to the last
// bit, nor what is said of them.
func TestEvidenceIsTheSameFromBothSides(t *testing.T) {
	joins := 0
	rapid.Check(t, func(t *rapid.T) {
		parties := alikes(t)
		table := New(match.Options{Country: "DE"})
		for i := range parties {
			table.Add(&parties[i])
		}
		var m *Model
		if rapid.Bool().Draw(t, "learn") {
			m = table.Train()
		}
		reckoner := table.Reckoner(m)
		for i := range parties {
			for j := range i {
				a, _ := reckoner.Explain(parties[i].Ref, parties[j].Ref)
				b, _ := reckoner.Explain(parties[j].Ref, parties[i].Ref)
				if fmt.Sprint(a) != fmt.Sprint(b) {
					t.Fatalf("%+v\n%+v\n%+v\n%+v", parties[i], parties[j], a, b)
				}
				if a.Bits > 0 {
					joins++
				}
			}
		}
	})
	if joins == 0 {
		t.Error("no two records were alike: the test tests nothing")
	}
}

func TestANameWithAWordTwiceIsInPartFromBothSides(t *testing.T) {
	for _, c := range []struct {
		x, y []uint32
		want bool
	}{
		{[]uint32{1, 1}, []uint32{1, 2}, true},
		{[]uint32{1}, []uint32{1, 2}, true},
		{[]uint32{1, 3}, []uint32{1, 2, 2}, false},
		{nil, []uint32{1}, false},
	} {
		if within(c.x, c.y) != c.want || within(c.y, c.x) != c.want {
			t.Errorf("%v and %v: %t, %t", c.x, c.y, within(c.x, c.y), within(c.y, c.x))
		}
	}
}
