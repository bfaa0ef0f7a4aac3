package config

import (
	"fmt"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"
)

// Cadence is how often something is done anew: after calendar months or after days, never when both are zero.
type Cadence struct {
	Months int
	Days   int
}

// leastDays is the shortest cadence: what is learnt every week says more about the week than about the records.
const leastDays = 28

func cadences() []string { return []string{"never", "monthly", "quarterly", "yearly"} }

// String is the cadence as it is written.
func (x Cadence) String() string {
	switch {
	case x.Days > 0:
		return fmt.Sprintf("%d days", x.Days)
	case x.Months == 1:
		return "monthly"
	case x.Months == 3:
		return "quarterly"
	case x.Months == 12:
		return "yearly"
	}
	return "never"
}

func (x *Cadence) decodeNode(d *decoder, n *yaml.Node, path string) {
	text, ok := d.text(n, path)
	if !ok {
		return
	}
	if text != "" && unicode.IsDigit(rune(text[0])) {
		x.days(d, n, path)
		return
	}
	months, known := map[string]int{"never": 0, "monthly": 1, "quarterly": 3, "yearly": 12}[text]
	if !known {
		d.problem(n, path, quote(text)+" is not known", cadenceHint(text))
		return
	}
	*x = Cadence{Months: months}
}

func cadenceHint(text string) string {
	if near := nearest(text, cadences()); near != "" {
		return "did you mean " + near + "?"
	}
	return "one of " + strings.Join(cadences(), ", ") + ", or a number of days such as 180 days"
}

func (x *Cadence) days(d *decoder, n *yaml.Node, path string) {
	var days Days
	before := len(d.problems.List)
	days.decodeNode(d, n, path)
	if len(d.problems.List) > before {
		return
	}
	if days < leastDays {
		d.problem(n, path, quote(n.Value)+" is too often", fmt.Sprintf("at least %d days: what is learnt more often follows chance", leastDays))
		return
	}
	*x = Cadence{Days: int(days)}
}

// letters counts what is left of a text where it is compared, digits its digits.
func letters(text string) int {
	return count(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

func digits(text string) int { return count(text, unicode.IsDigit) }

func count(text string, is func(rune) bool) (n int) {
	for _, r := range text {
		if is(r) {
			n++
		}
	}
	return n
}
