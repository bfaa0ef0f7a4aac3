package linkage

import (
	"encoding/json"
	"fmt"
)

// Version names the comparisons, their levels and how they are weighed. A model of
// another version cannot be used.
const Version = "mixture-2"

// A Model is what was learnt about the records of a company. It is used until a
// person or the configured cadence asks for another, so that the same records are
// the same customers from one run to the next.
type Model struct {
	Version        string
	Records        int // it was learnt from
	Persons, Firms Scheme
	Terms          map[string]Terms  // by column: the values several records hold
	Shared         map[string]Counts // by column: the values several people use, with how many given names; nil for what is built in
}

// A Scheme is what was learnt about people, or about companies.
type Scheme struct {
	Records int
	Weighed int64   // pairs that were looked at in learning
	Found   float64 // of them, expected to be one customer
	Same    float64 // of all pairs, the share that are one customer
	Kin     float64 // of all pairs, the share that are two of one household or company
	Fields  []Field
}

// A Field is one comparison, its levels from disagreement upwards.
type Field struct {
	Name   string
	Levels []Level
}

// A Level is one way to agree: how often pairs of one customer, of one household or
// company, and of strangers show it, from 0 to 1, among pairs that have the field on
// both sides.
type Level struct {
	Words               string
	Same, Kin, Stranger float64
}

// Encode writes a model down. Equal models have equal bytes.
func (m *Model) Encode() ([]byte, error) { return json.Marshal(m) }

// Decode reads a model that Encode wrote. One of another version is an error: its
// levels mean something else.
func Decode(body []byte) (*Model, error) {
	var m Model
	if err := json.Unmarshal(body, &m); err != nil {
		return nil, fmt.Errorf("read the model: %w", err)
	}
	if m.Version != Version {
		return nil, fmt.Errorf("the model is of version %q, this program weighs by %q: let it learn anew", m.Version, Version)
	}
	for _, s := range []struct {
		scheme *Scheme
		cmps   []comparison
	}{{&m.Persons, persons()}, {&m.Firms, firms()}} {
		if err := s.scheme.fits(s.cmps); err != nil {
			return nil, err
		}
	}
	return &m, nil
}

func (s *Scheme) fits(cmps []comparison) error {
	if len(s.Fields) != len(cmps) {
		return fmt.Errorf("the model knows %d fields, this program compares %d: let it learn anew", len(s.Fields), len(cmps))
	}
	for k, f := range s.Fields {
		if f.Name != cmps[k].name || len(f.Levels) != len(cmps[k].levels) {
			return fmt.Errorf("the model's field %q is not as this program compares it: let it learn anew", f.Name)
		}
	}
	return nil
}

// builtin is what is known without any records.
func builtin(cmps []comparison) Scheme {
	s := Scheme{Same: imaginedSame / imaginedPairs, Kin: imaginedKin / imaginedPairs}
	for _, c := range cmps {
		f := Field{Name: c.name}
		for _, l := range c.levels {
			f.Levels = append(f.Levels, Level{Words: l.words, Same: l.same, Kin: l.kin, Stranger: l.stranger})
		}
		f.level(func(l *Level) *float64 { return &l.Same })
		f.level(func(l *Level) *float64 { return &l.Stranger })
		if c.strangers {
			f.likeStrangers(c)
		}
		f.level(func(l *Level) *float64 { return &l.Kin })
		s.Fields = append(s.Fields, f)
	}
	return s
}

// level makes the shares of one class add up to one.
func (f *Field) level(of func(*Level) *float64) {
	sum := 0.0
	for l := range f.Levels {
		sum += *of(&f.Levels[l])
	}
	for l := range f.Levels {
		*of(&f.Levels[l]) /= sum
	}
}

// likeStrangers lets relatives agree as often as strangers do, but for what there is
// at least.
func (f *Field) likeStrangers(c comparison) {
	for l := range f.Levels {
		f.Levels[l].Kin = max(f.Levels[l].Stranger, c.levels[l].kin)
	}
	f.level(func(l *Level) *float64 { return &l.Kin })
}
