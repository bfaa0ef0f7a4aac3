package transform_test

import (
	"reflect"
	"testing"

	"clientele/extract"
	"clientele/transform"
)

// values counts the plain values of a struct, those of structs inside it too.
func values(t reflect.Type) int {
	if t.Kind() != reflect.Struct || t.Name() == "" || (t.NumField() == 2 && t.Field(1).Name == "Known") {
		return 1
	}
	n := 0
	for i := range t.NumField() {
		n += values(t.Field(i).Type)
	}
	return n
}

func TestEveryFigureIsAColumn(t *testing.T) {
	var f transform.Figures
	fields := f.Fields()
	if want := values(reflect.TypeOf(f)); len(fields) != want {
		t.Errorf("%d columns for %d figures", len(fields), want)
	}
	names, places := map[string]bool{}, map[any]bool{}
	for _, c := range fields {
		if names[c.Name] || places[c.Ptr] || c.Help == "" {
			t.Errorf("column %q is there twice or has no help", c.Name)
		}
		names[c.Name], places[c.Ptr] = true, true
		switch c.Ptr.(type) {
		case *string, *transform.Money, *extract.Decimal, *transform.Day, *extract.Instant, *int64, *bool,
			*extract.Opt[transform.Money], *extract.Opt[extract.Decimal], *extract.Opt[int64]:
		default:
			t.Errorf("column %q has a type that stores do not know: %T", c.Name, c.Ptr)
		}
	}
	if fields[0].Name != "id" {
		t.Error("the id is not the first column")
	}
}

func TestMonthsComeBack(t *testing.T) {
	for _, places := range []int64{0, 2, 3} {
		sums := make([]transform.Money, transform.SeriesMonths)
		sums[0], sums[24] = -7*extract.Unit, 12*extract.Unit
		f := transform.FiguresSeries{Months: transform.PackMonths(sums, places), Places: places}
		for i, m := range f.Monthly() {
			if m != sums[i] {
				t.Errorf("month %d is %v, want %v", i, m, sums[i])
			}
		}
	}
}

func TestScopesSelect(t *testing.T) {
	f := transform.Figures{FiguresWho: transform.FiguresWho{Rep: "ann"}}
	for _, c := range []struct {
		name  string
		scope transform.Scope
		want  bool
	}{
		{"the whole company sees everybody", transform.Scope{}, true},
		{"without a territory they are unassigned", transform.Scope{Territory: transform.Unplaced}, true},
		{"another territory does not", transform.Scope{Territory: "North"}, false},
		{"their rep does", transform.Scope{Rep: "ann"}, true},
		{"both must fit", transform.Scope{Territory: "North", Rep: "ann"}, false},
	} {
		if got := f.In(c.scope); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
