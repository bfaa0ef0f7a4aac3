package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/extract"
	"clientele/transform"
	"clientele/transform/state"
)

func (p *program) outboxListCommand() *cobra.Command {
	var f state.Filter
	var machine bool
	cmd := &cobra.Command{
		Use: "list", Aliases: []string{"ls"}, Short: "List letters, all or some, and what needs a person", Args: exactly(),
		Example: "  clientele outbox list --state unknown\n  clientele outbox list --report sales --period 2026-10 --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := sensible(f); err != nil {
				return err
			}
			return p.withOutbox(cmd.Context(), func(ctx context.Context, c *config.Config, s *state.DB) error {
				lines, words, err := outboxLines(ctx, c, s, f)
				if err != nil {
					return err
				}
				suppressed, err := suppress(ctx, c, s, lines)
				switch {
				case err != nil:
					return err
				case machine:
					return p.outboxJSON(lines)
				}
				p.showOutbox(lines, words)
				p.showSuppressed(suppressed, f)
				return p.showRestored(ctx, c, s, f)
			})
		},
	}
	cmd.Flags().StringVar(&f.Report, "report", "", "only of this report")
	cmd.Flags().StringVar(&f.Period, "period", "", "only of this period, such as 2026-10 or 2026-W40")
	cmd.Flags().StringVar(&f.Recipient, "to", "", "only to this address")
	cmd.Flags().StringVar((*string)(&f.State), "state", "", "only in this state, such as unknown, deferred or rejected")
	cmd.Flags().BoolVar(&machine, "json", false, "for programs: one object a letter")
	return cmd
}

// sensible refuses to look for what cannot be there: an empty list would read like
// good news.
func sensible(f state.Filter) error {
	var states []string
	for _, s := range state.States() {
		states = append(states, string(s))
	}
	if f.State != "" {
		if err := known("state", string(f.State), states); err != nil {
			return err
		}
	}
	return reportAndPeriod(f.Report, f.Period)
}

// An outboxLine is one letter as it is listed.
type outboxLine struct {
	Report    string       `json:"report"`
	Period    string       `json:"period"`
	Territory string       `json:"territory,omitempty"`
	Rep       string       `json:"rep,omitempty"`
	Recipient string       `json:"recipient"`
	Revision  int          `json:"revision"`
	State     state.State  `json:"state"`
	Held      string       `json:"held,omitempty"`   // why it waits for a person
	Copies    []outboxCopy `json:"copies,omitempty"` // sent again on a person's word
	Tries     int          `json:"tries"`
	Since     string       `json:"since"`
	NextTry   string       `json:"next_try,omitempty"`
	Code      int          `json:"code,omitempty"`
	Answer    string       `json:"answer,omitempty"`
	MessageID string       `json:"message_id,omitempty"`
	SHA256    string       `json:"letter_sha256,omitempty"`

	key state.Key
}

// An outboxCopy is a letter that was sent again.
type outboxCopy struct {
	State  state.State `json:"state"`
	Who    string      `json:"who"`
	Why    string      `json:"why,omitempty"`
	Asked  string      `json:"asked"`
	Tries  int         `json:"tries"`
	Answer string      `json:"answer,omitempty"`
}

// outboxLines gathers the letters a filter selects, and the words that hold any now.
func outboxLines(ctx context.Context, c *config.Config, s *state.DB, f state.Filter) ([]outboxLine, []state.Hold, error) {
	list, err := s.Deliveries(ctx, f)
	if err != nil {
		return nil, nil, err
	}
	words, err := s.Holds(ctx)
	if err != nil {
		return nil, nil, err
	}
	copies, err := s.Resends(ctx, state.Filter{Report: f.Report, Period: f.Period, Recipient: f.Recipient})
	if err != nil {
		return nil, nil, err
	}
	restores, err := s.Restores(ctx)
	if err != nil {
		return nil, nil, err
	}
	var lines []outboxLine
	for _, d := range list {
		l := outboxLine{
			Report: d.Report, Period: d.Period, Territory: d.Territory, Rep: d.Rep, Recipient: d.Recipient, Revision: d.Revision, State: d.State, Tries: d.Attempts,
			Since: moment(d.Changed), NextTry: moment(d.NextAt), Code: d.Code, Answer: d.Answer, MessageID: d.MessageID, SHA256: d.LetterSHA256, key: d.Key,
		}
		if d.State != state.Accepted {
			l.Held = heldNow(c, words, restores, d)
		}
		for _, r := range copies {
			if r.Key == d.Key {
				l.Copies = append(l.Copies, outboxCopy{r.State, r.Who, r.Why, moment(r.Asked), r.Attempts, r.Answer})
			}
		}
		lines = append(lines, l)
	}
	return lines, inForce(words, f), nil
}

