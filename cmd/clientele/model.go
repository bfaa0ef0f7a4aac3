package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/jobs"
	"clientele/transform/match"
)

func (p *program) modelCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "model", Short: "Look at what matching has learnt; have it learnt anew, or go back",
		Args: unknownCommand, RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(p.modelShowCommand(), p.modelListCommand(), p.modelTrainCommand(), p.modelUseCommand())
	return cmd
}

func (p *program) modelTrainCommand() *cobra.Command {
	var why string
	cmd := &cobra.Command{
		Use: "train", Short: "Have the next refresh learn the model anew", Args: exactly(),
		Long: `Have the next refresh learn the model anew, from the records as they are then.

It takes effect together with what the refresh publishes. If it would change who too
many customers are, the refresh stops (gates.ids_changed) until somebody accepts that
or keeps the model in use. Earlier versions stay: "model use" goes back to one.`,
		Example: "  clientele model train --why \"a second shop was added\"\n  clientele run refresh",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withDirector(cmd.Context(), func(ctx context.Context, _ *config.Config, d *jobs.Director) error {
				if err := d.UseModel(ctx, 0, somebody(), why); err != nil {
					return err
				}
				fmt.Fprintln(p.stdout, "The next refresh learns the model anew. At once: `clientele run refresh`.")
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "the reason, for whoever asks later")
	return cmd
}

func (p *program) modelUseCommand() *cobra.Command {
	var why string
	cmd := &cobra.Command{
		Use: "use VERSION", Short: "Have the next refresh go by a version that was learnt before", Args: exactly("VERSION"),
		Long: `Have the next refresh go by a version that was learnt before, and those after it.

Of the version in use it takes back what was asked for and not done yet.

VERSION is a number of: clientele model list`,
		Example: "  clientele model use 2 --why \"version 3 keeps branches apart\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			n, err := versionNumber(args[0])
			if err != nil {
				return err
			}
			return p.withDirector(cmd.Context(), func(ctx context.Context, _ *config.Config, d *jobs.Director) error { return p.useModel(ctx, d, n, why) })
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "the reason, for whoever asks later")
	return cmd
}

// versionNumber reads the number of a version from the command line.
func versionNumber(word string) (int64, error) {
	n, err := strconv.ParseInt(word, 10, 64)
	if err != nil || n < 1 {
		return 0, usageError{fmt.Errorf("%q is not the number of a version: see `clientele model list`", word)}
	}
	return n, nil
}

func (p *program) useModel(ctx context.Context, d *jobs.Director, n int64, why string) error {
	look, err := d.Models(ctx)
	if err != nil {
		return err
	}
	if n == look.InUse && !look.Asked {
		fmt.Fprintf(p.stdout, "Version %d is in use, and nothing else was asked for. No word was written down.\n", n)
		return nil
	}
	if err := d.UseModel(ctx, n, somebody(), why); err != nil {
		return modelError(err)
	}
	if n == look.InUse {
		fmt.Fprintf(p.stdout, "Version %d stays in use: what was asked for before is taken back.\n", n)
		return nil
	}
	fmt.Fprintf(p.stdout, "The next refresh goes by version %d. At once: `clientele run refresh`.\n", n)
	return nil
}

// modelError says where the numbers of versions stand.
func modelError(err error) error {
	if errors.Is(err, jobs.ErrNoModel) {
		return usageError{fmt.Errorf("%w (see `clientele model list`)", err)}
	}
	return err
}

// modelWords names the model a refresh went by.
func modelWords(m jobs.UsedModel) string {
	if m.Version == 0 {
		return "what is built in"
	}
	return fmt.Sprintf("version %d, preset %s", m.Version, cmp.Or(m.Preset, match.Balanced))
}

// showNewModel says that a refresh went by another model than the one before, or kept
// one whose time was up.
func (p *program) showNewModel(m jobs.UsedModel) {
	if m.Why != "" {
		p.wrapped("", fmt.Sprintf("Matching goes by %s: %s.", modelWords(m), m.Why))
	}
	if m.Put != "" {
		p.wrapped("", capital(m.Put)+".")
	}
}
