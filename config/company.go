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
	// The language of the reports, by its tag. English is there; another is one file of texts in the program.
	Language string `yaml:"language" jsonschema:"default=en"`
	// How sentences and mails write numbers: point for 1,234.5, comma for 1.234,5, space for 1 234,5, apostrophe for 1’234.5. In
	// cells the reader's Excel decides.
	Numbers string `yaml:"numbers" jsonschema:"default=point,enum=point,enum=comma,enum=space,enum=apostrophe"`
	// How days are written: words for 31 Oct 2026, dots for 31.10.2026, slashes for 31/10/2026, american for 10/31/2026, iso for
	// 2026-10-31.
	Dates string `yaml:"dates" jsonschema:"default=words,enum=words,enum=dots,enum=slashes,enum=american,enum=iso"`
	// Where the sign of the currency stands: before for € 5, after for 5 €.
	CurrencySign string `yaml:"currency_sign" jsonschema:"default=before,enum=before,enum=after"`
}
