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
	var problems *config.Problems
	var unusable configError
	switch {
	case errors.As(err, &usage):
		return exitUsage
	case errors.As(err, &problems), errors.As(err, &unusable), errors.Is(err, store.ErrConfig):
		return exitConfig
	case errors.Is(err, state.ErrHeld):
		return exitHeld
	case errors.Is(err, source.ErrUnreachable), errors.Is(err, store.ErrUnreachable):
		return exitUnreachable
	case errors.Is(err, jobs.ErrPartial):
		return exitPartial
	case errors.Is(err, jobs.ErrStopped):
		return exitStopped
	case errors.Is(err, jobs.ErrStale):
		return exitStale
	case errors.Is(err, jobs.ErrMail):
		return exitMail
	}
	return exitFailed
}
