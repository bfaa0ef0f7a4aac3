package config

import (
	"errors"
	"fmt"
	"math/big"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Amount is money in 1/10,000 of the currency's unit: 12.5 euros are 125,000.
type Amount int64

func (a *Amount) decodeNode(d *decoder, n *yaml.Node, path string) {
	if text, ok := d.text(n, path); ok {
		amount, err := scaled(text, 4)
		if err != nil {
			d.problem(n, path, "an amount is expected here: "+err.Error(), "such as 1234.50")
			return
		}
		*a = Amount(amount)
	}
}

// Decimal is an exact number in 1/100,000,000: exchange rates, minutes.
type Decimal int64

func (x *Decimal) decodeNode(d *decoder, n *yaml.Node, path string) {
	if text, ok := d.text(n, path); ok {
		number, err := scaled(text, 8)
		if err != nil {
			d.problem(n, path, "a decimal number is expected here: "+err.Error(), "such as 1.0834")
			return
		}
		*x = Decimal(number)
	}
}

var (
	decimalNumber = regexp.MustCompile(`^[+-]?(0|[1-9][0-9]*)(\.([0-9]+))?$`)
	errSeparators = errors.New("it has thousands separators or a decimal comma; write digits with a point")
	errNoNumber   = errors.New("it is not written as digits with an optional point")
)

// scaled reads a decimal number as a whole number of 10^-places. It refuses what would have to be rounded or guessed.
func scaled(text string, places int) (int64, error) {
	match := decimalNumber.FindStringSubmatch(text)
	switch {
	case match == nil && strings.ContainsAny(text, ",' "):
		return 0, errSeparators
	case match == nil:
		return 0, errNoNumber
	case len(match[3]) > places:
		return 0, decimalsError(places)
	}
	whole, _, _ := strings.Cut(text, ".")
	number, ok := new(big.Int).SetString(whole+match[3]+strings.Repeat("0", places-len(match[3])), 10)
	if !ok || !number.IsInt64() {
		return 0, errors.New("it is too large")
	}
	return number.Int64(), nil
}

func decimalsError(places int) error {
	return fmt.Errorf("it has more than %d decimals", places)
}
