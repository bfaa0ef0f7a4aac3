package config

import "fmt"

// Cost is what one activity cost the company in one month.
type Cost struct {
	// The month as YYYY-MM.
	Month Month `yaml:"month" jsonschema:"required"`
	// What the money was spent on: service, visits, delivery, order handling or another word of the company's.
	Activity string `yaml:"activity" jsonschema:"required"`
	// What it cost, in the company's currency.
	Amount Amount `yaml:"amount" jsonschema:"required,minimum=0"`
	// The minutes really available for it, 80 to 85 percent of paid time; left out where it is not paid by time.
	Minutes Decimal `yaml:"minutes" jsonschema:"minimum=0"`
}

// Rate converts a currency into the company's from a day on.
type Rate struct {
	// The foreign currency.
	Currency Currency `yaml:"currency" jsonschema:"required"`
	// The first day the rate holds.
	From Date `yaml:"from" jsonschema:"required"`
	// Units of the company's currency for one unit of the foreign one.
	Rate Decimal `yaml:"rate" jsonschema:"required"`
}

// Target is what the company wants of a month.
type Target struct {
	// The month as YYYY-MM.
	Month Month `yaml:"month" jsonschema:"required"`
	// The territory it is wanted of; the whole company when territory, segment and customer are left out.
	Territory string `yaml:"territory"`
	// The business type it is wanted of.
	Segment string `yaml:"segment"`
	// The customer it is wanted of, by the number in the customer table.
	Customer string `yaml:"customer"`
	// What is to be reached: revenue or profit.
	Measure string `yaml:"measure" jsonschema:"required,enum=revenue,enum=profit"`
	// How much, in the company's currency.
	Amount Amount `yaml:"amount" jsonschema:"required"`
}

func checkRegisters(c *Config, d *decoder) {
	once(d, "costs", c.Costs, "the month and activity", func(x Cost) string {
		return fmt.Sprintf("%s %q", x.Month, x.Activity)
	})
	once(d, "rates", c.Rates, "the currency and day", func(x Rate) string {
		return fmt.Sprintf("%s %s", x.Currency, x.From)
	})
	once(d, "targets", c.Targets, "the month, measure and whom it is wanted of", func(x Target) string {
		return fmt.Sprintf("%s %q %q %q %s", x.Month, x.Territory, x.Segment, x.Customer, x.Measure)
	})
	for i, x := range c.Targets {
		checkTarget(d, x, element("targets", i))
	}
	checkServiceTargets(c, d)
	for i, rate := range c.Rates {
		checkRate(c, d, rate, element("rates", i))
	}
}

// checkTarget holds a target to one thing it is wanted of.
func checkTarget(d *decoder, x Target, path string) {
	given := ""
	for _, of := range []struct{ entry, text string }{{"territory", x.Territory}, {"segment", x.Segment}, {"customer", x.Customer}} {
		switch at := join(path, of.entry); {
		case of.text == "":
		case given != "":
			d.problemAt(d.place(at), at, "the target is of a "+given+" already", "give each a target of its own")
		default:
			given = of.entry
		}
	}
}

func checkRate(c *Config, d *decoder, rate Rate, path string) {
	if rate.Rate <= 0 {
		at := join(path, "rate")
		d.problemAt(d.place(at), at, "a rate must be above zero", "")
	}
	if rate.Currency == c.Company.Currency && rate.Currency != "" {
		at := join(path, "currency")
		d.problemAt(d.place(at), at, string(rate.Currency)+" is the company's own currency", "remove the rate")
	}
}

// once reports list elements that say again what an earlier one said. Elements that could not be read are passed over.
func once[T any](d *decoder, path string, list []T, what string, key func(T) string) {
	seen := map[string]int{}
	for i, x := range list {
		at := element(path, i)
		if d.failedBelow(at) {
			continue
		}
		if line, again := seen[key(x)]; again {
			d.problemAt(d.place(at), at, fmt.Sprintf("duplicate: %s are already given at line %d", what, line), "keep one of the two")
			continue
		}
		seen[key(x)] = d.place(at).line
	}
}
