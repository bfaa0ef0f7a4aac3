package normal

import (
	"testing"
	"time"
)

func TestIsPlaceholderPhone(t *testing.T) {
	for in, want := range map[string]bool{"0000000": true, "1234567": true, "01234567890": true, "9876543": true, "555555555": true, "": true, "12345": true, "0305556677": false, "4930123456": true, "491741234567": false} {
		if got := IsPlaceholderPhone(in); got != want {
			t.Errorf("%s: %v, want %v", in, got, want)
		}
	}
}

func TestIsPlaceholder(t *testing.T) {
	for in, want := range map[string]bool{"": true, "N/A": true, "unknown": true, "xxx": true, "Test": true, "k.A.": true, "Anna": false, "Lee": false, "Testa": false, "Ng": false, "Unger": false} {
		if got := IsPlaceholderName(Fold(in)); got != want {
			t.Errorf("%q: %v, want %v", in, got, want)
		}
	}
	for _, in := range []string{"Max Mustermann", "John Doe", "Mustermann, Max", "Test User"} {
		if !IsPlaceholderPerson(PersonName("", in, "", "", "", "")) {
			t.Errorf("%s is somebody", in)
		}
	}
	if IsPlaceholderPerson(PersonName("", "Max Wendler", "", "", "", "")) {
		t.Error("Max Wendler is nobody")
	}
	for in, want := range map[string]bool{"Privat": true, "n/a": true, "self-employed": true, "Privatbank": false, "Brandstetter": false} {
		if got := IsPlaceholderCompany(Company(in)); got != want {
			t.Errorf("company %s: %v, want %v", in, got, want)
		}
	}
	for in, want := range map[string]bool{"same as above": true, "unknown": true, "12 Main Street": false} {
		street, _, _ := new(Streets).Parse(in, "", "")
		if got := IsPlaceholderStreet(street); got != want {
			t.Errorf("street %s: %v, want %v", in, got, want)
		}
	}
}

func TestMadeUpBirth(t *testing.T) {
	for in, want := range map[string]bool{
		"0001-01-01": true, "1900-01-01": true, "1970-01-01": true, "9999-12-31": true, "2999-01-01": true, "1899-12-30": true, "1753-01-01": true, "1111-11-11": true,
		"1630-04-05": false, "1899-03-04": false, "1900-01-02": false, "1970-02-01": false, "2000-01-01": false, "1980-01-01": false, "2024-02-29": false,
	} {
		day, err := time.Parse(time.DateOnly, in)
		if err != nil {
			t.Fatal(err)
		}
		if got := MadeUpBirth(day); got != want {
			t.Errorf("%s: %v, want %v", in, got, want)
		}
	}
}

func TestEveryPlaceholderIsFound(t *testing.T) {
	for w := range placeholders {
		if !IsPlaceholder(w) || !IsPlaceholder(w[:1]+" "+w[1:]) {
			t.Errorf("%s is none", w)
		}
	}
}
