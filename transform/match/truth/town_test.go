package truth

import (
	"bytes"
	"encoding/csv"
	"math"
	"path/filepath"
	"strings"
	"testing"

	"clientele/extract"
)

func TestTownIsTheSameForTheSameSeed(t *testing.T) {
	var a, b, c bytes.Buffer
	for _, x := range []struct {
		out  *bytes.Buffer
		seed uint64
	}{{&a, 1}, {&b, 1}, {&c, 2}} {
		if err := WriteTown(x.seed, 2_000, x.out); err != nil {
			t.Fatal(err)
		}
	}
	if a.String() != b.String() || a.String() == c.String() {
		t.Error("the same seed gave another town, or another seed the same")
	}
	if n := strings.Count(a.String(), "\n"); n != 2_001 {
		t.Errorf("%d lines, want a header and 2,000 records", n)
	}
	if _, err := csv.NewReader(strings.NewReader(a.String())).ReadAll(); err != nil || strings.Contains(a.String(), `"`) {
		t.Errorf("other programs could not read it: %v", err)
	}
}

func TestTownReadsBackAsItWas(t *testing.T) {
	path := filepath.Join(t.TempDir(), "town.csv")
	if err := TownFile(4, 3_000, path); err != nil {
		t.Fatal(err)
	}
	parties, who, homes, err := Exported("town", "", path).Load("")
	if err != nil {
		t.Fatal(err)
	}
	n, people, households := 0, &Labels{}, &Labels{}
	for r := range Town(4, 3_000) {
		if parties[n] != r.Party {
			t.Fatalf("wrote %+v, read %+v", r.Party, parties[n])
		}
		people.Add(r.Who)
		households.Add(r.Home)
		n++
	}
	if n != len(parties) || who.Pairs() != people.Pairs() || homes.Pairs() != households.Pairs() {
		t.Errorf("%d records, %d read; %d true pairs, %d read", n, len(parties), people.Pairs(), who.Pairs())
	}
}

func TestTownHasTheShareOfEverything(t *testing.T) {
	count := map[string]float64{}
	people, households := &Labels{}, &Labels{}
	const n = 30_000
	for r := range Town(1, n) {
		people.Add(r.Who)
		households.Add(r.Home)
		for what, is := range map[string]bool{
			"e-mail": r.Email != "", "phone": r.Phone != "", "address": r.Street != "", "postcode": r.Zip != "", "first name": r.First != "",
			"firm": r.Company != "", "info@": strings.HasPrefix(r.Email, "info@"), "person": r.Type == extract.Person,
		} {
			if is {
				count[what] += 1.0 / n
			}
		}
	}
	// What crm_100k has of it.
	for what, want := range map[string]float64{"e-mail": .75, "phone": .70, "address": .75, "postcode": .87, "first name": .97, "firm": .15, "info@": .021, "person": 1} {
		if got := count[what]; math.Abs(got-want) > .1*want+.005 {
			t.Errorf("%s in %.3f of the records, want %.3f", what, got, want)
		}
	}
	if got := float64(people.Pairs()) / n; got < .58 || got > .70 {
		t.Errorf("%.2f true pairs a record, want .64", got)
	}
	if got := float64(households.Pairs()) / n; got < 1.2 || got > 1.5 {
		t.Errorf("%.2f pairs of one household a record, want 1.35", got)
	}
}
