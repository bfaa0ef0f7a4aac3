package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"clientele/jobs"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

func (p *program) runsShowCommand() *cobra.Command {
	var machine bool
	cmd := &cobra.Command{
		Use: "show NUMBER", Short: "Show one run: how it went, what it read or drew, and who got what", Args: exactly("NUMBER"),
		Example: "  clientele runs show 12\n  clientele runs show 12 --json",
		RunE: func(cmd *cobra.Command, args []string) error {
			n, err := runNumber(args[0])
			if err != nil {
				return err
			}
			return p.withState(cmd.Context(), func(ctx context.Context, s *state.DB) error { return p.showRun(ctx, s, n, machine) })
		},
	}
	cmd.Flags().BoolVar(&machine, "json", false, "for programs: one object with the whole account")
	return cmd
}

func (p *program) showRun(ctx context.Context, s *state.DB, id transform.Run, machine bool) error {
	r, err := runOf(ctx, s, id)
	if err != nil {
		return err
	}
	if machine {
		return p.runJSON(ctx, s, r)
	}
	p.showHead(r)
	p.showStages(r)
	account, err := accountOf(r)
	if err != nil {
		return err
	}
	switch a := account.(type) {
	case *jobs.Refreshed:
		p.showInputs(*a)
	case *jobs.Published:
		return p.showReportRun(ctx, s, r, *a)
	case *jobs.Reproduced:
		p.showReproduced(*a)
	}
	return nil
}

// accountOf reads what a run has told, in the form its job tells it; nil for a run
// that told nothing, or whose job keeps no account of that kind.
func accountOf(r state.Run) (any, error) {
	var account any
	_, isReport := pages.Find(r.Job)
	switch {
	case r.Job == jobs.RefreshJob:
		account = new(jobs.Refreshed)
	case r.Job == jobs.ReproduceJob:
		account = new(jobs.Reproduced)
	case isReport:
		account = new(jobs.Published)
	default:
		return nil, nil
	}
	if len(r.Details) < 3 { // it is at work, or was cut off
		return nil, nil
	}
	if err := json.Unmarshal([]byte(r.Details), account); err != nil {
		return nil, fmt.Errorf("read the account of run %d: %w (`clientele runs show %d --json` writes it as it is)", r.ID, err, r.ID)
	}
	return account, nil
}

func (p *program) showHead(r state.Run) {
	fmt.Fprintf(p.stdout, "Run %d: %s %s, %s\n", r.ID, r.Job, r.Period, r.Status)
	ended := "still at work"
	if r.Finished > 0 {
		ended = "took " + took(r.Started, r.Finished)
	}
	fmt.Fprintf(p.stdout, "  began   %s, %s\n", r.Started.Time().Format(time.DateTime+" MST"), ended)
	if r.Args != "" {
		p.wrapped("  asked   ", r.Args)
	}
	p.wrapped("  by      ", fmt.Sprintf("%s, version %s", r.Owner, r.Code))
	for i, line := range strings.Split(strings.TrimSpace(r.Error), "\n") {
		head := "          "
		if i == 0 {
			head = "  because "
		}
		if line != "" {
			p.wrapped(head, line)
		}
	}
}

// showStages says how long each stage lasted: until the run came to the next.
func (p *program) showStages(r state.Run) {
	if len(r.Stages) == 0 {
		return
	}
	fmt.Fprintln(p.stdout, "Stages")
	from := r.Started
	for _, s := range r.Stages {
		fmt.Fprintf(p.stdout, "  %-60s %10s\n", cut(s.Name, 60), took(from, s.At))
		from = s.At
	}
	if r.Finished > 0 {
		fmt.Fprintf(p.stdout, "  %-60s %10s\n", "then to the end", took(from, r.Finished))
	}
}

// runJSON writes a run with everything that is kept of it as one object.
func (p *program) runJSON(ctx context.Context, s *state.DB, r state.Run) error {
	type stage struct {
		Name string `json:"name"`
		At   string `json:"at"`
	}
	deliveries, err := s.Deliveries(ctx, state.Filter{Run: r.ID})
	if err != nil {
		return err
	}
	editions, err := s.EditionsOf(ctx, r.ID)
	if err != nil {
		return err
	}
	out := struct {
		runLine
		Stages     []stage          `json:"stages,omitempty"`
		Account    json.RawMessage  `json:"account,omitempty"`
		Deliveries []state.Delivery `json:"deliveries,omitempty"`
		Editions   []state.Edition  `json:"editions,omitempty"`
	}{runLine: lineOf(r), Account: json.RawMessage(r.Details), Deliveries: deliveries, Editions: editions}
	if r.Details == "" {
		out.Account = nil
	}
	for _, x := range r.Stages {
		out.Stages = append(out.Stages, stage{x.Name, moment(x.At)})
	}
	return p.object(out)
}
