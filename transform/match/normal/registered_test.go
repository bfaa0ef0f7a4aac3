package normal

import "testing"

func TestRegistered(t *testing.T) {
	for in, want := range map[string][2]string{
		"Keller GmbH & Co. KG Norburg":           {"keller gmbh and co kg", "norburg"},
		"KELLER G.M.B.H. Bad Norburg":            {"keller gmbh", "bad norburg"},
		"Keller e.K. Niederlassung Norburg":      {"keller ek", "niederlassung norburg"},
		"Keller UG (haftungsbeschränkt) Norburg": {"keller ug haftungsbeschrankt", "norburg"},
		"Keller Ltd, Norburg":                    {"keller ltd", "norburg"},
		"Keller GmbH & Co. KG":                   {"keller gmbh and co kg", ""},
		"Keller GmbH":                            {"keller gmbh", ""},
		"Keller Norburg":                         {"keller norburg", ""},
		"GmbH Keller":                            {"gmbh keller", ""},
		"":                                       {"", ""},
	} {
		if own, rest := Registered(in); own != want[0] || rest != want[1] {
			t.Errorf("%q became %q and %q, want %q", in, own, rest, want)
		}
	}
}
