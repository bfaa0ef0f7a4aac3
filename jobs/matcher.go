package jobs

import (
	"errors"

	"clientele/extract"
	"clientele/transform/match"
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
		return handSet{}
	}
	return d.Matcher
}

// handSet goes by weights set by hand, whatever the records are like.
type handSet struct{}

func (handSet) Version() string { return match.Version }

func (handSet) Match(parties []extract.Party, o match.Options, _ By) (match.Result, []byte, error) {
	return match.Link(parties, o), nil, nil
}

func (handSet) Describe([]byte) (match.Learnt, error) {
	return match.Learnt{}, errors.New("weights are set by hand: there is no model to read")
}
