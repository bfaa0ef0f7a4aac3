package jobs

import (
	"strings"
	"testing"

	"clientele/extract"
	"clientele/reports/pages"
	"clientele/transform"
)

func rep(id, name, email, territory string) extract.Rep {
	return extract.Rep{Ref: extract.Ref{Source: "shop", ID: id}, Name: name, Email: email, Territory: territory}
}

func TestRepsOfTheRecordsAreRecipients(t *testing.T) {
	reps := []extract.Rep{
		rep("1", "Ann Archer", "ann@example.org", "North"), rep("2", "Ben Bell", "Ben Bell <ben@example.org>", ""),
		rep("3", "Cleo Cook", "", "West"), rep("4", "Dora Dunn", "no address", "West"), rep("5", "Ed East", "ED@example.org", "East"),
	}
	configured := []Recipient{{Address: "ed@example.org"}}
	for reps2, want := range map[string]string{
		RepsNobody:    "",
		RepsCustomers: "ann@example.org of Ann Archer; ben@example.org of Ben Bell; ",
		RepsTerritory: "ann@example.org of North; ",
	} {
		r := Report{Reps: reps2, Recipients: configured}
		var list []Recipient
		if r.takesReps() {
			list, _ = enlisted(r, reps)
		}
		got := ""
		for _, to := range list {
			got += to.Address + " of " + to.Scope.Name() + "; "
		}
		if got != want {
			t.Errorf("%s: %q, want %q", reps2, got, want)
		}
	}
}

// Who cannot be told apart must not see the other's customers.
func TestRepsWhoShareANameOrAnAddressAreLeftOutAndNamed(t *testing.T) {
	list, why := enlisted(Report{Reps: RepsCustomers}, []extract.Rep{
		rep("1", "Ann Archer", "ann@example.org", ""), rep("2", "Ann Archer", "other@example.org", ""),
		rep("3", "Ben Bell", "team@example.org", ""), rep("4", "Cleo Cook", "team@example.org", ""), rep("5", "Dora Dunn", "nonsense", ""),
	})
	if len(list) != 1 || list[0].Scope.Rep != "Ben Bell" {
		t.Errorf("recipients %v", list)
	}
	text := strings.Join(why, "\n")
	for _, want := range []string{"more than one rep is called Ann Archer", "team@example.org is the address of more than one rep: Cleo Cook", `"nonsense" of rep shop/5 is no address`} {
		if !strings.Contains(text, want) {
			t.Errorf("%q says nothing of %q", text, want)
		}
	}
}

func TestTheRecordOfARepBringsThemTheirWorkbook(t *testing.T) {
	c, d, post := ready(t)
	c.shop(t, "ALTER TABLE reps ADD email TEXT", "UPDATE reps SET email = id || '@example.org'", "INSERT INTO reps VALUES ('r3', 'Otto Ohneland', '', 'r3@example.org')")
	for i := range d.Sources {
		if m, is := d.Sources[i].Mappings[extract.Reps]; is {
			m.Select = "SELECT id, name, territory, email FROM reps"
			d.Sources[i].Mappings[extract.Reps] = m
		}
	}
	refreshed(t, d)
	d.Reports = []Report{to(pages.SalesName, "ann@example.org")}
	d.Reports[0].Reps = RepsCustomers
	p := published(t, d, PublishOptions{})
	wantDid(t, p, "ann@example.org sent", "r1@example.org sent", "r2@example.org sent", "r3@example.org nothing")
	for _, m := range post.taken {
		text := everything(t, m)
		if m.To == "r1@example.org" && (!strings.Contains(text, "Bergmann") || strings.Contains(text, "Castelli") || strings.Contains(text, "Sepp Suedkamp")) {
			t.Error("r1 reads what is not theirs, or misses what is")
		}
	}
	if again := published(t, d, PublishOptions{}); again.Outcomes[1].Did != Nothing {
		t.Errorf("mailed again: %+v", again.Outcomes)
	}
	reader, err := d.Reader(t.Context(), pages.SalesName, "Nora Nordhaus", transform.Scope{})
	if err != nil || reader.Scope.Rep != "Nora Nordhaus" {
		t.Errorf("preview for a rep: %v, %v", reader, err)
	}
	if len(d.Reports[0].Recipients) != 1 {
		t.Errorf("the configuration changed: %v", d.Reports[0].Recipients)
	}
}
