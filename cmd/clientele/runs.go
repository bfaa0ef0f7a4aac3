package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"clientele/transform"
	"clientele/transform/state"
)

func (p *program) runsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "runs", Short: "Look at what ran, what it read and who got what",
		Args: unknownCommand, RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	var limit int
	list := &cobra.Command{
		Use: "list", Aliases: []string{"ls"}, Short: "List the latest runs, newest first", Args: exactly(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withState(cmd.Context(), func(ctx context.Context, s *state.DB) error { return p.listRuns(ctx, s, limit) })
		},
	}
	list.Flags().IntVarP(&limit, "limit", "n", 20, "how many")
	show := &cobra.Command{
		Use: "show NUMBER", Short: "Show one run: its stages, its account and its deliveries", Args: exactly("NUMBER"),
		RunE: func(cmd *cobra.Command, args []string) error {
			n, err := strconv.ParseInt(args[0], 10, 64)
			if err != nil {
				return usageError{fmt.Errorf("%q is not the number of a run: see `clientele runs list`", args[0])}
			}
			return p.withState(cmd.Context(), func(ctx context.Context, s *state.DB) error { return p.showRun(ctx, s, transform.Run(n)) })
		},
	}
	cmd.AddCommand(list, show)
	return cmd
}

// withState opens the state alone: looking needs no source and no warehouse.
func (p *program) withState(ctx context.Context, look func(context.Context, *state.DB) error) error {
	c, err := p.load()
	if err != nil {
		return err
	}
	s, err := p.openState(ctx, c)
	if err != nil {
		return err
	}
	return errors.Join(look(ctx, s), s.Close())
}

func (p *program) listRuns(ctx context.Context, s *state.DB, limit int) error {
	runs, err := s.Runs(ctx, limit)
	if err != nil {
		return err
	}
	if len(runs) == 0 {
		fmt.Fprintln(p.stdout, "Nothing ran yet. Begin with: clientele run refresh")
		return nil
	}
	for _, r := range runs {
		fmt.Fprintf(p.stdout, "%5d  %-10s %-12s %-11s %s\n", r.ID, r.Job, r.Period, r.Status, r.Started.Time().Format(time.DateTime+" MST"))
	}
	return nil
}

func (p *program) showRun(ctx context.Context, s *state.DB, id transform.Run) error {
	r, err := s.Run(ctx, id)
	if errors.Is(err, state.ErrNoRun) {
		return usageError{fmt.Errorf("there is no run %d: see `clientele runs list`", id)}
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "run %d: %s %s, %s\nbegan %s, ended %s, by %s, code %s\n", r.ID, r.Job, r.Period, r.Status, r.Started, r.Finished, r.Owner, r.Code)
	if r.Error != "" {
		fmt.Fprintf(p.stdout, "error: %s\n", r.Error)
	}
	for _, stage := range r.Stages {
		fmt.Fprintf(p.stdout, "stage %-12s %s\n", stage.Name, stage.At)
	}
	if err := p.showDeliveries(ctx, s, id); err != nil {
		return err
	}
	var account any
	if err := json.Unmarshal([]byte(r.Details), &account); err != nil {
		return fmt.Errorf("read the account of run %d: %w", id, err)
	}
	text, err := json.MarshalIndent(account, "", "  ")
	fmt.Fprintf(p.stdout, "%s\n", text)
	return err
}

func (p *program) showDeliveries(ctx context.Context, s *state.DB, id transform.Run) error {
	list, err := s.Deliveries(ctx, state.Filter{Run: id})
	for _, d := range list {
		fmt.Fprintf(p.stdout, "delivery %-40s %-9s %s\n", d.Key, d.State, d.Answer)
	}
	return err
}
