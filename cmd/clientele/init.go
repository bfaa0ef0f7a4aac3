package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"clientele/config"
)

func (p *program) initCommand() *cobra.Command {
	return &cobra.Command{
		Use: "init [FILE]", Short: "Write a commented configuration to fill in",
		Example: "  clientele init\n  clientele init north.yaml",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{errors.New("want at most one file name")}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			file := p.config
			if len(args) == 1 {
				file = args[0]
			}
			return p.writeSample(file)
		},
	}
}

// writeSample never overwrites: a configuration is hours of somebody's work.
func (p *program) writeSample(file string) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return usageError{fmt.Errorf("%s is there already: name another file", file)}
	}
	if err != nil {
		return fmt.Errorf("write configuration: %w", err)
	}
	_, err = f.Write(config.Sample())
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("write configuration %s: %w", file, err)
	}
	fmt.Fprintf(p.stdout, "Wrote %s. Fill it in, then: clientele check --config %s\n", file, file)
	return nil
}
