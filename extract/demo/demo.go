// Package demo invents a company: Northgate Foodservice Supply, a food wholesaler
// that sells to restaurants, hotels, caterers and private households, and keeps
// its records in a shop, a billing and a helpdesk database of three different
// shapes.
//
// It holds the people and firms, what they do month by month, the noise with
// which three departments write them down, and the truth about who is who. The
// same options always give the same rows. Reading the databases back is the work
// of extract/source; finding out who is who is that of transform/match.
package demo

import (
	"fmt"
	"time"
	_ "time/tzdata" // the company's zone must be known on every machine

	"clientele/extract"
)

// ZoneName is the zone the company lives in.
const ZoneName = "Europe/Berlin"

// Currency is what the company keeps its books in.
const Currency = "EUR"

// Options say how large a company to invent.
type Options struct {
	Seed      uint64      // another seed, another company
	Customers int         // firms and persons with an account; default 4,000
	Months    int         // how many months of data; default 36
	AsOf      extract.Day // the day after the last data; default 2026-11-01
	Orders    float64     // orders per customer over the whole time; 0 is the natural 20 to 30 of 36 months
}

// A Company is an invented company. Its parties are in memory; what they did is
// generated anew, month by month, whenever it is written.
type Company struct {
	opts      Options
	calendar  *calendar
	products  []product
	customers []customer
	guests    []guest
	prospects []prospect
	truth     []Identity
}

// Generate invents the company that the options ask for.
func Generate(o Options) (*Company, error) {
	o = o.filled()
	if err := o.check(); err != nil {
		return nil, err
	}
	zone, err := time.LoadLocation(ZoneName)
	if err != nil {
		return nil, fmt.Errorf("load zone %s: %w", ZoneName, err)
	}
	c := &Company{opts: o, calendar: newCalendar(o.start(), o.AsOf, zone)}
	c.products = catalog(o.Seed)
	newRegistrar(c).register()
	return c, nil
}

// Options returns the options the company was made with, defaults filled in.
func (c *Company) Options() Options { return c.opts }

func (o Options) filled() Options {
	if o.Customers == 0 {
		o.Customers = 4000
	}
	if o.Months == 0 {
		o.Months = 36
	}
	if o.AsOf == 0 {
		o.AsOf = extract.Date(2026, time.November, 1)
	}
	return o
}

func (o Options) check() error {
	switch {
	case o.Customers < 20 || o.Customers > 5_000_000:
		return fmt.Errorf("customers %d: choose 20 to 5,000,000", o.Customers)
	case o.Months < 3 || o.Months > 120:
		return fmt.Errorf("months %d: choose 3 to 120", o.Months)
	case o.Orders < 0 || o.Orders > 1000:
		return fmt.Errorf("orders per customer %g: choose 0 to 1,000", o.Orders)
	case o.AsOf < extract.Date(2005, time.January, 1) || o.AsOf > extract.Date(2099, time.January, 1):
		return fmt.Errorf("as-of day %s: choose 2005-01-01 to 2099-01-01", o.AsOf)
	}
	return nil
}

// start returns the first day with data.
func (o Options) start() extract.Day { return o.AsOf.AddMonths(-o.Months) }
