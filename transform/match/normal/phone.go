package normal

import (
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// Phone returns a number for comparing: E.164 where it can be a number of the
// country, otherwise its last ten digits, nothing for fewer than six.
func Phone(raw, country string) string {
	if n := dial(raw, country); len(n) > 6 {
		return n
	}
	return phone(raw, country)
}

func phone(raw, country string) string {
	digits := Digits(Fold(raw))
	if len(digits) < 6 {
		return ""
	}
	if country == "" {
		country = "ZZ"
	}
	n, err := phonenumbers.Parse(strings.TrimSpace(raw), country)
	if err == nil && phonenumbers.IsPossibleNumber(n) {
		if s := phonenumbers.Format(n, phonenumbers.E164); len(s) > 6 { // an extension is no number
			return s
		}
		return ""
	}
	return digits[max(0, len(digits)-10):]
}

// PhoneShown returns a number for showing: E.164 where it is a valid number of the
// country, otherwise as written, without blanks around it.
func PhoneShown(raw, country string) string {
	raw = strings.TrimSpace(raw)
	if country == "" {
		country = "ZZ"
	}
	n, err := phonenumbers.Parse(raw, country)
	if err != nil || !phonenumbers.IsValidNumber(n) || n.GetExtension() != "" {
		return raw
	}
	return phonenumbers.Format(n, phonenumbers.E164)
}
