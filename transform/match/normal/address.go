package normal

import "strings"

// Address is a place for comparing.
type Address struct {
	Street string // words of the street, abbreviations written one way, without the house number; "po box" for a box
	House  string // house number with its letter, the first of a range; the name of a house without a number
	Unit   string // flat, suite, floor
	Zip    string
	City   string
}

// ParseAddress returns a place for comparing. The country says how postcodes are
// written and whether a flat stands before the house number, as in Australia; the
// region is part of no comparison.
func ParseAddress(street, street2, zip, city, region, country string) Address {
	var s Streets
	return s.Address(street, street2, zip, city, region, country)
}

// Address is ParseAddress for many, one after the other.
func (s *Streets) Address(street, street2, zip, city, region, country string) Address {
	country = Country(country)
	a := Address{Zip: Zip(zip, country), City: City(city)}
	a.Street, a.House, a.Unit = s.Parse(street, street2, country)
	if a.Zip == "" && region == "" && country != "GB" {
		a.Zip = zipInCity(city, country)
	}
	return a
}

// Place returns street, house and unit as one text, nothing without a street.
func (a Address) Place() string {
	if a.Street == "" {
		return ""
	}
	out := a.Street
	for _, s := range []string{a.House, a.Unit} {
		if s != "" {
			out += " " + s
		}
	}
	return out
}

// Zip returns a postcode for comparing: without blanks, the country's letters
// before it and the four digits that Americans may add; zeros that a spreadsheet
// lost come back where the country says how long a postcode is.
func Zip(zip, country string) string {
	z := Squeeze(strings.TrimSuffix(strings.TrimSpace(zip), ".0"))
	if z == "" {
		return ""
	}
	country = Country(country)
	z = withoutLetters(z)
	long := zipDigits[country]
	if long > 0 {
		z = withoutLetters(strings.ReplaceAll(z, "o", "0"))
	}
	if !isDigits(z) {
		return z
	}
	if dash := strings.IndexByte(zip, '-'); len(z) == 9 && (country == "US" || country == "" && dash >= 5) {
		return z[:5]
	}
	if long > 0 && len(z) == long-1 {
		z = "0" + z
	}
	return z
}

// withoutLetters cuts a country's letters from a postcode of digits: D-10115.
func withoutLetters(z string) string {
	digits := strings.TrimLeft(z, "abcdefghijklmnopqrstuvwxyz")
	if head := len(z) - len(digits); head > 0 && head <= 3 && len(digits) >= 4 && isDigits(digits) {
		return digits
	}
	return z
}

// zipDigits are countries whose postcodes have so many digits, among them such as
// begin with a zero.
var zipDigits = map[string]int{"DE": 5, "US": 5, "FR": 5, "IT": 5, "ES": 5, "FI": 5, "SE": 5, "EE": 5, "HR": 5, "TR": 5, "MX": 5, "PL": 5, "CZ": 5, "SK": 5, "GR": 5, "NO": 4, "AU": 4}

// zipInCity finds the postcode that stands before the city in one field: "D-10115
// Berlin".
func zipInCity(city, country string) string {
	first, _, more := strings.Cut(strings.TrimSpace(city), " ")
	if z := Zip(first, country); more && len(z) >= 4 && len(z) <= 5 && isDigits(z) {
		return z
	}
	return ""
}
