package config

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// Percent is a share between nothing and the whole, in millionths of the whole: 12.5% is 125,000.
type Percent int64

// wholePercent is 100%.
const wholePercent Percent = 1_000_000

// Share is the percentage as a fraction of one: 12.5% is 0.125.
func (p Percent) Share() float64 { return float64(p) / float64(wholePercent) }

// decodeNode reads "12.5%" or a fraction below one. A bare 1 or more is refused: nobody can tell 1% from 100%.
func (p *Percent) decodeNode(d *decoder, n *yaml.Node, path string) {
	text, ok := d.text(n, path)
	if !ok {
		return
	}
	digits, percent := strings.CutSuffix(text, "%")
	places := 6
	if percent {
		digits, places = strings.TrimRight(digits, " "), 4
	}
	share, err := scaled(digits, places)
	switch {
	case err != nil:
		d.problem(n, path, "a percentage is expected here: "+err.Error(), "such as 12.5% or 0.125")
	case !percent && Percent(share) >= wholePercent:
		d.problem(n, path, text+" without a percent sign is more than the whole or unclear",
			"write "+text+"% or a fraction such as 0.125")
	case share < 0 || Percent(share) > wholePercent:
		d.problem(n, path, text+" is not between 0% and 100%", "")
	default:
		*p = Percent(share)
	}
}
