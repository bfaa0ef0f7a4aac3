package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/extract/source"
)

// errCheck says that the check found something; what it found is printed.
var errCheck = errors.New("the sources cannot be read as configured")

func (p *program) checkCommand() *cobra.Command {
	var offline, tell bool
	cmd := &cobra.Command{
		Use: "check", Short: "Say whether the configuration is sound, and sources, stores and mail server can be reached", Args: exactly(),
		Long: `Say whether the configuration is sound, and sources, stores and mail server can be reached.

Of every source each SELECT is tried, and no row is read; to the mail server it connects
and signs in, and sends nothing. Room on the disks, addresses nobody writes to any more
and holidays that have run out are told as well.`,
		Example: "  clientele check\n  clientele check --offline\n  clientele check --tell",
		RunE:    func(cmd *cobra.Command, _ []string) error { return p.checkAll(cmd.Context(), offline, tell) },
	}
	cmd.Flags().BoolVar(&tell, "tell", false, "also send ops a test mail, and their monitor a test ping")
	cmd.Flags().BoolVar(&offline, "offline", false, "look at the file only, connect to nothing")
	return cmd
}

// checkAll checks, and tells ops where that is asked for.
func (p *program) checkAll(ctx context.Context, offline, tell bool) error {
	if offline && tell {
		return usageError{errors.New("--tell sends a mail, --offline connects to nothing: leave one of the two out")}
	}
	c, err := p.load()
	if err != nil {
		return err
	}
	err = p.check(ctx, c, offline)
	if tell {
		err = errors.Join(err, p.tellTest(ctx, c))
	}
	return err
}

func (p *program) check(ctx context.Context, c *config.Config, offline bool) error {
	if err := rules(c).Check(); err != nil {
		return configError{fmt.Errorf("metrics of %s: %w", c.File, err)}
	}
	fmt.Fprintf(p.stdout, "%s: %s, %s: sound\n", c.File, counted(len(c.Sources), "source"), counted(len(c.Reports), "report"))
	for _, text := range endedCalendars(c, p.now()) {
		fmt.Fprintln(p.stdout, "warning:", text)
	}
	p.showOps(c)
	if offline {
		return nil
	}
	return errors.Join(checkFolders(c), p.checkRoom(ctx, c), p.checkStores(ctx, c), p.checkSources(ctx, c), p.checkMail(ctx, c))
}

func (p *program) checkSources(ctx context.Context, c *config.Config) error {
	list, err := sources(ctx, c)
	if err != nil {
		return err
	}
	var found error
	for _, s := range list {
		found = errors.Join(found, p.checkSource(ctx, s.Options))
	}
	return found
}

// checkSource prints every problem of a source and returns the worst kind.
func (p *program) checkSource(ctx context.Context, o source.Options) error {
	src, err := source.Open(ctx, o)
	if err != nil {
		return fmt.Errorf("sources.%s: %w", o.Name, err)
	}
	defer src.Close()
	var found error
	for _, problem := range src.Check(ctx) {
		fmt.Fprintln(p.stdout, problem)
		switch {
		case errors.Is(problem.Err, source.ErrUnreachable):
			found = errors.Join(found, fmt.Errorf("%s: %w", o.Name, source.ErrUnreachable))
		case !problem.Warning && found == nil:
			found = fmt.Errorf("%s: %w", o.Name, errCheck)
		}
	}
	if found == nil {
		fmt.Fprintf(p.stdout, "%s: reached, %d kinds of record mapped, every column known\n", o.Name, len(o.Mappings))
	}
	return found
}
