package normal

// Umlauts writes ae, oe and ue in a mailbox's name as last names have them.
func Umlauts(s string) string { return umlauts(s) }

// umlauts writes ae, oe and ue in a folded text as the letters they stand for are
// folded: mueller is muller, as müller is. Only between consonants, where German
// has them: not in bauer, joey or blue.
func umlauts(s string) string {
	if len(s) < 4 {
		return s
	}
	var out []byte
	kept := 0
	for i := 1; i+1 < len(s); i++ {
		if s[i] == 'e' && (s[i-1] == 'a' || s[i-1] == 'o' || s[i-1] == 'u') && (i == 1 || before(s[i-2])) && after(s[i+1]) {
			out = append(out, s[kept:i]...)
			kept = i + 1
		}
	}
	if kept == 0 {
		return s
	}
	return string(append(out, s[kept:]...))
}

// before is true of what may stand before an umlaut; queen has none.
func before(c byte) bool { return !vowel(c) && c != 'q' }

func after(c byte) bool { return isLetter(c) && !vowel(c) && c != 'y' }

func vowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }
