package config

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Expectation is where a key figure of a report has to lie. What is given of min, max, within and band is judged each
// for itself.
type Expectation struct {
	// The report whose figure it is.
	Report string `yaml:"report" jsonschema:"required,enum=sales,enum=marketing,enum=operations"`
	// The key figure by its name: see Gates in the runbook.
	Figure string `yaml:"figure" jsonschema:"required"`
	// Of this territory's workbook alone; of the whole company when left out.
	Territory string `yaml:"territory"`
	// Of this rep's workbook alone.
	Rep string `yaml:"rep"`
	// The least it may be: a number, or a share for figures that are one.
	Min *Level `yaml:"min"`
	// The most it may be.
	Max *Level `yaml:"max"`
	// By how much of the figure it is compared with it may differ.
	Within Percent `yaml:"within"`
	// What within compares with: the period before, the same period a year ago, or the median of the periods of band.
	Against string `yaml:"against" jsonschema:"default=previous,enum=previous,enum=last_year,enum=history"`
	// The band it usually lies in, from its own past.
	Band *Band `yaml:"band"`
	// What comes of a figure elsewhere: the report is held, or goes out with a warning.
	OnFail string `yaml:"on_fail" jsonschema:"default=warn,enum=warn,enum=hold"`
	// Why it is expected, in a sentence readers are shown.
	Why Text `yaml:"why"`
}

// Band is the range a figure usually lies in: the median of its past, plus and minus so many scaled median absolute
// deviations.
type Band struct {
	// How many periods before make its past.
	Periods int `yaml:"periods" jsonschema:"default=12,minimum=2,maximum=120"`
	// How many of them must have been reported; with fewer it is not judged.
	AtLeast int `yaml:"at_least" jsonschema:"default=6,minimum=2,maximum=120"`
	// How many deviations wide the band is to either side.
	Width Level `yaml:"width" jsonschema:"default=3"`
	// The band reaches at least this share of the median to either side.
	Narrowest Percent `yaml:"narrowest" jsonschema:"default=5%"`
}

// Usually is the band when nothing is said.
func Usually() Band { return Band{Periods: 12, AtLeast: 6, Width: 3, Narrowest: 50_000} }

// Level is a number or, with a percent sign, a share.
type Level float64

func (x *Level) decodeNode(d *decoder, n *yaml.Node, path string) {
	text, ok := d.text(n, path)
	if !ok {
		return
	}
	digits, percent := strings.CutSuffix(text, "%")
	whole := 1e4
	if percent {
		digits, whole = strings.TrimRight(digits, " "), 1e6
	}
	number, err := scaled(digits, 4)
	if err != nil {
		d.problem(n, path, "a number is expected here: "+err.Error(), "such as 120000, 4.25 or 12.5%")
		return
	}
	*x = Level(float64(number) / whole)
}

// FigureNames lists the key figures of a report that may be expected somewhere.
func FigureNames(report string) []string {
	switch report {
	case "sales":
		return []string{
			"revenue", "orders", "revenue_12_months", "orders_12_months", "active", "period_profit", "profit", "revenue_at_risk", "accounts_at_risk",
			"open_complaints", "contracts_met",
		}
	case "marketing":
		return []string{
			"revenue", "revenue_12_months", "orders_12_months", "period_profit", "profit", "active", "accounts_at_risk", "attrition", "lifetime_value",
			"categories", "satisfaction",
		}
	case "operations":
		return []string{"rows_read", "rejected_rows", "customers", "review_pairs", "duration"}
	}
	return nil
}

// checkExpectation refuses what could never be judged.
func checkExpectation(c *Config, d *decoder, e Expectation, path string) {
	if d.failedBelow(path) {
		return
	}
	if at := join(path, "figure"); !slices.Contains(FigureNames(e.Report), e.Figure) {
		d.problemAt(d.place(at), at, "the "+e.Report+" report has no figure "+quote(e.Figure), meant(e.Figure, FigureNames(e.Report)))
	}
	if e.Min == nil && e.Max == nil && e.Within == 0 && e.Band == nil {
		d.problemAt(d.place(path), path, "nothing is expected of the figure", "give min, max, within or band")
	}
	if e.Min != nil && e.Max != nil && *e.Min > *e.Max {
		at := join(path, "max")
		d.problemAt(d.place(at), at, "is below min", "")
	}
	d.unwanted(join(path, "against"), "says what within compares with, which is not given", e.Within == 0)
	checkBand(d, e.Band, join(path, "band"))
	checkReader(c, d, e, path)
}

func checkBand(d *decoder, b *Band, path string) {
	if b == nil {
		return
	}
	if b.AtLeast > b.Periods {
		at := join(path, "at_least")
		d.problemAt(d.place(d.given(at, path)), at, fmt.Sprintf("%d of %d periods can never have been reported", b.AtLeast, b.Periods), "")
	}
	if b.Width <= 0 {
		at := join(path, "width")
		d.problemAt(d.place(at), at, "a band needs some width", "such as 3")
	}
}

// checkReader refuses figures that nobody is sent: what nobody was sent has no past, and warns nobody.
func checkReader(c *Config, d *decoder, e Expectation, path string) {
	report := c.Reports.Find(e.Report)
	if report == nil || d.failedBelow("reports") {
		return
	}
	mine := func(r Recipient) bool { return r.Territory == e.Territory && r.Rep == e.Rep }
	byRecord := report.ToReps == "customers" && e.Rep != "" || report.ToReps == "territory" && e.Territory != "" && e.Rep == ""
	if byRecord || len(report.Recipients) == 0 || slices.ContainsFunc(report.Recipients, mine) {
		return
	}
	whose := "the whole company"
	if e.Territory != "" || e.Rep != "" {
		whose = strings.TrimSpace(e.Territory + " " + e.Rep)
	}
	d.problemAt(d.place(path), path, "nobody is sent the "+e.Report+" report of "+whose+", so its figures are not kept",
		"name a territory and rep that a recipient has")
}
