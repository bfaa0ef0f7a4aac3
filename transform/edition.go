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
}

// Hash returns the edition as 64 hexadecimal characters.
func (e Edition) Hash() string {
	h := sha256.New()
	for _, s := range []string{
		e.Report, e.Period.Kind, e.Period.From.String(), e.Period.To.String(), e.Scope.Territory, e.Scope.Rep,
		e.Snapshot, e.Links, e.Decisions, e.Model, e.Config, e.Code, e.Account, e.Against,
		strconv.FormatBool(e.Restated),
	} {
		h.Write([]byte(strconv.Itoa(len(s)) + ":" + s))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Short returns the eight characters a stamp shows.
func (e Edition) Short() string { return e.Hash()[:8] }
