package config

// Company is the company the reports are about.
type Company struct {
	// The name as it stands on every page and letter.
	Name string `yaml:"name" jsonschema:"required"`
	// The time zone in which days and months begin and end, by its IANA name.
	Zone Zone `yaml:"zone" jsonschema:"required"`
	// The currency of all reports, by its ISO 4217 code.
	Currency Currency `yaml:"currency" jsonschema:"required"`
	// The country of telephone numbers and addresses that name none, by its ISO 3166 code.
	Country Country `yaml:"country" jsonschema:"required"`
	// The country that does not count as international; the country above when left out.
	HomeCountry Country `yaml:"home_country"`
	// The month the fiscal year begins with, 1 to 12.
	FiscalYearStart int `yaml:"fiscal_year_start" jsonschema:"default=1,minimum=1,maximum=12"`
	// The day a week begins with.
	WeekStart string `yaml:"week_start" jsonschema:"default=monday,enum=monday,enum=sunday"`
	// How many days after a period's end bookings for it still arrive.
	LateBooking Days `yaml:"late_booking_days" jsonschema:"default=0,maximum=366"`
	// The language of the reports.
	Language string `yaml:"language" jsonschema:"default=en,enum=en"`
}
