package normal

import (
	"slices"
	"strings"
	"time"
)

// IsPlaceholder reports whether a folded text only stands for "not known".
func IsPlaceholder(folded string) bool {
	return folded == "" || placeholderShapes.may(folded) && placeholders[strings.ReplaceAll(folded, " ", "")] || sameLetter(folded)
}

// IsPlaceholderName reports whether a folded given or family name stands for "not
// known": a placeholder, or no letter at all.
func IsPlaceholderName(folded string) bool {
	return IsPlaceholder(folded) || !strings.ContainsFunc(folded, func(r rune) bool { return r >= 'a' && r <= 'z' })
}

// IsPlaceholderPerson reports whether a whole name is nobody's, though each of its
// parts could be somebody's: Max Mustermann, John Doe, test user.
func IsPlaceholderPerson(n Name) bool {
	return slices.Contains(nobodies, n.First+" "+n.Last)
}

// IsPlaceholderCompany reports whether a company's name, as Company returns it,
// only says that there is none.
func IsPlaceholderCompany(name string) bool {
	return IsPlaceholder(name) || noCompanies[strings.ReplaceAll(name, " ", "")]
}

// sameLetter is true of xxx, aaaa and the like.
func sameLetter(s string) bool {
	return len(s) > 2 && s[0] == s[1] && strings.Count(s, s[:1]) == len(s)
}

// IsPlaceholderPhone is true of the digits of numbers typed to get past a form: one
// digit over and over, counting up or down, or too few.
func IsPlaceholderPhone(digits string) bool {
	if len(digits) < 6 {
		return true
	}
	tail := digits[len(digits)-6:]
	if sameLetter(tail) {
		return true
	}
	whole := strings.TrimLeft(digits, "0")
	return strings.Contains("01234567890123456789", tail) && len(whole) <= 10 || strings.Contains("98765432109876543210", tail) && len(whole) <= 10
}

// IsPlaceholderEmail is true of addresses typed to get past a form.
func IsPlaceholderEmail(e Email) bool {
	host, _, _ := strings.Cut(e.Domain, ".")
	base := strings.TrimRight(e.Local, "0123456789")
	return nobodysBoxes[e.Local] || placeholders[e.Local] || placeholders[base] || sameLetter(e.Local) || madeUpHosts[host] ||
		len(e.Local) == 1 && e.Local == host
}

// IsPlaceholderCode is true of an identifying number, as Code returns it, that is
// too short, nothing but zeros, or typed to get past a form.
func IsPlaceholderCode(code string) bool {
	if code == "" {
		return false
	}
	return len(code) < 4 || strings.Trim(code, "0") == "" || IsPlaceholder(code) || isDigits(code) && IsPlaceholderPhone(code)
}

// IsPlaceholderZip is true of postcodes that stand for "not known", as Zip returns
// them.
func IsPlaceholderZip(zip string) bool {
	return IsPlaceholder(zip) || len(zip) >= 4 && strings.Trim(zip, "0") == "" || zip == "99999"
}

// IsPlaceholderStreet is true of a street, as Parse returns it, that is none:
// "unknown", "same as above".
func IsPlaceholderStreet(street string) bool {
	return street != "" && (IsPlaceholder(street) || noStreets[strings.ReplaceAll(street, " ", "")])
}

// MadeUpBirth is true of days that forms, programs and spreadsheets fill in: the
// first days of their calendars, "for ever", and what is yet to come for good. A
// day long past is none of them: some records are of people of old, and a year
// before 1000 is a digit lost. The zero time
// is 1 January of the year 1 and made up; who has no day at all does not ask.
func MadeUpBirth(day time.Time) bool {
	y, m, d := day.Date()
	return y < 1000 || y >= 2099 || slices.Contains(firstDays, [3]int{y, int(m), d})
}

// firstDays are where the counting of days begins in programs.
var firstDays = [][3]int{
	{1601, 1, 1},
	{1753, 1, 1},
	{1899, 12, 30},
	{1899, 12, 31},
	{1900, 1, 1},
	{1904, 1, 1},
	{1970, 1, 1},
	{1111, 11, 11}, // typed to get past a form
}
