package home

import (
	"testing"

	"clientele/extract"
)

const wholesale = "type=company; company=Brandstetter Food; email=hello@brandstetter.de; phone=030 5556677; tax_number=DE271828182; " + brewery

func TestParents(t *testing.T) {
	cases := []struct {
		rule, one, other string
		parent           string // of the second
	}{
		{"a house in another city and its mail domain", wholesale, "type=company; company=Brandstetter Food Norburg GmbH; city=Norburg; register_number=HRB 7; email=norburg@brandstetter.de", "a"},
		{"a house by a point of the compass and its telephone", wholesale, "type=company; company=Brandstetter Food Nord; phone=030 5556677", "a"},
		{"a house by its number and the telephone exchange", wholesale, "type=company; company=Brandstetter Food 2; phone=030 5556612", "a"},
		{"a house of its address", wholesale, "type=company; company=Brandstetter Food Catering; " + brewery, "a"},
		{"a house of its tax number", wholesale, "type=company; company=Brandstetter Food Catering; tax_number=DE 271 828 182", "a"},
		{"a name alone says nothing", wholesale, "type=company; company=Brandstetter Food Norburg; city=Norburg", ""},
		{"nor with an agreement that names nobody", wholesale, "type=company; company=Brandstetter Food Nord; phone=0000000; email=test@test.com", ""},
		{"a registered name before its town", "type=company; company=Brandstetter GmbH & Co. KG", "type=company; company=BRANDSTETTER GMBH & CO KG NORBURG; city=Norburg", "a"},
		{"a registered name before a word that tells a branch", "type=company; company=Brandstetter GmbH", "type=company; company=Brandstetter GmbH Niederlassung Nord", "a"},
		{"another legal form is another company", "type=company; company=Brandstetter AG", "type=company; company=Brandstetter GmbH Norburg; city=Norburg", ""},
		{"another town is no branch", "type=company; company=Brandstetter GmbH", "type=company; company=Brandstetter GmbH Olmen; city=Norburg", ""},
		{"the holding of a name", "type=company; company=Brandstetter Food Holding SE", "type=company; company=Brandstetter Food GmbH", "a"},
		{"a mail domain of everybody says nothing", "type=company; company=Wendler; email=wendler@gmail.com", "type=company; company=Wendler Catering; email=wendlercatering@gmail.com", ""},
		{"further words of another trade", wholesale, "type=company; company=Brandstetter Food Machines", ""},
		{"a short common word", "type=company; company=Hotel", "type=company; company=Hotel Norburg; city=Norburg", ""},
		{"the same name is no parent", wholesale, "type=company; company=Brandstetter Food GmbH; city=Norburg", ""},
		{"people have none", wholesale, "first=Anna; last=Brandstetter; company=Brandstetter Food Norburg; city=Norburg", ""},
		{"what the source says stands", wholesale, "type=company; company=Brandstetter Food Nord; phone=030 5556677; account=c", "c"},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			got := drawn(nil, written("a", c.one), written("b", c.other), written("c", "type=company; company=Seidel Bau"))
			if string(got["b"].Account) != c.parent {
				t.Errorf("parent %q, want %q; %s", got["b"].Account, c.parent, got["b"].AccountWhy)
			}
			if role := map[bool]string{true: Subsidiary}[c.parent != ""]; got["b"].AccountRole != role || (got["b"].AccountWhy == "") != (role == "") {
				t.Errorf("role %q, want %q; why %q", got["b"].AccountRole, role, got["b"].AccountWhy)
			}
		})
	}
}

func TestARegisteredNameOfTwoCompaniesIsNobodysParent(t *testing.T) {
	const two = "type=company; company=Brandstetter GmbH"
	got := drawn(nil, written("a", two), written("b", two), written("c", "type=company; company=Brandstetter GmbH Norburg; city=Norburg"))
	if got["c"].Account != "" {
		t.Errorf("parent %q", got["c"].Account)
	}
}

func TestAHoldingOfAnEverydayNameIsNoParent(t *testing.T) {
	got := drawn(nil, written("a", "type=company; company=Simon Holding"), written("b", "type=company; company=Simon"), written("c", "type=company; company=Pension Simon"))
	if got["b"].Account != "" {
		t.Errorf("parent %q; %s", got["b"].Account, got["b"].AccountWhy)
	}
}

func TestNobodyBecomesTheirOwnParent(t *testing.T) {
	got := drawn(nil, written("a", wholesale+"account=b"), written("b", "type=company; company=Brandstetter Food Nord; phone=030 5556677"))
	if got["b"].Account != "" {
		t.Errorf("parent %q of its own parent", got["b"].Account)
	}
}

func TestTheMainContact(t *testing.T) {
	contact := func(id, fields string, since int) extract.Party {
		p := written(id, "type=contact; account=a; first=N"+id+"; "+fields)
		p.Created = extract.Instant(since)
		return p
	}
	cases := []struct {
		rule     string
		contacts []extract.Party
		want     string
	}{
		{"is known longest", []extract.Party{contact("b", "email=b@brandstetter.de", 7), contact("c", "email=c@brandstetter.de", 3)}, "c"},
		{"or uses the account's own mailbox", []extract.Party{contact("b", "email=Hello@brandstetter.de", 7), contact("c", "email=c@brandstetter.de", 3)}, "b"},
		{"and can be reached", []extract.Party{contact("b", "phone=030 5556677", 7), contact("c", "", 3)}, "b"},
		{"and is active", []extract.Party{contact("b", "", 7), contact("c", "status=closed; email=hello@brandstetter.de", 3)}, "b"},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			got := drawn(nil, append(c.contacts, written("a", wholesale))...)
			for _, p := range c.contacts {
				want := map[bool]string{true: MainContact, false: Contact}[p.ID == c.want]
				if got[p.ID].AccountRole != want || got[p.ID].AccountWhy != ownWord {
					t.Errorf("%s is %q (%s), want %q", p.ID, got[p.ID].AccountRole, got[p.ID].AccountWhy, want)
				}
			}
		})
	}
}

func TestAnAccountThatIsNoCustomerGivesNoRole(t *testing.T) {
	if got := drawn(nil, written("b", "type=contact; first=Bernd; account=gone")); got["b"].AccountRole != "" {
		t.Errorf("role %q", got["b"].AccountRole)
	}
}
