package pages

import (
	"strconv"
	"strings"

	"clientele/reports"
)

// summed are the columns of what a check expected and found: numbers of one kind, so that they add up and can be compared,
// or words where they are none.
func summed(k reports.Kind, head, help string, of func(stated) string) reports.Column[stated] {
	if !k.Numeric() {
		return reports.Text(head, help, of).Width(20)
	}
	return reports.Values(k, head, help, func(s stated) reports.Value { return controlSum(of(s)) }).Width(20)
}

// controlSum reads a control total as checks write it: amounts with their decimals, counts without. What is neither stays
// as it is written.
func controlSum(text string) reports.Value {
	whole, part, amount := strings.Cut(text, ".")
	if len(part) > 4 {
		return reports.TextValue(text)
	}
	n, err := strconv.ParseInt(whole+part+strings.Repeat("0", 4-len(part)), 10, 64)
	switch {
	case err != nil || whole == "" || amount && part == "":
		return reports.TextValue(text)
	case amount:
		return reports.MoneyCentsValue(n)
	}
	return reports.CountValue(n / 10_000)
}
