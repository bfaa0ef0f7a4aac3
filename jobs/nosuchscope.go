package jobs

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"clientele/transform"
)

// ErrNobody says that no customer stands in the scope a preview was asked for.
var ErrNobody = errors.New("nothing to preview")

// mostNamedScopes is how many territories or reps an error names.
const mostNamedScopes = 10

// hasCustomers refuses a scope that no customer stands in, and names those there are: a workbook of nobody tells no more
// than that a word was mistyped.
func (m Measured) hasCustomers(s transform.Scope) error {
	whole := transform.Scope{}
	if s == whole || len(m.of(s).Rows) > 0 || len(m.of(whole).Rows) == 0 {
		return nil
	}
	var places, reps, ofPlace []string
	for _, r := range m.of(whole).Rows {
		places, reps = append(places, r.Place()), append(reps, r.Rep)
		if r.Place() == s.Territory {
			ofPlace = append(ofPlace, r.Rep)
		}
	}
	switch {
	case s.Territory != "" && !slices.Contains(places, s.Territory):
		return fmt.Errorf("%w: no customer has the territory %s; %s", ErrNobody, s.Territory, thereAre("territories", places))
	case s.Rep != "" && !slices.Contains(reps, s.Rep):
		return fmt.Errorf("%w: no customer has the rep %s; %s", ErrNobody, s.Rep, thereAre("reps", reps))
	}
	return fmt.Errorf("%w: no customer of %s has the rep %s; %s", ErrNobody, s.Territory, s.Rep, thereAre("reps", ofPlace))
}

// thereAre names some of what there is, once each.
func thereAre(what string, names []string) string {
	rest := ""
	if slices.Contains(names, transform.Unplaced) {
		rest = "; customers without one are under " + transform.Unplaced
	}
	slices.Sort(names)
	names = slices.DeleteFunc(slices.Compact(names), func(s string) bool { return s == "" || s == transform.Unplaced })
	switch n := len(names); {
	case n == 0:
		return "there are no " + what + rest
	case n > mostNamedScopes:
		return fmt.Sprintf("%s there are: %s and %d more%s", what, strings.Join(names[:mostNamedScopes], ", "), n-mostNamedScopes, rest)
	}
	return what + " there are: " + strings.Join(names, ", ") + rest
}
