package normal

import "testing"

func at(street string) string { return ParseAddress(street, "", "", "", "", "").Place() }

func TestStreetsWrittenInTwoWays(t *testing.T) {
	cases := []struct{ rule, a, b string }{
		{"street is st", "12 Orchard Street", "12 Orchard St."},
		{"the number stands before or behind", "12 Orchard Lane", "Orchard Lane 12"},
		{"straße is str.", "Hauptstraße 5", "Hauptstr. 5"},
		{"straße apart or joined", "Haupt-Straße 5", "Hauptstr.5"},
		{"umlauts", "Münchner Straße 5", "Muenchner Str. 5"},
		{"a letter belongs to the number", "Markt 5 a", "Markt 5a"},
		{"a letter behind a dash", "Markt 5-a", "Markt 5A"},
		{"a letter before the street", "12 A High Street", "12a High St"},
		{"a flat has many names", "12 Orchard Lane Apt 3", "12 Orchard Lane, Flat 3"},
		{"a flat before the street", "Flat 3, 12 Orchard Lane", "12 Orchard Lane #3"},
		{"a flat without its comma", "Unit 3 12 Orchard Lane", "12 Orchard Lane Unit No. 3"},
		{"the flat first, in Australia", "3/12 Orchard Lane", "Unit 3, 12 Orchard Ln"},
		{"the flat behind the slash, in Austria", "Feldgasse 12/3", "Feldgasse 12 Top 3"},
		{"a range is its first number", "Feldgasse 12-14", "Feldgasse 12"},
		{"a range with blanks", "Feldgasse 12 - 14", "Feldgasse 12–14"},
		{"a comma before the number", "Via Roma, 12", "Via Roma 12"},
		{"a comma behind the number", "12, Orchard Lane", "12 Orchard Lane"},
		{"the number's mark", "Calle Mayor nº 5", "Calle Mayor 5"},
		{"the number's mark in German", "Markt Nr. 5", "Markt 5"},
		{"Spanish without calle", "Calle Mayor, 5", "Mayor 5"},
		{"Spanish avenue", "Avda. de la Constitución 5", "Avenida Constitución 5"},
		{"French articles", "12 rue de l'Église", "12, Rue l'Eglise"},
		{"French bis", "12 bis rue de la Paix", "12bis Rue de la Paix"},
		{"French boulevard", "12 bd Voltaire", "12 Boulevard Voltaire"},
		{"Italian square", "Piazza Dante 5", "P.za Dante 5"},
		{"Dutch straat", "Kerkstraat 5", "Kerkstr. 5"},
		{"Dutch addition", "Kerkstraat 12-3", "Kerkstraat 12 App. 3"},
		{"Swedish gatan", "Storgatan 5", "Stor Gatan 5"},
		{"Danish vej", "Skovvej 5", "Skov Vej 5"},
		{"Polish ulica", "ul. Polna 12 m. 5", "Polna 12/5"},
		{"points of the compass", "12 North East Main Street", "12 NE Main St"},
		{"numbers in words", "12 Fifth Avenue", "12 5th Ave"},
		{"saint", "12 Saint John's Road", "12 St. Johns Rd"},
		{"c/o is not the street", "c/o Ohm, Markt 5", "Markt 5"},
		{"a building's name beside a number", "Orchard House, 12 High Street", "12 High Street"},
		{"a box has many names", "PO Box 123", "P.O. Box 0123"},
		{"a box in German", "Postfach 12 34", "Postfach 1234"},
		{"a floor", "12 High Street, 2nd Floor", "12 High St, Floor 2"},
		{"leading zeros", "012 High Street", "12 High Street"},
		{"other scripts", "ул. Ленина, д. 12", "Lenina 12"},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			if a, b := at(c.a), at(c.b); a != b || a == "" {
				t.Errorf("%q and %q", a, b)
			}
		})
	}
}

func TestOtherStreetsStayOthers(t *testing.T) {
	for _, c := range [][2]string{
		{"5th Avenue 7", "6th Avenue 7"},
		{"12 Highway 61", "12 Highway 60"},
		{"12 Orchard Lane", "12 Orchard Road"},
		{"12 N Main St", "12 S Main St"},
		{"45-17 23rd Ave", "45-19 23rd Ave"},
		{"12 B Street", "12 C Street"},
		{"Straße des 17. Juni 135", "Straße des 17. Juni 136"},
		{"12 Orchard Lane Apt 3", "12 Orchard Lane Apt 4"},
		{"Markt 5", "Markt 5a"},
		{"C4 12", "C5 12"},
		{"100 N 200 W", "100 N 300 W"},
	} {
		if a, b := at(c[0]), at(c[1]); a == b {
			t.Errorf("%s and %s both became %q", c[0], c[1], a)
		}
	}
}

