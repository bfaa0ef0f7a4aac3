package state

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/transform/store"
)

// ErrNotRefused means that nothing counts against an address.
var ErrNotRefused = errors.New("nothing counts against this address")

// Suppressed is an address that was refused for good so often in a row that no letter
// is written for it until a person says otherwise.
type Suppressed struct {
	Address  string // with the domain in small letters
	Refusals int    // in a row
	Since    extract.Instant
	Words    string // of the last refusal
}

// String says why letters to the address are held.
func (x Suppressed) String() string {
	times := "once"
	if x.Refusals > 1 {
		times = fmt.Sprintf("%d times in a row", x.Refusals)
	}
	return fmt.Sprintf("suppressed since %s, refused %s, last: %s", x.Since.Minute(), times, x.Words)
}

// Suppressed lists the addresses that were refused for good this many times in a row
// or more, in order of address; zero suppresses nobody. An accepted letter ends the
// row, unless it came back; so does a person's word. It is worked out from what is
// written down, so it is right after a crash too, and follows a changed number.
func (db *DB) Suppressed(ctx context.Context, after int) ([]Suppressed, error) {
	if after < 1 {
		return nil, nil
	}
	rows, err := db.refusalsInARow(ctx)
	if err != nil {
		return nil, fmt.Errorf("look up which addresses are suppressed: %w", err)
	}
	var out []Suppressed
	for _, row := range rows {
		if len(row) >= after {
			latest := row[len(row)-1]
			out = append(out, Suppressed{Address: latest.Address, Refusals: len(row), Since: since(row, after), Words: latest.Words})
		}
	}
	return out, nil
}

// since is when the refusal was learnt that made the row as long as it takes.
func since(row []refusal, after int) extract.Instant {
	var learnt []extract.Instant
	for _, r := range row {
		learnt = append(learnt, r.At)
	}
	slices.Sort(learnt)
	return learnt[after-1]
}

// refusalsInARow returns what counts against each address, in order of address and
// time.
func (db *DB) refusalsInARow(ctx context.Context) (rows [][]refusal, err error) {
	err = db.look(ctx, func(s session) error {
		rows = nil
		var all []refusal
		var taken, readmitted []moment
		if err := errors.Join(s.list(ctx, &all, "refusal-list"), s.list(ctx, &taken, "refusal-taken"), s.list(ctx, &readmitted, "readmission-list")); err != nil {
			return err
		}
		accepted, pardoned := last(taken), last(readmitted)
		for _, r := range all {
			if r.Sent <= accepted[r.Address] || r.At <= pardoned[r.Address] {
				continue
			}
			if n := len(rows); n > 0 && rows[n-1][0].Address == r.Address {
				rows[n-1] = append(rows[n-1], r)
			} else {
				rows = append(rows, []refusal{r})
			}
		}
		return nil
	})
	return rows, err
}

// Suppression finds an address in a list of Suppressed. Capitals of the domain do
// not matter.
func Suppression(list []Suppressed, address string) (Suppressed, bool) {
	at := slices.IndexFunc(list, func(x Suppressed) bool { return x.Address == AddressKey(address) })
	if at < 0 {
		return Suppressed{}, false
	}
	return list[at], true
}

// Readmit writes down a person's word that an address is good: what counted against it
// until now counts no more. It returns how many refusals that were; ErrNotRefused if
// there were none.
func (db *DB) Readmit(ctx context.Context, address, who, why string, now extract.Instant) (int, error) {
	rows, err := db.refusalsInARow(ctx)
	if err != nil {
		return 0, fmt.Errorf("look up what counts against %s: %w", address, err)
	}
	key := AddressKey(address)
	at := slices.IndexFunc(rows, func(row []refusal) bool { return row[0].Address == key })
	if at < 0 {
		return 0, fmt.Errorf("%s: %w", address, ErrNotRefused)
	}
	until := now
	for _, r := range rows[at] {
		until = max(until, r.At) // by a clock that ran ahead
	}
	err = db.write(ctx, func(s session) error {
		_, err := s.exec(ctx, "readmission-put", key, until, readable(who), readable(why))
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("let letters go to %s again: %w", address, err)
	}
	return len(rows[at]), nil
}

// Readmitted returns when a person last said of each address that it is good, by
// AddressKey.
func (db *DB) Readmitted(ctx context.Context) (map[string]extract.Instant, error) {
	var list []moment
	if err := db.read().list(ctx, &list, "readmission-list"); err != nil {
		return nil, fmt.Errorf("look up which addresses are good again: %w", err)
	}
	return last(list), nil
}

// SuppressedAt lists the suppressed addresses of the state that is at a place, if one
// is. Nothing is made or changed there.
func SuppressedAt(ctx context.Context, o store.Options, after int) (list []Suppressed, err error) {
	queries, err := store.Queries(files)
	if err != nil {
		return nil, err
	}
	err = store.Peek(ctx, o, schema(), "readmissions", func(on *store.DB) error {
		db := &DB{on: on, queries: queries}
		list, err = db.Suppressed(ctx, after)
		return err
	})
	return list, err
}
