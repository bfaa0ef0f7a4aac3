package linkage

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"slices"
)

// Terms are the frequencies of the values of one column, as they were when the
// model was learnt.
type Terms struct {
	Held   int // records that held any value
	Counts Counts
}

// Counts are the values that three records or more held, by the hash of their text:
// of rarer ones, any two records may be all there are.
type Counts map[uint64]uint32

// leastCounted is from how many holders on a value is kept in a model.
const leastCounted = 3

func (x *texts) terms() Terms {
	t := Terms{Held: x.held, Counts: Counts{}}
	for n := 1; n < x.len(); n++ {
		if x.count[n] >= leastCounted {
			t.Counts[longHash(x.of(uint32(n)))] = x.count[n]
		}
	}
	return t
}

// MarshalJSON writes the counts packed, in order of the hash.
func (c Counts) MarshalJSON() ([]byte, error) {
	keys := make([]uint64, 0, len(c))
	for k := range c { // sorted below
		keys = append(keys, k)
	}
	slices.Sort(keys)
	packed := make([]byte, 0, 12*len(keys))
	for _, k := range keys {
		packed = binary.LittleEndian.AppendUint64(packed, k)
		packed = binary.LittleEndian.AppendUint32(packed, c[k])
	}
	return json.Marshal(base64.StdEncoding.EncodeToString(packed))
}

// UnmarshalJSON reads packed counts.
func (c *Counts) UnmarshalJSON(body []byte) error {
	var text string
	if err := json.Unmarshal(body, &text); err != nil {
		return err
	}
	packed, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(packed)%12 != 0 {
		return fmt.Errorf("the model's frequencies or shared values are damaged: let it learn anew")
	}
	*c = make(Counts, len(packed)/12)
	for ; len(packed) > 0; packed = packed[12:] {
		(*c)[binary.LittleEndian.Uint64(packed)] = binary.LittleEndian.Uint32(packed[8:])
	}
	return nil
}

// rarity is how many strangers hold each value of a column by a model.
type rarity struct {
	held   float64
	others []uint32 // by value: holders beside the two records that have it in common
}

func (x *texts) rarity(t Terms) rarity {
	r := rarity{held: float64(t.Held), others: make([]uint32, x.len())}
	if len(t.Counts) == 0 {
		return r
	}
	for n := 1; n < x.len(); n++ {
		r.others[n] = max(t.Counts[longHash(x.of(uint32(n)))], 2) - 2
	}
	return r
}

// The records that are imagined behind the real ones, so that a name is no wonder
// only because the company is small.
const imagined = 500

// share returns log2 of the share of strangers that hold a value of so many other
// holders: those that are seen, and some that are not. How many are not is what the share of strangers that
// agree on any value at all suggests; one at most, for a common value would have
// been seen, and not much less than a fiftieth, for nothing is beyond coincidence.
func (r *rarity) share(others uint32, agree float64) float64 {
	all := r.held + imagined
	unseen := max(0.02, min(1, agree*all))
	return math.Log2((float64(others) + unseen) / all)
}