func TestParseAddress(t *testing.T) {
	cases := []struct {
		rule string
		in   [6]string
		want Address
	}{
		{"American", [6]string{"12 Main St", "Apt 4", "12345-6789", "Springfield, IL", "IL", "USA"}, Address{"main st", "12", "4", "12345", "springfield"}},
		{"the street on the second line", [6]string{"Brandstetter GmbH", "Hauptstr. 5", "D-10115", "Berlin", "", "DE"}, Address{"haupt st", "5", "", "10115", "berlin"}},
		{"a house without a number", [6]string{"Rose Cottage, Church Lane", "", "N1 9GU", "London", "", "GB"}, Address{"church ln", "rose cottage", "", "n19gu", "london"}},
		{"the street of the house in Britain", [6]string{"3 Orchard Court, 12 High Street", "", "", "Leeds", "", "UK"}, Address{"high st", "12", "", "", "leeds"}},
		{"Scottish flats", [6]string{"12/3 High Street", "", "", "", "", "GB"}, Address{"high st", "12", "3", "", ""}},
		{"the postcode in the city", [6]string{"Markt 5", "", "", "D-10115 Berlin", "", "DE"}, Address{"markt", "5", "", "10115", "berlin"}},
		{"a box beside a street", [6]string{"Markt 5", "Postfach 1234", "", "", "", ""}, Address{"markt", "5", "", "", ""}},
		{"nothing", [6]string{}, Address{}},
		{"signs only", [6]string{"--", "/", ".", "-", "", ""}, Address{}},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			if got := ParseAddress(c.in[0], c.in[1], c.in[2], c.in[3], c.in[4], c.in[5]); got != c.want {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}

func TestZip(t *testing.T) {
	for in, want := range map[[2]string]string{
		{"D-10115", ""}: "10115", {"1067", "DE"}: "01067", {"1067", "AT"}: "1067", {"2139", "US"}: "02139", {"12345-6789", ""}: "12345", {"123456789", "US"}: "12345", {"n1 9gu", "GB"}: "n19gu",
		{"K1A 0B1", "CA"}: "k1a0b1", {"1012 AB", "NL"}: "1012ab", {"10115.0", "DE"}: "10115", {"1O115", "DE"}: "10115", {"LV-1010", "LV"}: "1010", {"100-0001", "JP"}: "1000001", {"CH-8001", "CH"}: "8001", {"", "DE"}: "", {"00-950", "PL"}: "00950",
	} {
		if got := Zip(in[0], in[1]); got != want {
			t.Errorf("%q in %s became %q, want %q", in[0], in[1], got, want)
		}
	}
}

func TestCity(t *testing.T) {
	for in, want := range map[string]string{
		"München": "munchen", "Muenchen": "munchen", "Munich": "munchen", "Frankfurt a. M.": "frankfurt am main", "Frankfurt am Main": "frankfurt am main", "Frankfurt/Main": "frankfurt am main", "Frankfurt (Oder)": "frankfurt",
		"10115 Berlin": "berlin", "D-10115 Berlin": "berlin", "PARIS CEDEX 08": "paris", "Springfield, IL": "springfield", "St. Gallen": "st gallen", "Saint Paul": "st paul", "Sankt Gallen": "st gallen", "Wien": "wien", "Vienna": "wien",
		"Monaco": "monaco", "'s-Gravenhage": "den haag", "Ft. Worth": "fort worth", "": "", "(Hessen)": "hessen", "Köln": "koln", "Koeln": "koln", "Cologne": "koln", "New York City": "new york",
	} {
		if got := City(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

// What is known of words is looked up only for words without a digit at the beginning.
func TestNoKnownWordBeginsWithADigit(t *testing.T) {
	for w := range lexicon {
		if w == "" || isDigit(w[0]) || lookUp(w) == nil {
			t.Errorf("%q is not found", w)
		}
	}
}

func BenchmarkParseAddress(b *testing.B) {
	for _, c := range []struct{ name, street, zip, city string }{{"plain", "12 Orchard Lane", "12345", "Springfield"}, {"German", "Hauptstraße 12-14", "10115", "Berlin"}, {"with a flat", "Flat 3, 12 Orchard Lane", "N1 9GU", "London"}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			var s Streets
			for b.Loop() {
				s.Address(c.street, "", c.zip, c.city, "", "")
			}
		})
	}
}
