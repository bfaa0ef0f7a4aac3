package jobs

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/state"
)

// DecideJob is the job of a run that writes people's decisions down.
const DecideJob = "decide"

// ErrRefused says that a decision cannot be taken as it was given.
var ErrRefused = errors.New("nothing was decided")

// A Word is a decision as a person hands it in.
type Word struct {
	transform.Decision
	Where string // where it stands, "row 7 of answers.csv"; empty for the command line
}

// Decided is what became of words that were handed in.
type Decided struct {
	Run      transform.Run
	Fresh    []transform.Decision // that are new, where they were only looked at
	Added    []state.Decision
	Already  []state.Decision // that held before
	Warnings []string
	Effects  []string // what the next refresh will make of them, a line each
}

// Decide writes people's words down, all or none. What contradicts an earlier word,
// directly or through other records, and records that no source has, are refused with
// all problems at once: ErrRefused. With check alone nothing is written. The words take
// effect with the next refresh.
func (d *Director) Decide(ctx context.Context, words []Word, check bool) (Decided, error) {
	var out Decided
	look := func(ctx context.Context, d *Director) (fresh []transform.Decision, err error) {
		out = Decided{}
		return d.heard(ctx, words, &out)
	}
	if check {
		fresh, err := look(ctx, d)
		out.Fresh = fresh
		return out, err
	}
	err := d.underLease(ctx, func(ctx context.Context, d *Director) error {
		fresh, err := look(ctx, d)
		if err != nil || len(fresh) == 0 {
			return err
		}
		return d.decide(ctx, fresh, &out)
	})
	return out, err
}

// decide writes words down that nothing stands against.
func (d *Director) decide(ctx context.Context, fresh []transform.Decision, out *Decided) error {
	r := state.Run{Job: DecideJob, Period: d.today().String(), AsOf: d.today(), Args: said(fresh)}
	return d.record(ctx, r, func(ctx context.Context, run transform.Run) (any, error) {
		if _, err := d.State.SaveDecisions(ctx, run, d.instant(), fresh); err != nil {
			return nil, err
		}
		out.Run = run
		all, err := d.State.Decisions(ctx, 0)
		for _, x := range all {
			if x.From == run {
				out.Added = append(out.Added, x)
			}
		}
		return out, err
	})
}

// said names what was decided for the list of runs.
func said(list []transform.Decision) string {
	if len(list) > 1 {
		return fmt.Sprintf("%d decisions", len(list))
	}
	return Together(list[0].Kind) + " " + list[0].A.Named() + " " + list[0].B.Named()
}

// Together is a kind of decision in the words of the command line.
func Together(kind string) string {
	if kind == transform.CannotLink {
		return "apart"
	}
	return "together"
}

// heard holds words to the records there are and to earlier words, and returns those
// that are new.
func (d *Director) heard(ctx context.Context, words []Word, out *Decided) ([]transform.Decision, error) {
	run, err := d.snapshotToExplain(ctx)
	if err != nil {
		return nil, err
	}
	earlier, err := d.State.Decisions(ctx, 0)
	if err != nil {
		return nil, err
	}
	known := newFinder(d, run)
	held := newVows(earlier)
	var fresh []transform.Decision
	var problems []string
	for _, w := range words {
		wrong, err := d.hear(ctx, known, held, w, out)
		switch {
		case err != nil:
			return nil, err
		case len(wrong) > 0:
			problems = append(problems, placed(w.Where, wrong)...)
		case held.add(vow{Decision: w.Decision, where: w.Where}):
			fresh = append(fresh, w.Decision)
		}
	}
	if len(problems) == 1 {
		return nil, fmt.Errorf("%w: %s", ErrRefused, problems[0])
	}
	if len(problems) > 0 {
		return nil, fmt.Errorf("%w:\n  %s", ErrRefused, strings.Join(problems, "\n  "))
	}
	return fresh, nil
}

// hear returns what is wrong with one word; of one that is right it tells the effect.
func (d *Director) hear(ctx context.Context, known *finder, held *vows, w Word, out *Decided) (wrong []string, err error) {
	for _, ref := range []extract.Ref{w.A, w.B} {
		problem, warning, err := known.record(ctx, ref)
		if err != nil {
			return nil, err
		}
		if problem != "" {
			wrong = append(wrong, problem)
		}
		if warning != "" {
			out.Warnings = append(out.Warnings, warning)
		}
	}
	if w.A == w.B {
		wrong = append(wrong, fmt.Sprintf("%s is named twice: name two records", w.A.Named()))
	}
	if len(wrong) > 0 {
		return wrong, nil
	}
	if old, is := held.same(w.Decision); is {
		if old.number > 0 {
			out.Already = append(out.Already, old.decision())
		}
		return nil, nil
	}
	if against := held.against(w.Decision); against != "" {
		return []string{against}, nil
	}
	effect, err := known.effect(ctx, w.Decision)
	if err == nil && effect != "" {
		out.Effects = append(out.Effects, effect)
	}
	return nil, err
}

func placed(where string, problems []string) []string {
	if where == "" {
		return problems
	}
	out := make([]string, len(problems))
	for i, p := range problems {
		out[i] = where + ": " + p
	}
	return out
}
