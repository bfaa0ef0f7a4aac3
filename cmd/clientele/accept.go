package main

import (
	"errors"

	"github.com/spf13/pflag"

	"clientele/jobs"
)

// acceptFlag lets a person take responsibility for what a gate of a refresh stops.
func acceptFlag(f *pflag.FlagSet, accept *[]string) {
	f.StringSliceVar(accept, "accept", nil, "of a refresh: let it through a gate that stopped it: ids")
}

// acceptable refuses gates that nobody can let a job through.
func acceptable(job string, accept []string) error {
	if len(accept) > 0 && job != jobs.RefreshJob {
		return usageError{errors.New("--accept is of a refresh: `clientele outbox release REPORT PERIOD` lets a report go that is held")}
	}
	for _, gate := range accept {
		if err := known("--accept", gate, []string{jobs.AcceptIDs}); err != nil {
			return err
		}
	}
	return nil
}
