package normal

import (
	"net/mail"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// longestEmail is how many bytes of an address count (RFC 5321, 4.5.3.1).
const longestEmail = 254

// SplitEmail takes an address out of what people type, "Name" <a@b> or mailto:a@b,
// in lower case, the local part in plain letters and the domain in punycode. Of
// several addresses it takes the first.
func SplitEmail(raw string) (local, domain string, ok bool) {
	s := strings.ToLower(strings.TrimSpace(cutRunes(raw, 2*longestEmail)))
	if i := strings.IndexByte(s, '@'); i > 0 && atoms(s[:i]) && host(s[i+1:]) && len(s) <= longestEmail {
		return s[:i], s[i+1:], true // the usual case
	}
	s = bareAddress(s)
	at := strings.LastIndexByte(s, '@')
	if at <= 0 {
		return "", "", false
	}
	local, domain = cleanQuotes(s[:at]), asciiDomain(s[at+1:])
	if !hostLike(domain) || local == "" || strings.ContainsFunc(local, noAtom) || len(local)+len(domain) >= longestEmail {
		return "", "", false
	}
	return local, domain, true
}

// noAtom is true of what stands in no local part without quotes.
func noAtom(r rune) bool {
	return r <= ' ' || r >= 0x7f || strings.ContainsRune("@<>()[],;:\\\"", r)
}

// atoms is true of a local part that needs no cleaning.
func atoms(s string) bool {
	for i := range len(s) {
		c := s[i]
		if !isLetter(c) && !isDigit(c) && (c != '.' && c != '_' && c != '-' && c != '+') {
			return false
		}
	}
	return s != "" && s[0] != '.' && s[len(s)-1] != '.' && !strings.Contains(s, "..")
}

// host is true of a domain in lower case with a dot in it.
func host(s string) bool {
	last := byte('.')
	dots := 0
	for i := range len(s) {
		c := s[i]
		if c == '.' {
			if last == '.' || last == '-' {
				return false
			}
			dots++
		} else if !isLetter(c) && !isDigit(c) && (c != '-' || last == '.') {
			return false
		}
		last = c
	}
	return dots > 0 && last != '.' && last != '-' && len(s) > 3
}

// hostLike is true of what could be a domain once it was typed right.
func hostLike(s string) bool {
	letters := 0
	for i := range len(s) {
		if c := s[i]; isLetter(c) {
			letters++
		} else if !isDigit(c) && c != '.' && c != '-' {
			return false
		}
	}
	return letters > 1
}

// bareAddress cuts away what is written around an address.
func bareAddress(raw string) string {
	s := strings.ToLower(strings.TrimSpace(cutRunes(raw, 2*longestEmail)))
	s = strings.ReplaceAll(strings.TrimPrefix(s, "mailto:"), "%40", "@")
	for _, at := range []string{"(at)", "[at]", "{at}", "＠"} {
		s = strings.Replace(s, at, "@", 1)
	}
	if strings.ContainsAny(s, "<\"(") {
		s = fromHeader(s)
	}
	if to, _, query := strings.Cut(s, "?"); query && strings.Contains(to, "@") {
		s = to
	}
	s = strings.TrimPrefix(s, "mailto:")
	return tidyDomain(firstAddress(s))
}

// fromHeader reads an address as in the head of a mail, with a name or a comment.
func fromHeader(s string) string {
	if a, err := mail.ParseAddress(s); err == nil {
		return a.Address
	}
	if from := strings.LastIndexByte(s, '<'); from >= 0 {
		s, _, _ = strings.Cut(s[from+1:], ">")
	}
	return s
}

// firstAddress takes the first of several: "a@b.de; c@d.de".
func firstAddress(s string) string {
	if strings.Count(s, "@") > 1 {
		for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(" ;,/|\t\r\n", r) }) {
			if at := strings.IndexByte(part, '@'); at > 0 && strings.Contains(part[at:], ".") {
				return part
			}
		}
	}
	return s
}

// tidyDomain mends what stands after the @: blanks, a comma for the dot, dots twice
// or at the end.
func tidyDomain(s string) string {
	at := strings.LastIndexByte(s, '@')
	if at < 0 {
		return strings.TrimSpace(s)
	}
	local, domain := strings.TrimSpace(s[:at]), strings.Trim(s[at+1:], " .,;>)]'\t\r\n")
	domain = dots.Replace(domain)
	for strings.Contains(domain, "..") {
		domain = strings.ReplaceAll(domain, "..", ".")
	}
	return strings.Trim(local, "'") + "@" + domain
}

var dots = strings.NewReplacer("(dot)", ".", "[dot]", ".", "(punkt)", ".", ",", ".")

// cleanQuotes writes a local part in plain letters and without quotes it needs not.
func cleanQuotes(local string) string {
	if len(local) > 2 && local[0] == '"' && local[len(local)-1] == '"' {
		local = strings.ReplaceAll(local[1:len(local)-1], "\\", "")
	}
	if plain(local) {
		return strings.Trim(local, ".'")
	}
	var b strings.Builder
	for _, r := range local {
		if r < utf8.RuneSelf {
			b.WriteRune(r)
		} else {
			b.WriteString(Squeeze(string(r)))
		}
	}
	return strings.Trim(b.String(), ".'")
}

// asciiDomain writes a domain in punycode, or in plain letters where it cannot be a
// domain.
func asciiDomain(domain string) string {
	if plain(domain) {
		return domain
	}
	if ascii, err := idna.Lookup.ToASCII(domain); err == nil {
		return ascii
	}
	labels := strings.Split(domain, ".")
	kept := labels[:0]
	for _, l := range labels {
		if l = Squeeze(l); l != "" {
			kept = append(kept, l)
		}
	}
	return strings.Join(kept, ".")
}

// cutRunes returns at most so many bytes of a text, no letter cut in two.
func cutRunes(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most]
}

// WrittenEmail takes the address out of a display name and leaves it as written.
func WrittenEmail(raw string) string {
	if from := strings.LastIndexByte(raw, '<'); from >= 0 {
		raw, _, _ = strings.Cut(raw[from+1:], ">")
	}
	if len(raw) > 7 && strings.EqualFold(raw[:7], "mailto:") {
		raw = raw[7:]
	}
	return strings.TrimSpace(raw)
}
