package main

import (
	"fmt"

	"clientele/config"
	"clientele/reports/locale"
)

// localeOf is how the company wants its reports written.
func localeOf(c *config.Config) (*locale.Locale, error) {
	l, err := locale.New(locale.Options{Language: c.Company.Language, Numbers: c.Company.Numbers, Dates: c.Company.Dates, Money: c.Company.CurrencySign})
	if err != nil {
		return nil, configError{fmt.Errorf("company.language of %s: %w", c.File, err)}
	}
	return l, nil
}
