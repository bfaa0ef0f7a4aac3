package config

import "testing"

func TestNearest(t *testing.T) {
	names := []string{"zone", "name", "currency", "country"}
	for word, want := range map[string]string{
		"zon": "zone", "oznes": "", "curency": "currency", "curreny": "currency", "ZONE": "zone", "contry": "country",
		"xy": "", "": "", "nmae": "name", "language": "",
	} {
		if got := nearest(word, names); got != want {
			t.Errorf("nearest to %q is %q, want %q", word, got, want)
		}
	}
}
