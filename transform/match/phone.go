package match

import (
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// readPhone returns a number for comparing: E.164 where it can be a number of the
// country, otherwise its last ten digits, nothing for fewer than six.
func readPhone(raw, country string) string {
	digits := onlyDigits(fold(raw))
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
