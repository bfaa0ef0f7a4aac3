package transform

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strconv"
	"strings"

	"clientele/extract"
)

// A CustomerID names one customer for good: 13 characters, the last a check
// character. It never changes meaning; when two customers turn out to be one, the
// one with fewer records, else the younger, retires with a forwarding address.
// Empty is nobody: "unassigned".
type CustomerID string

// alphabet is Crockford's: no I, L, O or U, so that an id survives being read out.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// NewID returns the n-th id that the founding record can give. The same record
// and n always give the same id, so ids come back even if the state is lost; n
// grows only past ids already used.
func NewID(founder extract.Ref, n int) CustomerID {
	sum := sha256.Sum256([]byte(strconv.Itoa(len(founder.Source)) + ":" + founder.Source + founder.ID + "#" + strconv.Itoa(n)))
	text := base32.NewEncoding(alphabet).WithPadding(base32.NoPadding).EncodeToString(sum[:8])[:12]
	return CustomerID(text + string(check(text)))
}

// ParseID reads an id as a person may write it: lower case, with blanks or
// hyphens, O for 0, I or L for 1. It refuses what the check character refutes.
func ParseID(s string) (CustomerID, error) {
	clean := strings.NewReplacer("-", "", " ", "", "O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(s))
	if len(clean) != 13 || strings.Trim(clean, alphabet) != "" {
		return "", fmt.Errorf("customer id %q: want 13 letters and digits", s)
	}
	if clean[12] != check(clean[:12]) {
		return "", fmt.Errorf("customer id %q: the last character does not fit, look for a typing mistake", s)
	}
	return CustomerID(clean), nil
}

// check returns the character that makes every single wrong character and every
// two swapped neighbours visible: the text as a polynomial over the field of 32
// elements (modulus x^5+x^2+1), evaluated at x.
func check(text string) byte {
	sum := 0
	for i := range len(text) {
		sum <<= 1
		if sum >= 32 {
			sum ^= 0b100101
		}
		sum ^= strings.IndexByte(alphabet, text[i])
	}
	return alphabet[sum]
}

// What can happen to an id in a run.
const (
	IDMinted   = "mint"
	IDSurvived = "survive" // it goes on with records that are new to it
	IDMerged   = "merge"   // two customers turned out to be one: one id retires
	IDSplit    = "split"   // one customer turned out to be several: records left for another id
	IDRetired  = "retire"  // no record is left
	IDRevived  = "revive"  // a retired customer's record came back
)

// An IDEvent is one change in the life of an id; an id whose records stay has none.
// Whoever plays all events from the first run on, giving each id the records that
// its mint, survive and revive name, knows whose every record is.
type IDEvent struct {
	Kind    string
	ID      CustomerID
	Into    CustomerID // merge: where to look now; split: where the records went
	Reason  string
	Records []extract.Ref // those that came with mint, survive and revive, left with split and merge, were the last with retire
}
