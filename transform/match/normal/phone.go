package normal

import (
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// Phone returns a number for comparing: E.164 where it can be a number of the
// country (two letters, or a name that Country knows), otherwise its last ten
// digits, nothing for fewer than six. Of several numbers in one field it takes the
// first; an extension is left out.
func Phone(raw, country string) string {
	if strings.ContainsAny(raw, ";,|/&\no") || len(raw) > 40 {
		raw = firstNumber(raw)
	}
	country = Country(country)
	if s := dial(raw, country); len(s) > 6 {
		return s
	}
	return phone(raw, country)
}

// phone is Phone by asking the library, for one number and two letters.
func phone(raw, country string) string {
	digits := Digits(asDigits(raw))
	if len(digits) < 6 {
		return ""
	}
	if s := international(raw, digits, country); s != "" {
		if len(s) > 6 {
			return s
		}
		return "" // the rest was an extension
	}
	return digits[max(0, len(digits)-10):]
}

// international asks the library for E.164; nothing where it cannot be a number.
func international(raw, digits, country string) string {
	if country == "" {
		if !strings.ContainsAny(raw, "+＋") && !strings.HasPrefix(digits, "00") {
			return ""
		}
		country = "ZZ"
		if !strings.ContainsAny(raw, "+＋") {
			raw = "+" + digits[2:]
		}
	}
	n, err := phonenumbers.Parse(strings.TrimSpace(raw), country)
	if err != nil || !phonenumbers.IsPossibleNumber(n) {
		return ""
	}
	return phonenumbers.Format(n, phonenumbers.E164)
}

// PhoneShown returns a number for showing: E.164 where it is a valid number of the
// country, otherwise as written, without blanks around it.
func PhoneShown(raw, country string) string {
	raw = strings.TrimSpace(raw)
	region := Country(country)
	if region == "" {
		region = "ZZ"
	}
	n, err := phonenumbers.Parse(raw, region)
	if err != nil || !phonenumbers.IsValidNumber(n) || n.GetExtension() != "" {
		return raw
	}
	return phonenumbers.Format(n, phonenumbers.E164)
}

// asDigits folds a number that is written in other digits than ours.
func asDigits(raw string) string {
	if plain(raw) {
		return raw
	}
	return Fold(raw)
}

// firstNumber takes one number of a field that holds several: "030 5556677 / 0171
// 2345678", "030 5556677 or 88". A slash after an area code parts nothing.
func firstNumber(raw string) string {
	raw = strings.TrimSpace(raw[:min(len(raw), Longest)])
	enough := 9
	if strings.HasPrefix(raw, "+") || strings.HasPrefix(raw, "00") {
		enough += 2
	}
	digits := 0
	for i := range len(raw) {
		if isDigit(raw[i]) {
			digits++
		}
		if n := parting(raw[i:]); n > 0 && digits >= enough-2 && !extension(raw[i:]) {
			rest := strings.TrimLeft(raw[i+n:], " (")
			more := len(Digits(rest))
			anew := rest != "" && (rest[0] == '0' || rest[0] == '+')
			if more >= 6 && (anew || digits >= enough) || more <= 2 && digits >= enough {
				return strings.TrimSpace(raw[:i])
			}
		}
	}
	return raw
}

// parting returns how long the sign is that parts two numbers here, 0 for none.
func parting(s string) int {
	if strings.IndexByte(";,|/&\n", s[0]) >= 0 {
		return 1
	}
	for _, word := range []string{" or ", " oder ", " ou ", " o "} {
		if strings.HasPrefix(s, word) {
			return len(word)
		}
	}
	return 0
}

// extension reports whether what follows a number is where to ring on rather than
// a second number: ",,12" or ";ext=12".
func extension(s string) bool {
	return strings.HasPrefix(s, ",,") || strings.Contains(strings.ToLower(s), "ext")
}
