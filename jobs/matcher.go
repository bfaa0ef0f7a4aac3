package jobs

import (
	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/match/linkage"
)

// A Matcher tells which records are one customer. It goes by a model, which it learns
// from records and hands on as bytes: the same records give the same bytes.
type Matcher interface {
	// Version names its rules. It changes whenever the same records could be linked
	// differently by the same model.
	Version() string
	// Match links records, and returns the model it went by if it learnt one.
	Match(parties []extract.Party, o match.Options, by By) (match.Result, []byte, error)
	// Describe says what a model knows, and refuses one that Match could not use.
	Describe(model []byte) (match.Learnt, error)
}

// By says what a Matcher goes by: a model, one it is to learn first, or, with neither,
// what is built into it.
type By struct {
	Model []byte
	Learn bool
}

// matcher returns what tells who is who.
func (d *Director) matcher() Matcher {
	if d.Matcher == nil {
		return engine{}
	}
	return d.Matcher
}

// engine is the Matcher of package linkage.
type engine struct{}

func (engine) Version() string { return linkage.Version }

func (engine) Match(parties []extract.Party, o match.Options, by By) (match.Result, []byte, error) {
	defer sparingly()()
	return linkage.Match(parties, o, by.Model, by.Learn)
}

func (engine) Describe(model []byte) (match.Learnt, error) {
	m, err := linkage.Decode(model)
	if err != nil {
		return match.Learnt{}, err
	}
	return m.Learnt(), nil
}
