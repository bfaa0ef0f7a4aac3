// Package truth holds what is known about records whose identity is known: the
// labelled sets, how well a grouping agrees with them, and the cases in which
// textbook matching goes wrong, each with the verdict a careful person would give.
//
// It serves tests and benchmarks only; no part of the program imports it. Deciding
// who is who is left to the works it judges, inventing people to extract/demo.
package truth

import (
	"iter"

	"clientele/extract"
)

// A Record is a party whose identity is known.
type Record struct {
	extract.Party
	Who  string // the person or company it truly is
	Home string // the household, company or group that one belongs to; empty where the set knows none
}

// A Set is a file of records with known truth.
type Set struct {
	Name    string
	Country string // two letters: where numbers without a country code are from; empty where nobody says
	Homes   bool   // whether it knows households
	file    string // below the folder of the data, with slashes
	columns []column
}

// Read streams the records of the set from a folder of data, in the order of the
// file. A record holds until the next one is asked for.
func (s Set) Read(dir string) iter.Seq2[*Record, error] {
	return func(yield func(*Record, error) bool) {
		t, err := open(s.path(dir), s.columns)
		if err != nil {
			yield(nil, err)
			return
		}
		defer t.close()
		for {
			r, err := t.next(s.Name)
			if r == nil && err == nil || !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// Load reads the whole set: its parties and, by their index, who and where they
// truly are. Homes is nil where the set knows no households.
func (s Set) Load(dir string) (parties []extract.Party, who, homes *Labels, err error) {
	who, homes = &Labels{}, &Labels{}
	for r, err := range s.Read(dir) {
		if err != nil {
			return nil, nil, nil, err
		}
		parties = append(parties, r.Party)
		who.Add(r.Who)
		homes.Add(r.Home)
	}
	if !s.Homes {
		homes = nil
	}
	return parties, who, homes, nil
}
