package main

import (
	"context"
	"fmt"
	"math"
	"strconv"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/jobs"
	"clientele/reports"
	"clientele/transform/match"
	"clientele/transform/match/drift"
)

func (p *program) modelShowCommand() *cobra.Command {
	var version string
	var machine bool
	cmd := &cobra.Command{
		Use: "show", Short: "Show what a model knows: how often fields agree, and what that says", Args: exactly(),
		Long: `Show what a model knows: how often records of one customer, of one household or
company, and of strangers agree in each field, and how much that speaks for one customer.

Weights are in bits: +3 is eight times as often among records of one customer, -3 eight
times less often. A rare value that agrees weighs more than the table says, a frequent
one less.`,
		Example: "  clientele model show\n  clientele model show --version 2 --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			n := int64(0)
			if cmd.Flags().Changed("version") {
				var err error
				if n, err = versionNumber(version); err != nil {
					return err
				}
			}
			return p.withDirector(cmd.Context(), func(ctx context.Context, _ *config.Config, d *jobs.Director) error {
				look, err := d.Models(ctx)
				if err != nil {
					return err
				}
				return p.showModel(look, n, machine)
			})
		},
	}
	cmd.Flags().StringVar(&version, "version", "", "which version (default: the one in use)")
	cmd.Flags().BoolVar(&machine, "json", false, "for programs: one object")
	return cmd
}

func (p *program) showModel(look jobs.ModelsLook, n int64, machine bool) error {
	if n == 0 {
		n = look.InUse
	}
	if n == 0 {
		if machine {
			return p.object(modelObject{})
		}
		p.showInUse(look)
		return nil
	}
	v, err := look.Version(n)
	if err != nil {
		return modelError(err)
	}
	if machine {
		return p.object(modelObjectOf(v, look))
	}
	p.showVersion(v, look)
	return nil
}

func (p *program) showVersion(v jobs.ModelVersion, look jobs.ModelsLook) {
	l := modelLineOf(v, look)
	p.wrapped("", fmt.Sprintf("Version %d, learnt on %s from %s by run %d. In use: %s.", v.Version, orNever(l.Learnt), reports.Plural(v.Learnt.Records, "record", "records"), v.Run, usedWords(l)))
	for _, s := range v.Learnt.Schemes {
		p.showScheme(s)
	}
	if v.Learnt.Shared > 0 {
		fmt.Fprintln(p.stdout)
		p.wrapped("", fmt.Sprintf("%s known to be used by several people.", jobs.AreShared(v.Learnt.Shared)))
	}
	if v.Version != look.InUse {
		return
	}
	fmt.Fprintln(p.stdout)
	p.showDrift(look)
	if look.Asked {
		p.wrapped("", pendingWords(look.Pending))
	}
}

func orNever(day string) string {
	if day == "" {
		return "an unknown day"
	}
	return day
}

func (p *program) showScheme(s match.Scheme) {
	fmt.Fprintf(p.stdout, "\n%s\n", capital(s.Name))
	p.wrapped("  ", schemeWords(s))
	p.line("  %-15s %-28s %9s %9s %9s %6s %7s", "FIELD", "LEVEL", "ONE", "KIN", "STRANGERS", "BITS", "AND KIN")
	for _, f := range s.Fields {
		for i, l := range f.Levels {
			name := f.Name
			if i > 0 {
				name = ""
			}
			p.line("  %-15s %-28s %9s %9s %9s %6s %7s", cut(name, 15), cut(l.Name, 28), share(l.Same), share(l.Kin), share(l.Chance), bits(l.Bits()), bits(l.BitsAgainstKin()))
		}
	}
}

// schemeWords says how rare pairs of one customer are.
func schemeWords(s match.Scheme) string {
	text := fmt.Sprintf("Of all pairs of records %s is one customer, %s different customers of one household or company.", oneIn(s.Same), oneIn(s.Kin))
	if s.Pairs == 0 {
		return text + " There were none to learn from: this is what is built in."
	}
	return text + fmt.Sprintf(" Learnt from %s.", reports.Plural(s.Pairs, "pair", "pairs"))
}

func oneIn(x float64) string {
	if x <= 0 {
		return "none"
	}
	return "1 in " + reports.Thousands(int64(math.Round(1/x)))
}

// share writes a share of pairs so that small ones can be told apart.
func share(x float64) string {
	p := 100 * x
	digits := 0
	switch {
	case p >= 9.95 || x <= 0:
	case p >= 0.0995:
		digits = 2 - int(math.Floor(math.Log10(p))) - 1
	default:
		digits = int(-math.Floor(math.Log10(p)))
	}
	return strconv.FormatFloat(p, 'f', max(digits, 0), 64) + " %"
}

func bits(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "-"
	}
	return fmt.Sprintf("%+.1f", x)
}

// showDrift says how the records have moved since the model was learnt.
func (p *program) showDrift(look jobs.ModelsLook) {
	if look.Last.Version != look.InUse || len(look.Last.Drift) == 0 {
		fmt.Fprintln(p.stdout, "No refresh went by it since it was learnt, so nothing is known of drift.")
		return
	}
	fmt.Fprintf(p.stdout, "Since it was learnt (as of run %d)\n", look.Refresh)
	little := 0
	for _, s := range look.Last.Drift {
		switch {
		case s.Field == "":
			p.wrapped("  ", fmt.Sprintf("%s: %s (large from %d bits on)", s.Scheme, priorWords(s.Bits), drift.PriorBits))
		case s.Index < littleDrift || s.Index < s.Noise:
			little++
		default:
			p.wrapped("  ", fmt.Sprintf("%s, %s: stability index %.2f (0.1 is little, 0.25 much)", s.Scheme, s.Field, s.Index))
		}
	}
	if little > 0 {
		fmt.Fprintf(p.stdout, "  %s as they did then\n", agreeing(little))
	}
	p.showSharedSince(look.Last)
}

// littleDrift is from which index on a field is named.
const littleDrift = 0.01

func agreeing(fields int) string {
	if fields == 1 {
		return "1 field agrees"
	}
	return fmt.Sprintf("%d fields agree", fields)
}

func priorWords(bits float64) string {
	if math.Abs(bits) < 0.05 {
		return "pairs that are one customer are as frequent as then"
	}
	return fmt.Sprintf("pairs that are one customer are %.2g times as frequent, %+.1f bits", math.Exp2(bits), bits)
}
