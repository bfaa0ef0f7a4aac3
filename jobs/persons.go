package jobs

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// A personError is why somebody got nothing, or is not sent it again. Of several for
// the same reason the reason is said once.
type personError struct {
	kind      error
	before    string
	who       []string
	one, many string // what follows one name, and several where that differs
	cause     error  // said at the end; nil for none
}

// mostNamed is how many people an error names; who got what is in the account of the run.
const mostNamed = 5

// Error implements error.
func (e personError) Error() string {
	names, after := strings.Join(e.who[:min(len(e.who), mostNamed)], ", "), e.one
	if len(e.who) > 1 && e.many != "" {
		after = e.many
	}
	if more := len(e.who) - mostNamed; more > 0 {
		names += fmt.Sprintf(" and %d more", more)
	}
	text := e.kind.Error() + ": " + e.before + names + after
	if e.cause != nil {
		text += ": " + e.cause.Error()
	}
	return text
}

// Unwrap implements what errors.Is asks.
func (e personError) Unwrap() []error {
	if e.cause == nil {
		return []error{e.kind}
	}
	return []error{e.kind, e.cause}
}

// same reports whether another says the same of somebody else.
func (e personError) same(o personError) bool {
	one, other := e, o
	one.who, other.who = []string{""}, []string{""}
	return one.Error() == other.Error()
}

// grouped joins those that say the same of several people, in the place of the first.
func grouped(err error) error {
	var out []error
	for _, x := range flat(err) {
		p, is := x.(personError) //nolint:errorlint // one that is wrapped says more
		at := slices.IndexFunc(out, func(o error) bool {
			first, also := o.(personError) //nolint:errorlint // the same
			return is && also && first.same(p)
		})
		if at < 0 {
			out = append(out, x)
			continue
		}
		first := out[at].(personError) //nolint:errorlint,forcetypeassert // found so
		if !slices.Contains(first.who, p.who[0]) {
			first.who = append(slices.Clone(first.who), p.who...)
		}
		out[at] = first
	}
	return errors.Join(out...)
}

// flat takes apart what errors.Join joined, and nothing else.
func flat(err error) []error {
	if err == nil {
		return nil
	}
	joined, is := err.(interface{ Unwrap() []error }) //nolint:errorlint // not what it wraps
	if !is || reflect.TypeOf(err) != reflect.TypeOf(errors.Join(ErrPartial)) {
		return []error{err}
	}
	var out []error
	for _, x := range joined.Unwrap() {
		out = append(out, flat(x)...)
	}
	return out
}
