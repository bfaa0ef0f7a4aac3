package main

import (
	"cmp"
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"clientele/extract"
	"clientele/jobs"
	"clientele/transform/state"
)

func (p *program) runsListCommand() *cobra.Command {
	by := state.Selected{}
	var last string
	var machine bool
	cmd := &cobra.Command{
		Use: "list", Aliases: []string{"ls"}, Short: "List the latest runs, newest first", Args: exactly(),
		Example: "  clientele runs list --job sales --last 30d\n  clientele runs list --status failed --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if by.Status != "" {
				if err := known("status", by.Status, state.RunStates()); err != nil {
					return err
				}
			}
			if by.Limit < 1 {
				return usageError{fmt.Errorf("--limit %d: want at least 1", by.Limit)}
			}
			span, err := spanOf(last)
			if err != nil {
				return err
			}
			return p.withState(cmd.Context(), func(ctx context.Context, s *state.DB) error {
				if span > 0 {
					by.Since = extract.InstantOf(p.now().Add(-span))
				}
				return p.listRuns(ctx, s, by, machine)
			})
		},
	}
	cmd.Flags().StringVar(&by.Job, "job", "", "only of this job: refresh, sales, marketing, decide, resend, preview, gates or reproduce")
	cmd.Flags().StringVar(&by.Status, "status", "", "only those that ended so: "+strings.Join(state.RunStates(), ", "))
	cmd.Flags().StringVar(&last, "last", "", "only those that began within this time, such as 12h, 7d or 4w")
	cmd.Flags().IntVarP(&by.Limit, "limit", "n", 20, "how many at most")
	cmd.Flags().BoolVar(&machine, "json", false, "for programs: one object a run")
	return cmd
}

// spanOf reads a time such as 12h, 7d or 4w; zero for none.
func spanOf(text string) (time.Duration, error) {
	if text == "" {
		return 0, nil
	}
	unit := map[byte]time.Duration{'m': time.Minute, 'h': time.Hour, 'd': 24 * time.Hour, 'w': 7 * 24 * time.Hour}[text[len(text)-1]]
	n, err := strconv.ParseUint(text[:len(text)-1], 10, 16)
	if err != nil || unit == 0 || n == 0 {
		return 0, usageError{fmt.Errorf("--last %q: want a number with m, h, d or w behind it, such as 7d", text)}
	}
	return time.Duration(n) * unit, nil
}

// A runLine is one run as it is listed.
type runLine struct {
	Run      int64  `json:"run"`
	Job      string `json:"job"`
	Period   string `json:"period"`
	Status   string `json:"status"`
	Began    string `json:"began"`
	Ended    string `json:"ended,omitempty"`
	Seconds  int64  `json:"seconds,omitempty"`
	Asked    string `json:"asked,omitempty"`
	Error    string `json:"error,omitempty"`
	Owner    string `json:"owner"`
	Version  string `json:"version"`
	duration string
}

func lineOf(r state.Run) runLine {
	l := runLine{
		Run: int64(r.ID), Job: r.Job, Period: r.Period, Status: r.Status, Began: moment(r.Started), Ended: moment(r.Finished),
		Asked: r.Args, Error: r.Error, Owner: r.Owner, Version: r.Code, duration: "-",
	}
	if r.Finished > 0 {
		l.Seconds, l.duration = int64(r.Finished-r.Started)/1_000_000, took(r.Started, r.Finished)
	}
	return l
}

func (p *program) listRuns(ctx context.Context, s *state.DB, by state.Selected, machine bool) error {
	runs, err := s.SelectRuns(ctx, by)
	if err != nil {
		return err
	}
	if machine {
		var lines []runLine
		for _, r := range runs {
			lines = append(lines, lineOf(r))
		}
		return objects(p, lines)
	}
	if len(runs) == 0 {
		p.noRuns(by)
		return nil
	}
	fmt.Fprintf(p.stdout, "%5s  %-10s %-10s %-11s %-20s %7s  %s\n", "RUN", "JOB", "PERIOD", "STATUS", "BEGAN (UTC)", "TOOK", "ASKED OR WHY")
	for _, r := range runs {
		l := lineOf(r)
		p.line("%5d  %-10s %-10s %-11s %-20s %7s  %s", l.Run, l.Job, l.Period, l.Status, strings.TrimSuffix(strings.Replace(l.Began, "T", " ", 1), "Z"), l.duration, cut(cmp.Or(why(l.Error), l.Asked), 25))
	}
	if len(runs) == by.Limit {
		fmt.Fprintf(p.stdout, "There may be more: --limit shows them.\n")
	}
	return nil
}

func (p *program) noRuns(by state.Selected) {
	if by.Job == "" && by.Status == "" && by.Since == 0 {
		fmt.Fprintln(p.stdout, "Nothing ran yet. Begin with: clientele run refresh")
		return
	}
	fmt.Fprintln(p.stdout, "No such run. `clientele runs list` shows all.")
}

// why is an error without what the status says already.
func why(text string) string {
	return strings.TrimPrefix(oneLine(text), jobs.ErrStopped.Error()+": ")
}
