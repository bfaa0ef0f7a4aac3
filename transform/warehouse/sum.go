package warehouse

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/bits"
)

// A sum is a number of 128 bits: the hash of a row, or the hashes of many added up.
// Adding does not care about order, so a sum follows a set of rows as they come and
// go.
type sum struct{ hi, lo uint64 }

// hashOf returns the first 128 bits of the SHA-256 of a row's encoded fields.
func hashOf(row []byte) sum {
	h := sha256.Sum256(row)
	return sum{binary.BigEndian.Uint64(h[:8]), binary.BigEndian.Uint64(h[8:16])}
}

func (s sum) plus(o sum) sum {
	lo, carry := bits.Add64(s.lo, o.lo, 0)
	hi, _ := bits.Add64(s.hi, o.hi, carry)
	return sum{hi, lo}
}

func (s sum) minus(o sum) sum {
	lo, borrow := bits.Sub64(s.lo, o.lo, 0)
	hi, _ := bits.Sub64(s.hi, o.hi, borrow)
	return sum{hi, lo}
}

func (s sum) less(o sum) bool { return s.hi < o.hi || s.hi == o.hi && s.lo < o.lo }

// bytes returns the sum as it is stored.
func (s sum) bytes() []byte {
	return binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(nil, s.hi), s.lo)
}

func (s sum) String() string { return hex.EncodeToString(s.bytes()) }

func sumFrom(b []byte) (sum, error) {
	if len(b) != 16 {
		return sum{}, fmt.Errorf("a stored hash has %d bytes, not 16", len(b))
	}
	return sum{binary.BigEndian.Uint64(b), binary.BigEndian.Uint64(b[8:])}, nil
}
