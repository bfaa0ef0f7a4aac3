package source

import (
	"errors"
	"fmt"

	"clientele/extract"
)

// ErrUnreachable says that the source could not be connected to, or was lost
// while it was read: trying again later may help.
var ErrUnreachable = errors.New("source cannot be reached")

// ErrConfig says that a source is described in a way that cannot work: a person has
// to correct it.
var ErrConfig = errors.New("source is not described rightly")

// An Error says what could not be done with a source, and what to do about it.
// It never holds a password.
type Error struct {
	Source string
	Kind   extract.Kind // empty: the source as a whole
	Deed   string       // open, connect, read, check, close
	Err    error
	Hint   string // the remedy, if one is known
}

// Error implements error.
func (e *Error) Error() string {
	object := e.Source
	if e.Kind != "" {
		object = string(e.Kind) + " of " + e.Source
	}
	text := e.Deed + " " + object + ": " + e.Err.Error()
	if e.Hint != "" {
		text += " (" + e.Hint + ")"
	}
	return text
}

// Is makes what keeps a source from being opened, before anybody is asked, an
// ErrConfig.
func (e *Error) Is(target error) bool {
	return target == ErrConfig && e.Deed == "open" && !errors.Is(e.Err, ErrUnreachable)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// A hinted error carries its remedy up to the Error that names its object.
type hinted struct {
	error
	hint string
}

func (h *hinted) Unwrap() error { return h.error }

// hint returns an error with a remedy.
func hint(remedy, format string, args ...any) error {
	return &hinted{fmt.Errorf(format, args...), remedy}
}

// fail wraps an error with the deed and its object; nil stays nil.
func (s *Source) fail(deed string, k extract.Kind, err error) error {
	if err == nil {
		return nil
	}
	e := &Error{Source: s.opt.Name, Kind: k, Deed: deed, Err: err}
	if h, ok := errors.AsType[*hinted](err); ok {
		e.Hint = h.hint
	}
	return e
}

// prefixed puts the object of a deed before an error and keeps its remedy.
func prefixed(object string, err error) error {
	out := fmt.Errorf("%s: %w", object, err)
	if h, ok := errors.AsType[*hinted](err); ok {
		return &hinted{out, h.hint}
	}
	return out
}
