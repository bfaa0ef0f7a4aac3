package demo

import "strings"

// spoil writes a face down the way a hurried clerk does.
func (g *registrar) spoil(d *dice, f face, home city) face {
	if d.chance(NameTypos) {
		f.misspell(d)
	}
	if f.company == "" && d.chance(SwappedNames) {
		f.first, f.last = f.last, f.first
	}
	if d.chance(UpperCase) {
		f.first, f.last, f.company = strings.ToUpper(f.first), strings.ToUpper(f.last), strings.ToUpper(f.company)
	}
	if d.chance(OldAddresses) {
		f.address(d, home)
	}
	if d.chance(MissingPhones) {
		f.phone = ""
	}
	f.phone = rewrite(d, f.phone)
	f.mistype(d)
	return f
}

func (f *face) misspell(d *dice) {
	switch {
	case f.company != "":
		f.company = typo(d, f.company)
	case d.chance(.5):
		f.first = typo(d, f.first)
	default:
		f.last = typo(d, f.last)
	}
}

// mistype spoils an e-mail address or replaces it by one that says nothing.
func (f *face) mistype(d *dice) {
	if d.chance(Placeholders) {
		f.email = pick(d, []string{"unknown@unknown.com", "test@test.com", "keine@angabe.de"})
	} else if d.chance(MailTypos) {
		for i, host := range mailHosts {
			f.email = strings.Replace(f.email, "@"+host, "@"+mailMistakes[i], 1)
		}
	}
	if d.chance(Placeholders) {
		f.phone = pick(d, []string{"0000000", "1234567", "unknown"})
	}
}

// typo changes one letter of a word.
func typo(d *dice, s string) string {
	r := []rune(s)
	if len(r) < 4 {
		return s
	}
	i := d.between(1, len(r)-2)
	switch d.IntN(4) {
	case 0:
		return string(append(r[:i:i], r[i+1:]...))
	case 1:
		return string(r[:i]) + string(r[i]) + string(r[i:])
	case 2:
		r[i], r[i+1] = r[i+1], r[i]
	default:
		r[i] = rune('a' + d.IntN(26))
	}
	return string(r)
}

// rewrite writes a telephone number in one of the usual ways.
func rewrite(d *dice, phone string) string {
	if phone == "" || phone[0] != '0' {
		return phone
	}
	switch d.IntN(5) {
	case 0:
		return "+49 " + phone[1:]
	case 1:
		return strings.Replace(phone, " ", "/", 1)
	case 2:
		return "0049" + strings.ReplaceAll(phone[1:], " ", "")
	case 3:
		return strings.Replace(phone, " ", "-", 1)
	}
	return phone
}

// odd gives one name in many what no name should have: a formula, control
// characters, letters read in the wrong encoding, blanks that do not break.
func odd(n int, name string) string {
	switch n % 4 {
	case 0:
		return `=cmd|' /C calc'!A0`
	case 1:
		return name + "\x07\x1b"
	case 2:
		return mojibake(name) + " Ã¼"
	}
	return "\u00a0 " + name + "\u00a0"
}

// mojibake is what UTF-8 looks like when it was read as Latin-1.
func mojibake(s string) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(rune(s[i]))
	}
	return b.String()
}
