package normal

import (
	"strings"
	"time"
)

// IsPlaceholder reports whether a folded text only stands for "not known".
func IsPlaceholder(folded string) bool {
	return folded == "" || placeholders[strings.ReplaceAll(folded, " ", "")] || sameLetter(folded)
}

// sameLetter is true of xxx, aaaa and the like.
func sameLetter(s string) bool {
	return len(s) > 2 && strings.Count(s, s[:1]) == len(s)
}

// IsPlaceholderPhone is true of numbers typed to get past a form: one digit over and
// over, or counting up or down.
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
	return nobodys[e.Local] || placeholders[e.Local] || madeUpHosts[host]
}

// nobodys are mailboxes that stand for "no mailbox".
var nobodys = map[string]bool{
	"no": true, "noreply": true, "no-reply": true, "donotreply": true, "guest": true, "gast": true, "customer": true, "kunde": true, "abuse": true, "no.email": true, "no-email": true,
}

var madeUpHosts = map[string]bool{"test": true, "none": true, "noemail": true, "nomail": true, "unknown": true, "na": true, "invalid": true, "dummy": true, "asdf": true}

var placeholders = map[string]bool{
	"test": true, "tester": true, "testing": true, "unknown": true, "none": true, "na": true, "n/a": true, "null": true, "nil": true, "nan": true, "tbd": true, "tba": true,
	"unbekannt": true, "keine": true, "kein": true, "keiner": true, "missing": true, "notknown": true, "notavailable": true, "notprovided": true, "noname": true, "nolastname": true,
	"asdf": true, "asd": true, "qwerty": true, "dummy": true, "sample": true, "anonymous": true, "noemail": true,
	"firstname": true, "lastname": true, "vorname": true, "nachname": true, "undefined": true, "deleted": true, "xx": true, "notgiven": true, "notapplicable": true, "nomail": true,
}

// IsPlaceholderCode is true of an identifying number, as Code returns it, that is
// too short, nothing but zeros, or typed to get past a form.
func IsPlaceholderCode(code string) bool {
	return code != "" && (len(code) < 4 || strings.Trim(code, "0") == "" || len(Digits(code)) == len(code) && IsPlaceholderPhone(code))
}

// IsPlaceholderZip is true of postcodes that stand for "not known", as Zip returns
// them.
func IsPlaceholderZip(zip string) bool {
	return IsPlaceholder(zip) || len(zip) >= 4 && strings.Trim(zip, "0") == "" || zip == "99999"
}

// MadeUpBirth is true of dates no living customer has, and of those that forms
// and programs fill in. The zero time is no date and not made up.
func MadeUpBirth(day time.Time) bool {
	if day.IsZero() {
		return false
	}
	y, m, d := day.Date()
	first := m == time.January && d == 1
	return y < 1000 || y >= 9000 || first && (y == 1900 || y == 1970)
}
