package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"clientele/config"
	"clientele/extract"
	"clientele/jobs"
	"clientele/jobs/archive"
	"clientele/transform"
	"clientele/transform/state"
)

// mayHaveGone says whether a letter may have gone out before the state was restored.
func mayHaveGone(ctx context.Context, c *config.Config, s *state.DB, report, text, address string) (state.Restored, bool, error) {
	restores, err := s.Restores(ctx)
	if err != nil || len(restores) == 0 {
		return state.Restored{}, false, err
	}
	words, err := s.Holds(ctx)
	if err != nil {
		return state.Restored{}, false, err
	}
	period, err := transform.PeriodOf(text)
	if err != nil {
		return state.Restored{}, false, usageError{err}
	}
	r, waits := state.MayHaveGone(restores, words, report, text, period.To.Start(c.Company.Zone.Location()), address)
	return r, waits, nil
}

// learn writes down what a person found out about a letter of which a restored ledger
// knows nothing, and reports whether it was such a one.
func (p *program) learn(ctx context.Context, c *config.Config, s *state.DB, f state.Filter, arrived bool, who string) (bool, error) {
	_, waits, err := mayHaveGone(ctx, c, s, f.Report, f.Period, f.Recipient)
	if err != nil || !waits {
		return false, err
	}
	if err := addressee(ctx, c, s, f.Report, f.Recipient); err != nil {
		return false, err
	}
	now := extract.InstantOf(p.now())
	if !arrived {
		h := state.Hold{Report: f.Report, Period: f.Period, Recipient: f.Recipient, Released: true, Who: who, Why: "it did not arrive before the state was restored", At: now}
		if err := s.SetHold(ctx, h); err != nil {
			return false, err
		}
		fmt.Fprintf(p.stdout, "%s: not arrived; it goes out when the schedules are next looked at; at once: `clientele run --due`\n", h.Over())
		return true, nil
	}
	found := false
	for _, scope := range scopesOf(c, f.Report, f.Recipient) {
		did, err := p.learnScope(ctx, c, s, state.Key{Report: f.Report, Period: f.Period, Scope: scope, Recipient: f.Recipient}, who, now)
		if err != nil {
			return false, err
		}
		found = found || did
	}
	return found, nil
}

// learnScope writes down every revision that lies in the archive, or the first where
// none does.
func (p *program) learnScope(ctx context.Context, c *config.Config, s *state.DB, k state.Key, who string, now extract.Instant) (bool, error) {
	found := false
	for k.Revision = 1; ; k.Revision++ {
		d, lies := archiveOf(c).Lying(k)
		if !lies && k.Revision > 1 {
			return found, nil
		}
		d.Address = k.Recipient
		err := s.Learn(ctx, d, who, now)
		switch {
		case errors.Is(err, state.ErrState):
			continue // what became of it is known
		case err != nil:
			return false, err
		case lies:
			fmt.Fprintf(p.stdout, "%s: arrived; its letter <%s> lies in the archive\n", k, d.MessageID)
		default:
			fmt.Fprintf(p.stdout, "%s: arrived\n", k)
		}
		found = true
	}
}

// scopesOf lists what a recipient sees of a report, as configured.
func scopesOf(c *config.Config, report, address string) []transform.Scope {
	var out []transform.Scope
	for _, r := range reportList(c) {
		for _, to := range r.Recipients {
			if r.Name == report && state.SameAddress(to.Address, address) {
				out = append(out, to.Scope)
			}
		}
	}
	return out
}

// saidFor is how long a list says that the state was restored. What still waits for it
// is said for ever.
const saidFor = 14 * 24 * time.Hour

// showRestored tells of the time that a restored ledger does not know, and which
// letters in the archive are not in it.
func (p *program) showRestored(ctx context.Context, c *config.Config, s *state.DB, f state.Filter) error {
	restores, err := s.Restores(ctx)
	if err != nil || len(restores) == 0 {
		return err
	}
	for _, r := range restores {
		if p.now().Sub(r.At.Time()) < saidFor {
			fmt.Fprintf(p.stdout, "Restored on %s from a backup that knows nothing after %s: periods that had ended by then wait unless they are known to have gone out.\n", r.At.Minute(), r.Known.Minute())
		}
	}
	known := map[string]bool{}
	all, err := s.Deliveries(ctx, state.Filter{})
	if err != nil {
		return err
	}
	for _, d := range all {
		known[d.LetterSHA256] = true
		if d.State == state.Accepted { // also where an earlier copy of it lies there
			known[d.Key.String()] = true
		}
	}
	for _, r := range reportList(c) {
		for _, period := range archiveOf(c).Periods(r.Name) {
			if f.Report != "" && f.Report != r.Name || f.Period != "" && f.Period != period || !isPeriod(period) {
				continue
			}
			if err := p.showStrays(ctx, c, s, r, period, known); err != nil {
				return err
			}
		}
	}
	return nil
}

// archiveOf is the archive the configuration names.
func archiveOf(c *config.Config) archive.Folder {
	return archive.Folder(c.Path(c.Archive.Folder))
}

func isPeriod(text string) bool {
	_, err := transform.PeriodOf(text)
	return err == nil
}

// showStrays tells of the letters of one period that the ledger does not know.
func (p *program) showStrays(ctx context.Context, c *config.Config, s *state.DB, r jobs.Report, period string, known map[string]bool) error {
	for _, to := range r.Recipients {
		_, waits, err := mayHaveGone(ctx, c, s, r.Name, period, to.Address)
		if err != nil {
			return err
		}
		key := state.Key{Report: r.Name, Period: period, Scope: to.Scope, Recipient: to.Address, Revision: 1}
		d, lies := archiveOf(c).Lying(key)
		if waits && lies && !known[d.LetterSHA256] && !known[key.String()] {
			fmt.Fprintf(p.stdout, "%s %s to %s is not known to have gone out, but its letter of %s lies in the archive: `clientele outbox confirm %s %s %s arrived` (or with `lost` at its end)\n", r.Name, period, to.Address, d.Accepted.Minute(), r.Name, period, to.Address)
		}
	}
	return nil
}
