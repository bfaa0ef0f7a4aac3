package config

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/currency"
	"golang.org/x/text/language"
)

// Currency is a currency people pay with, by its ISO 4217 code.
type Currency string

func (c *Currency) decodeNode(d *decoder, n *yaml.Node, path string) {
	code, ok := d.line(n, path)
	if !ok {
		return
	}
	if !tender(code) {
		hint := "an ISO 4217 code such as EUR or USD"
		if tender(strings.ToUpper(code)) {
			hint = "write " + strings.ToUpper(code)
		}
		d.problem(n, path, "unknown currency "+quote(code), hint)
		return
	}
	*c = Currency(code)
}

// tender tells whether people pay or paid with it: not test codes, gold or fund units.
func tender(code string) bool {
	for all := currency.Query(currency.Historical); all.Next(); {
		if all.Unit().String() == code {
			return true
		}
	}
	return false
}

// Country is a country by its ISO 3166 code of two letters.
type Country string

func (c *Country) decodeNode(d *decoder, n *yaml.Node, path string) {
	code, ok := d.line(n, path)
	if !ok {
		return
	}
	region, err := language.ParseRegion(code)
	known := err == nil && region.IsCountry() && len(code) == 2
	if canonical := region.Canonicalize().String(); known && canonical != code {
		d.problem(n, path, quote(code)+" is not how ISO 3166 writes this country", "write "+canonical)
		return
	}
	if !known {
		d.problem(n, path, "unknown country "+quote(code), "an ISO 3166 code of two letters such as DE or US")
		return
	}
	*c = Country(code)
}

// quote puts a text of the file into a problem without letting it break the line.
func quote(text string) string { return strconv.Quote(text) }