// heldNow says why a letter waits for a person, if it does.
func heldNow(c *config.Config, words []state.Hold, restores []state.Restored, d state.Delivery) string {
	if by, held := state.HeldBy(words, d.Report, d.Period, d.Recipient); held {
		return by.String()
	}
	period, err := transform.PeriodOf(d.Period)
	if err != nil {
		return ""
	}
	if r, waits := state.MayHaveGone(restores, words, d.Report, d.Period, period.To.Start(c.Company.Zone.Location()), d.Recipient); waits && d.State != state.Unknown {
		return r.String()
	}
	return ""
}

// inForce lists the words that hold something now.
func inForce(words []state.Hold, f state.Filter) []state.Hold {
	return slices.DeleteFunc(slices.Clone(words), func(h state.Hold) bool {
		by, held := state.HeldBy(words, h.Report, h.Period, h.Recipient)
		return h.Released || !held || by != h || f.Report != "" && h.Report != "" && f.Report != h.Report || f.Period != "" && h.Period != "" && f.Period != h.Period
	})
}

func (p *program) outboxJSON(lines []outboxLine) error {
	out := json.NewEncoder(p.stdout)
	for _, l := range lines {
		if err := out.Encode(l); err != nil {
			return err
		}
	}
	return nil
}

// showOutbox writes a table for people, and below it what only they can do.
func (p *program) showOutbox(lines []outboxLine, words []state.Hold) {
	if len(lines) == 0 {
		fmt.Fprintln(p.stdout, "No letters.")
	} else {
		table := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
		fmt.Fprintln(table, "STATE\tREPORT\tPERIOD\tTO\tREV\tTRIES\tSINCE\tNEXT TRY\tANSWER")
		for _, l := range lines {
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%d\t%d\t%s\t%s\t%s\n", l.word(), l.Report, l.Period, l.to(), l.Revision, l.Tries, cmp.Or(l.Since, "-"), cmp.Or(l.NextTry, "-"), l.again()+brief(cmp.Or(l.Held, l.Answer)))
		}
		_ = table.Flush() // as every other line of output: nobody is there to tell
	}
	for _, h := range words {
		fmt.Fprintf(p.stdout, "Held: %s. `clientele outbox release%s` lets it go.\n", h, h.Command())
	}
	p.needed(lines)
}

func (l outboxLine) word() string {
	if l.Held != "" {
		return string(l.State) + ", held"
	}
	return string(l.State)
}

// unclear reports whether nobody knows of a copy.
func (l outboxLine) unclear() bool {
	return slices.ContainsFunc(l.Copies, func(c outboxCopy) bool { return c.State == state.Unknown })
}

// again says how often a letter was sent again, and what the last copy came to where
// it was not taken.
func (l outboxLine) again() string {
	if len(l.Copies) == 0 {
		return ""
	}
	out := "sent again " + counted(len(l.Copies), "time")
	if last := l.Copies[len(l.Copies)-1]; last.State != state.Accepted {
		out += ", the last copy is " + string(last.State)
	}
	return out + "; "
}

// to is the recipient with what they see, where it is not the whole company.
func (l outboxLine) to() string {
	if l.Territory == "" && l.Rep == "" {
		return l.Recipient
	}
	return l.Recipient + " (" + l.key.Scope.Name() + ")"
}

// moment writes a moment, and nothing for none.
func moment(at extract.Instant) string {
	if at == 0 {
		return ""
	}
	return at.Time().UTC().Format(time.RFC3339)
}

// brief is the beginning of what a server said.
func brief(text string) string {
	const most = 80
	line, _, more := strings.Cut(text, "\n")
	if r := []rune(line); len(r) > most {
		return string(r[:most]) + "..."
	}
	if more {
		line += " ..."
	}
	return line
}

// needed says what needs a person, with the commands for it.
func (p *program) needed(lines []outboxLine) {
	const most = 5
	for _, n := range []struct {
		state state.State
		says  string
		do    string
	}{
		{state.Unknown, "may or may not have arrived, and nobody sends it again unasked. Ask the recipient, or look for the Message-ID in the mail server's log, then", "clientele outbox confirm %s %s %s arrived|lost"},
		{state.Rejected, "was refused for good. Mend the cause, then", "clientele outbox resend %s %s %s"},
	} {
		shown := 0
		for _, l := range lines {
			if l.State != n.state && (n.state != state.Unknown || !l.unclear()) {
				continue
			}
			if shown++; shown > most {
				continue
			}
			fmt.Fprintf(p.stdout, "%s %s to %s %s: `"+n.do+"`\n", l.Report, l.Period, l.to(), n.says, l.Report, l.Period, l.Recipient)
		}
		if shown > most {
			fmt.Fprintf(p.stdout, "and %d more that are %s\n", shown-most, n.state)
		}
	}
}
