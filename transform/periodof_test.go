package transform

import (
	"testing"
	"time"

	"clientele/extract"
)

func TestEveryPeriodIsFoundByItsKey(t *testing.T) {
	for day := extract.Date(2024, time.January, 1); day < extract.Date(2027, time.January, 1); day++ {
		for _, kind := range []string{Weekly, Monthly} {
			want := Ending(day, kind)
			if got, err := PeriodOf(want.Key()); err != nil || got != want {
				t.Fatalf("%s is %v, want %v: %v", want.Key(), got, want, err)
			}
		}
	}
	for _, key := range []string{"", "to-", "week-to-tomorrow", "2026", "October"} {
		if got, err := PeriodOf(key); err == nil {
			t.Errorf("%q is %v", key, got)
		}
	}
}
