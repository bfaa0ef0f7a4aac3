package warehouse

import (
	"errors"
	"math"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
)

func TestColumnNames(t *testing.T) {
	for field, want := range map[string]string{"ID": "id", "AsideSum": "aside_sum", "Kind": "kind", "AsOf": "as_of", "RunID": "run_id"} {
		if have := column(field); have != want {
			t.Errorf("%s: %s, want %s", field, have, want)
		}
	}
}

func TestAFieldOfAnotherTypeIsRefused(t *testing.T) {
	if _, err := formOf(extract.Field{Name: "share", Ptr: new(float64)}); err == nil || !strings.Contains(err.Error(), "share") {
		t.Error(err)
	}
}

func TestAColumnThatDoesNotFitIsAnError(t *testing.T) {
	tests := []struct {
		name   string
		ptr    any
		column any
	}{
		{"a number for a text", new(string), int64(1)},
		{"nothing for a text", new(string), nil},
		{"a text for a number", new(int64), "1"},
		{"nothing for a number that must be known", new(extract.Money), nil},
		{"a float", new(extract.Money), 1.5},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, _ := test.ptr.(*string)
			c := cell{field: extract.Field{Name: "net", Ptr: test.ptr}, text: text, words: &words{}}
			if err := c.Scan(test.column); err == nil {
				t.Error("taken")
			}
		})
	}
}

func TestAmountsDoNotRunOver(t *testing.T) {
	most, least := transform.Money(math.MaxInt64), transform.Money(math.MinInt64)
	for _, test := range []struct {
		a, b transform.Money
		ok   bool
	}{{1, 2, true}, {most, 0, true}, {most, 1, false}, {least, -1, false}, {most, least, true}, {-1, least, false}, {least, 0, true}, {-5, 5, true}} {
		if _, err := plus(test.a, test.b); errors.Is(err, errTooMuch) == test.ok {
			t.Errorf("%d and %d: %v", test.a, test.b, err)
		}
	}
}
