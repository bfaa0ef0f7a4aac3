package main

import (
	"context"
	"errors"
	"syscall"

	"clientele/config"
	"clientele/extract/source"
	"clientele/jobs"
	"clientele/transform/state"
	"clientele/transform/store"
)

// The exit codes, which ops script against. docs/operations.md says what to do.
const (
	exitOK          = 0
	exitFailed      = 1   // the work failed; running again may help
	exitBroke       = 2   // the program itself is at fault; Go ends a panic with it too
	exitPartial     = 3   // some recipients were not reached
	exitStopped     = 4   // a check stopped the run before anything was sent
	exitStale       = 5   // the last refresh is older than the period asked for
	exitUnreachable = 10  // a source or a store cannot be reached
	exitHeld        = 11  // another run is at work
	exitMail        = 12  // the mail server or outbox cannot be used; nothing was tried
	exitConfig      = 20  // the configuration is wrong; running again will not help
	exitUsage       = 64  // the command line is wrong
	exitInterrupted = 130 // SIGINT
	exitTerminated  = 143 // SIGTERM
)

// A configError is a configuration that cannot be used as it is.
type configError struct{ error }

func (e configError) Unwrap() error { return e.error }

// A usageError is a command line nobody could obey.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// codeOf returns the exit code an error asks for.
func codeOf(ctx context.Context, err error) int {
	if err == nil {
		return exitOK
	}
	var sig stopped
	if errors.As(context.Cause(ctx), &sig) {
		if sig.signal == syscall.SIGTERM {
			return exitTerminated
		}
		return exitInterrupted
	}
	var usage usageError
	var parts worstOf
	var problems *config.Problems
	var unusable configError
	var own coded
	switch {
	case errors.As(err, &own):
		return own.code
	case errors.As(err, &usage):
		return exitUsage
	case errors.As(err, &parts):
		return parts.code
	case errors.As(err, &problems), errors.As(err, &unusable), errors.Is(err, store.ErrConfig), errors.Is(err, source.ErrConfig):
		return exitConfig
	case errors.Is(err, jobs.ErrUnfinished), errors.Is(err, jobs.ErrTooEarly), errors.Is(err, jobs.ErrRefused), errors.Is(err, jobs.ErrUnknown), errors.Is(err, jobs.ErrNobody):
		return exitUsage
	case errors.Is(err, jobs.ErrBroke):
		return exitBroke
	case errors.Is(err, state.ErrHeld):
		return exitHeld
	case errors.Is(err, source.ErrUnreachable), errors.Is(err, store.ErrUnreachable):
		return exitUnreachable
	case errors.Is(err, jobs.ErrPartial), errors.Is(err, errNeedsPerson):
		return exitPartial
	case errors.Is(err, jobs.ErrStopped), errors.Is(err, jobs.ErrOnHold):
		return exitStopped
	case errors.Is(err, jobs.ErrStale), errors.Is(err, jobs.ErrOtherRules):
		return exitStale
	case errors.Is(err, jobs.ErrMail):
		return exitMail
	}
	return exitFailed
}

// gravest lists exit codes from the gravest down: what a person has to mend comes
// before what mends itself, and whoever got nothing before who got it late.
var gravest = []int{exitBroke, exitFailed, exitConfig, exitMail, exitUnreachable, exitStopped, exitStale, exitPartial, exitHeld}

// A worstOf is what went wrong in several parts, with the code of the gravest.
type worstOf struct {
	error
	code int
}

func (w worstOf) Unwrap() error { return w.error }

// worst joins the errors of several parts.
func worst(ctx context.Context, list []error) error {
	all := errors.Join(list...)
	if all == nil {
		return nil
	}
	for _, code := range gravest {
		for _, err := range list {
			if err != nil && codeOf(ctx, err) == code {
				return worstOf{all, code}
			}
		}
	}
	return all
}
