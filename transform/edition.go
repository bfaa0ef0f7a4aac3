package transform

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// An Edition identifies the contents of a report by everything that goes into it.
// Equal editions are equal workbooks, byte for byte.
type Edition struct {
	Report    string
	Period    Period
	Scope     Scope
	Snapshot  string // digest of the staged rows
	Links     string // digest of who is who
	Decisions string // digest of people's words
	Model     string // version of the matching model and the metrics
	Config    string // digest of the settings that bear on figures
	Code      string // version of the program
	Account   string // digest of what is said about reading the sources
	Against   string // digest of the figures it is compared with
	Restated  bool   // what is known now about a period reported before
	Corrects  string // hash of the accepted edition it says the difference to; empty but for corrections
}

// Hash returns the edition as 64 hexadecimal characters.
func (e Edition) Hash() string {
	h := sha256.New()
	parts := []string{
		e.Report, e.Period.Kind, e.Period.From.String(), e.Period.To.String(), e.Scope.Territory, e.Scope.Rep,
		e.Snapshot, e.Links, e.Decisions, e.Model, e.Config, e.Code, e.Account, e.Against,
		strconv.FormatBool(e.Restated),
	}
	if e.Corrects != "" {
		parts = append(parts, e.Corrects)
	}
	for _, s := range parts {
		h.Write([]byte(strconv.Itoa(len(s)) + ":" + s))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Content returns a hash of what an edition says, whatever it says it in answer to:
// equal for a report, its restatement and its correction of the same figures.
func (e Edition) Content() string {
	e.Restated, e.Corrects = false, ""
	return e.Hash()
}

// Short returns the eight characters a stamp shows.
func (e Edition) Short() string { return e.Hash()[:8] }
