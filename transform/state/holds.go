package state

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"clientele/extract"
)

// A Hold is a person's word that letters wait, or go again. What is left empty is
// any: the empty Hold holds everything.
type Hold struct {
	Report    string
	Period    string // transform.Period.Key; only with a report
	Recipient string // the address
	Released  bool   // the word that lets go
	Who, Why  string
	At        extract.Instant
}

// SetHold writes down a word. Earlier words stay: who held what is part of the past. The
// word is later than every one before, and than a restoring, also where the clocks of two
// machines differ or one went back: who speaks last is heard.
func (db *DB) SetHold(ctx context.Context, h Hold) error {
	err := db.write(ctx, func(s session) error {
		if h.Who == "" || h.At == 0 || h.Period != "" && h.Report == "" {
			return errors.New("a hold needs who says so and when, and a period needs its report")
		}
		h.Who, h.Why = readable(h.Who), readable(h.Why)
		var last moment
		if _, err := s.get(ctx, &last, "hold-last"); err != nil {
			return err
		}
		h.At = max(h.At, last.At+1)
		return s.put(ctx, "hold-set", h)
	})
	if err != nil {
		return fmt.Errorf("write down the word on %s: %w", h.Over(), err)
	}
	return nil
}

// Holds returns every word ever given, the earliest first.
func (db *DB) Holds(ctx context.Context) ([]Hold, error) {
	var all []Hold
	if err := db.read().list(ctx, &all, "hold-list"); err != nil {
		return nil, fmt.Errorf("read what is held: %w", err)
	}
	return all, nil
}

// HeldBy says whether a letter waits for a person, and by which word. A hold lasts
// until it is released by a later word for the same or for something narrower that
// the letter is part of: who let one report go did not mean a stop of everything
// that came afterwards, and who lets everything go does not forget that one
// recipient was held. Of several the most specific holds, then the latest.
func HeldBy(list []Hold, report, period, recipient string) (Hold, bool) {
	var by Hold
	found := false
	for i, h := range list {
		if h.Released || !h.covers(report, period, recipient) || lifted(list, i, report, period, recipient) {
			continue
		}
		if !found || h.width() < by.width() || h.width() == by.width() && h.At >= by.At {
			by, found = h, true
		}
	}
	return by, found
}

// Standing lists the words that hold something now.
func Standing(list []Hold) []Hold {
	return slices.DeleteFunc(slices.Clone(list), func(h Hold) bool {
		by, held := HeldBy(list, h.Report, h.Period, h.Recipient)
		return h.Released || !held || by != h
	})
}

// Released says whether a person let this report and period go, whatever else
// speaks against it, and who: the word names both, and nothing was held since.
func Released(list []Hold, report, period string) (Hold, bool) {
	var by Hold
	found := false
	for _, h := range list {
		if h.Report == report && h.Period == period && h.Recipient == "" && (!found || h.At >= by.At) {
			by, found = h, true
		}
	}
	_, held := HeldBy(list, report, period, "")
	return by, found && by.Released && !held
}

// lifted reports whether a hold was released for a letter.
func lifted(list []Hold, i int, report, period, recipient string) bool {
	for j, r := range list {
		later := r.At > list[i].At || r.At == list[i].At && j > i
		if r.Released && later && r.covers(report, period, recipient) && r.within(list[i]) {
			return true
		}
	}
	return false
}

// covers reports whether a word is about a letter. The empty recipient is the
// report as a whole.
func (h Hold) covers(report, period, recipient string) bool {
	return (h.Report == "" || h.Report == report) && (h.Period == "" || h.Period == period) && (h.Recipient == "" || SameAddress(h.Recipient, recipient))
}

// within reports whether a word is about the same as another, or about a part of it.
func (h Hold) within(o Hold) bool { return o.covers(h.Report, h.Period, h.Recipient) }

// width counts what a word leaves open.
func (h Hold) width() (n int) {
	for _, word := range []string{h.Report, h.Period, h.Recipient} {
		if word == "" {
			n++
		}
	}
	return n
}

// Over says in words what a hold is about.
func (h Hold) Over() string {
	out := "everything"
	if h.Report != "" {
		out = h.Report
	}
	if h.Period != "" {
		out += " " + h.Period
	}
	if h.Recipient != "" {
		out += " to " + h.Recipient
	}
	return out
}

// String says in words who held what since when.
func (h Hold) String() string {
	did := "held"
	if h.Released {
		did = "released"
	}
	out := fmt.Sprintf("%s %s by %s since %s", h.Over(), did, h.Who, h.At.Minute())
	if h.Why != "" {
		out += ": " + h.Why
	}
	return out
}

// Command repeats what a hold is about as it is typed behind `outbox release`, with a
// blank before it.
func (h Hold) Command() string {
	switch {
	case h.Report == "" && h.Recipient != "":
		return " --address " + h.Recipient
	case h.Report == "":
		return " --all"
	}
	out := " " + h.Report
	for _, word := range []string{h.Period, h.Recipient} {
		if word != "" {
			out += " " + word
		}
	}
	return out
}
