package locale

import (
	"regexp"
	"strconv"
	"strings"

	"clientele/reports"
)

// written is a number as pages write it, with what stands before and behind it: an arrow, a sign, a currency, a unit.
var written = regexp.MustCompile(`^([▲▼=] )?((?:[−+-][\x{00a0}\x{202f}]?)?)(?:([^\d\s\x{00a0}.,%()]{1,4})\x{00a0})?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:\x{00a0}(\D{1,3}))?$`)

// number writes a number in the company's way; false where the text is none.
func (l *Locale) number(text string) (string, bool) {
	m := written.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	unit := m[6]
	if said, ok := l.exact[unit]; ok && unit != "" {
		unit = said
	}
	n := l.separated(m[4], strings.TrimPrefix(m[5], "."))
	if unit != "" {
		n += reports.NBSP + unit
	}
	switch {
	case m[3] == "":
		return m[1] + m[2] + n, true
	case l.o.Money == "after":
		return m[1] + m[2] + n + reports.NBSP + m[3], true
	}
	return m[1] + m[2] + m[3] + reports.NBSP + n, true
}

// separated writes digits with the company's marks between thousands and before decimals.
func (l *Locale) separated(whole, decimals string) string {
	thousands, point := ",", "."
	switch l.o.Numbers {
	case "comma":
		thousands, point = ".", ","
	case "space":
		thousands, point = "\u202f", ","
	case "apostrophe":
		thousands, point = "’", "."
	}
	whole = strings.ReplaceAll(whole, ",", thousands)
	if decimals == "" {
		return whole
	}
	return whole + point + decimals
}

// scaled is a unit of money that stands without a number, in the words of the language: "€ k".
func (l *Locale) scaled() *regexp.Regexp {
	var words []string
	for _, w := range []string{"k", "M", "bn"} {
		if said := l.exact[w]; said != "" && said != w {
			words = append(words, regexp.QuoteMeta(said))
		}
		words = append(words, w)
	}
	return regexp.MustCompile(`([¤€£$¥₹₩])([ \x{00a0}])(` + strings.Join(words, "|") + `)(\PL|$)`)
}

// whole is the number a count is written for.
func whole(s string) int {
	n, err := strconv.Atoi(strings.ReplaceAll(s, ",", ""))
	if err != nil {
		return 0
	}
	return n
}
