package warehouse

import (
	"fmt"

	"clientele/extract"
)

// A form is how a field is stored.
type form byte

const (
	text     form = iota + 1 // TEXT, never NULL
	integer                  // BIGINT, never NULL
	optional                 // BIGINT, NULL for unknown
)

// formOf returns how a field is stored, an error for a type the warehouse does not
// know.
func formOf(f extract.Field) (form, error) {
	switch f.Ptr.(type) {
	case *string:
		return text, nil
	case *int64, *bool, *extract.Money, *extract.Decimal, *extract.Day, *extract.Instant:
		return integer, nil
	case *extract.Opt[int64], *extract.Opt[extract.Money], *extract.Opt[extract.Decimal]:
		return optional, nil
	}
	return 0, fmt.Errorf("field %s has type %T, which the warehouse cannot store", f.Name, f.Ptr)
}

// number reads a field that is no text. An unknown value is 0, false.
func number(ptr any) (int64, bool) {
	switch p := ptr.(type) {
	case *int64:
		return *p, true
	case *extract.Money:
		return int64(*p), true
	case *extract.Decimal:
		return int64(*p), true
	case *extract.Day:
		return int64(*p), true
	case *extract.Instant:
		return int64(*p), true
	case *bool:
		if *p {
			return 1, true
		}
		return 0, true
	case *extract.Opt[int64]:
		return known(*p)
	case *extract.Opt[extract.Money]:
		return known(*p)
	case *extract.Opt[extract.Decimal]:
		return known(*p)
	}
	return 0, false
}

func known[T ~int64](o extract.Opt[T]) (int64, bool) {
	if !o.Known {
		return 0, false
	}
	return int64(o.Value), true
}

// setNumber writes a field that is no text; where has is false the value is unknown.
func setNumber(ptr any, v int64, has bool) {
	switch p := ptr.(type) {
	case *int64:
		*p = v
	case *extract.Money:
		*p = extract.Money(v)
	case *extract.Decimal:
		*p = extract.Decimal(v)
	case *extract.Day:
		*p = extract.Day(v)
	case *extract.Instant:
		*p = extract.Instant(v)
	case *bool:
		*p = v != 0
	case *extract.Opt[int64]:
		*p = extract.Opt[int64]{Value: v, Known: has}
	case *extract.Opt[extract.Money]:
		*p = extract.Opt[extract.Money]{Value: extract.Money(v), Known: has}
	case *extract.Opt[extract.Decimal]:
		*p = extract.Opt[extract.Decimal]{Value: extract.Decimal(v), Known: has}
	}
}

// bound returns a field's value as a statement's parameter.
func bound(f extract.Field) any {
	if s, ok := f.Ptr.(*string); ok {
		return *s
	}
	if v, ok := number(f.Ptr); ok {
		return v
	}
	return nil
}
