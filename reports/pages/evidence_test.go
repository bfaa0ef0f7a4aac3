package pages

import "testing"

func TestEvidenceIsPartedIntoWhatAgreesAndWhatDiffers(t *testing.T) {
	for reason, want := range map[string][2]string{
		"":                                   {"", ""},
		"same phone":                         {"same phone", ""},
		"same phone and city; other e-mail":  {"same phone and city", "e-mail"},
		"nothing; other name and kind: a, b": {"", "name and kind: a, b"},
		"same name; other phone; other records of the two speak against it": {"same name", "phone; other records of the two speak against it"},
		"fits two people alike: same e-mail":                                {"same e-mail", "fits two people alike"},
		"Ann said so; in her own other words":                               {"Ann said so; in her own other words", ""},
	} {
		agrees, differs := evidence(reason)
		if agrees != want[0] || differs != want[1] {
			t.Errorf("%q agrees in %q, differs in %q", reason, agrees, differs)
		}
	}
}
