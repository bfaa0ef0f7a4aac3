package main

import (
	"context"
	"slices"

	"clientele/config"
	"clientele/transform"
	"clientele/transform/state"
)

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

	key        state.Key
	suppressed bool // its address gets nothing any more
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

// inForce lists the words that hold something a filter selects now.
func inForce(words []state.Hold, f state.Filter) []state.Hold {
	return slices.DeleteFunc(state.Standing(words), func(h state.Hold) bool {
		return f.Report != "" && h.Report != "" && f.Report != h.Report || f.Period != "" && h.Period != "" && f.Period != h.Period
	})
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
