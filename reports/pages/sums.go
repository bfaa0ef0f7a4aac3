package pages

import (
	"strconv"
	"strings"

	"clientele/reports"
)

// summed are the columns of what a check expected and found: numbers, so that they add up and can be compared.
func summed(head, help string, of func(stated) string) reports.Column[stated] {
	return reports.Measure(head, help, func(s stated) reports.Value { return controlSum(of(s)) }).Width(20)
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
