package normal

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/nyaruka/phonenumbers"
)

// regions are all the library knows, in order.
func regions() (out []string) {
	for r := range phonenumbers.GetSupportedRegions() {
		out = append(out, r)
	}
	slices.Sort(out)
	return append(out, "", "XX")
}

// strewn puts what separates digits between them.
func strewn(rng *rand.Rand, digits string) string {
	out := []byte{}
	for i := range len(digits) {
		if rng.IntN(6) == 0 {
			out = append(out, " -()./"[rng.IntN(6)])
		}
		out = append(out, digits[i])
	}
	return []string{"", "+", "00", "0", " ", "011"}[rng.IntN(6)] + string(out)
}

func TestNumberDialledPlainlyIsTheLibrarys(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, region := range regions() {
		var starts []string
		for _, kind := range []phonenumbers.PhoneNumberType{phonenumbers.FIXED_LINE, phonenumbers.MOBILE, phonenumbers.TOLL_FREE} {
			if n := phonenumbers.GetExampleNumberForType(region, kind); n != nil {
				starts = append(starts, phonenumbers.Format(n, phonenumbers.E164)[1:], phonenumbers.GetNationalSignificantNumber(n))
			}
		}
		for range 150 {
			digits := make([]byte, 3+rng.IntN(16))
			for i := range digits {
				digits[i] = byte('0' + rng.IntN(10))
			}
			raw := string(digits)
			if len(starts) > 0 && rng.IntN(2) == 0 {
				raw = starts[rng.IntN(len(starts))]
				if cut := rng.IntN(4); cut > 0 {
					raw = raw[:max(len(raw)-cut, 1)] + string(digits[:rng.IntN(3)])
				}
			}
			raw = strewn(rng, raw)
			if n := dial(raw, region); len(n) > 6 {
				if want := phone(raw, region); n != want {
					t.Errorf("%q in %s: %q, the library says %q", raw, region, n, want)
				}
			}
		}
	}
}

func TestNumbersOfMostCountriesAreDialledPlainly(t *testing.T) {
	for _, region := range []string{"AT", "BE", "CA", "CH", "CZ", "DE", "DK", "ES", "FR", "GB", "IE", "IN", "IT", "NL", "PL", "SE", "US"} {
		n := phonenumbers.GetExampleNumberForType(region, phonenumbers.FIXED_LINE)
		for _, form := range []phonenumbers.PhoneNumberFormat{phonenumbers.NATIONAL, phonenumbers.INTERNATIONAL} {
			raw := phonenumbers.Format(n, form)
			if got, want := dial(raw, region), phonenumbers.Format(n, phonenumbers.E164); got != want {
				t.Errorf("%s in %s: %q, want %q", raw, region, got, want)
			}
		}
	}
}

func FuzzDial(f *testing.F) {
	f.Add("+49 (0) 30 1234567", "DE")
	f.Add("0043 1 5322-0", "DE")
	f.Add("1-800-555-0199", "US")
	f.Add("020 7946 0018", "GB")
	f.Add("000000", "FR")
	f.Fuzz(func(t *testing.T, raw, region string) {
		if got, want := dial(raw, region), phone(raw, region); len(got) > 6 && got != want {
			t.Errorf("%q in %q: %q, the library says %q", raw, region, got, want)
		}
	})
}

func BenchmarkPhone(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Phone("030 / 1234567", "DE")
		Phone("+49 171 1234567", "DE")
	}
}

func BenchmarkPhoneByTheLibrary(b *testing.B) {
	for b.Loop() {
		phone("030 / 1234567", "DE")
		phone("+49 171 1234567", "DE")
	}
}
