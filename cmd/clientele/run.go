package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"github.com/spf13/cobra"

	"clientele/config"
)

// version is set by the linker for releases.
var version = "development"

// A program is what every command shares: where it writes and what the global
// flags said.
type program struct {
	stdout, stderr io.Writer
	config         string // path of the configuration
	verbose        bool
	log            *slog.Logger
	progress       *progress
	rehearsal      rehearsal // what only tests may ask for
}

// run is the whole program but for the process around it.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	p := &program{stdout: stdout, stderr: stderr}
	root := p.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	p.progress.Done()
	if err != nil {
		fmt.Fprintln(stderr, "clientele:", strings.TrimSpace(err.Error()))
	}
	return codeOf(ctx, err)
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "clientele",
		Short:         "One customer table, seven key metrics, mailed as workbooks to the managers",
		Version:       version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          unknownCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		PersistentPreRunE: func(*cobra.Command, []string) error {
			p.log, p.progress = voices(p.stderr, p.verbose, config.Log{})
			return p.rehearsal.begin()
		},
	}
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)
	root.PersistentFlags().StringVarP(&p.config, "config", "c", "clientele.yaml", "the configuration file")
	root.PersistentFlags().BoolVarP(&p.verbose, "verbose", "v", false, "log every step, on a terminal too")
	p.rehearsal.flags(root)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		if words := cmd.Flags().Args(); cmd.HasSubCommands() && cmd.ValidateArgs(words) != nil {
			return cmd.ValidateArgs(words) // a mistyped command, and the flag of the one that was meant
		}
		return usageError{fmt.Errorf("%w (see `%s --help`)", err, cmd.CommandPath())}
	})
	root.AddCommand(p.demoCommand(), p.initCommand(), p.checkCommand(), p.runCommand(), p.retryCommand(), p.serveCommand(), p.planCommand(), p.statusCommand(), p.previewCommand(), p.gatesCommand(), p.runsCommand(), p.outboxCommand(), p.bounceCommand(), p.explainCommand(), p.reviewCommand(), p.decideCommand(), p.modelCommand(), p.stateCommand(), p.versionCommand())
	return root
}

// unknownCommand refuses a word that is no command and says which was meant.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	text := fmt.Sprintf("unknown command %q", args[0])
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		text += fmt.Sprintf(", did you mean %q?", near[0])
	}
	return usageError{fmt.Errorf("%s (see `%s --help`)", text, cmd.CommandPath())}
}

// exactly refuses any other number of arguments and says which were wanted.
func exactly(words ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == len(words) {
			return nil
		}
		want := strings.Join(append([]string{cmd.CommandPath()}, words...), " ")
		return usageError{fmt.Errorf("want %s, got %s (see `%s --help`)", want, counted(len(args), "argument"), cmd.CommandPath())}
	}
}
