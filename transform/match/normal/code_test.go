package normal

import "testing"

func TestCode(t *testing.T) {
	same := []struct{ rule, a, b string }{
		{"blanks and dots do not count", "DE 271 828 182", "DE271.828.182"},
		{"the country before a tax number may be missing", "DE271828182", "271 828 182"},
		{"what the number is called is no part of it", "USt-IdNr.: DE271828182", "DE271828182"},
		{"a register number in one word or two", "HRB 12345", "HRB12345"},
		{"leading zeros get lost in spreadsheets", "00445790", "445790"},
		{"leading zeros behind the register's letters", "HRB 0012345", "HRB 12345"},
		{"the court may stand before or behind", "Amtsgericht München HRB 12345", "HRB 12345, Amtsgericht München"},
		{"a Swiss number with its tax", "CHE-123.456.789 MWST", "CHE123456789"},
	}
	for _, c := range same {
		t.Run(c.rule, func(t *testing.T) {
			if a, b := Code(c.a), Code(c.b); a != b || a == "" {
				t.Errorf("%q and %q", a, b)
			}
		})
	}
	other := []struct{ rule, a, b string }{
		{"another court, another company", "HRB 12345 München", "HRB 12345 Ulm"},
		{"another section of the register", "HRB 12345", "HRA 12345"},
		{"Scotland counts for itself", "SC123456", "123456"},
	}
	for _, c := range other {
		t.Run(c.rule, func(t *testing.T) {
			if a, b := Code(c.a), Code(c.b); a == b {
				t.Errorf("both became %q", a)
			}
		})
	}
}

func TestIsPlaceholderCode(t *testing.T) {
	for in, want := range map[string]bool{"": false, "0": true, "0000000": true, "123456789": true, "999999999": true, "n/a": true, "DE271828182": false, "HRB 1": false, "HRB 12345": false, "unknown": true} {
		if got := IsPlaceholderCode(Code(in)); got != want {
			t.Errorf("%q, compared as %q: %v, want %v", in, Code(in), got, want)
		}
	}
}
