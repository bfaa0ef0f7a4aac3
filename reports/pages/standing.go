package pages

import (
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"clientele/transform"
	"clientele/transform/metrics"
)

// keyStanding is the name among the key figures of where each customer stood: their
// segment, and their quarter of breadth × profit. The next report says who moved.
const keyStanding = "standing"

// mostStanding is how many customers are remembered so. They take about half a
// megabyte, in the state and in every backup of it.
const mostStanding = 100_000

// A standing is where a customer stands, as the places in the two lists, from 1 on; 0
// is in none.
type standing struct{ segment, quadrant uint8 }

func (b *book) standingOf(r row) standing {
	return standing{
		segment:  uint8(1 + slices.Index(metrics.Segments(), r.RFMSegment)),
		quadrant: uint8(1 + slices.Index(metrics.Quadrants(), b.quadrantOf(r))),
	}
}

func (b *book) quadrantOf(r row) string {
	return metrics.QuadrantOf(r.Orders, r.Categories, r.Net, b.r.Products.Many, b.r.Rules.Hurdle)
}

// standings writes down where customers stand, one standing a line with those who
// share it, in 40 bits of a hash of each id: enough to tell 100,000 apart, and nobody
// reads ids there. Nothing is written of more customers than are remembered.
func (b *book) standings() string {
	sharing := map[standing][]uint64{}
	n := 0
	for _, r := range b.rows {
		if s := b.standingOf(r); s != (standing{}) {
			sharing[s] = append(sharing[s], mark(r.ID))
			n++
		}
	}
	if n == 0 || n > mostStanding {
		return ""
	}
	var lines []string
	for s, marks := range sharing {
		lines = append(lines, fmt.Sprintf("%d %d %s", s.segment, s.quadrant, packed(marks)))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// mark is 40 bits of the hash of an id.
func mark(id transform.CustomerID) uint64 {
	sum := sha256.Sum256([]byte(id))
	return binary.BigEndian.Uint64(sum[:8]) >> 24
}

// packed writes marks in ascending order, each as what it lies above the one before.
func packed(marks []uint64) string {
	slices.SortFunc(marks, cmp.Compare[uint64])
	var bytes []byte
	last := uint64(0)
	for _, m := range marks {
		bytes = binary.AppendUvarint(bytes, m-last)
		last = m
	}
	return base64.RawStdEncoding.EncodeToString(bytes)
}

// stood reads where customers stood when the last report was accepted; false where it
// did not say.
func (b *book) stood() (map[uint64]standing, bool) {
	text := b.in.Previous[keyStanding]
	out := map[uint64]standing{}
	for line := range strings.Lines(text) {
		var s standing
		var marks string
		if n, err := fmt.Sscanf(line, "%d %d %s", &s.segment, &s.quadrant, &marks); n != 3 || err != nil {
			return nil, false
		}
		bytes, err := base64.RawStdEncoding.DecodeString(marks)
		if err != nil || int(s.segment) > len(metrics.Segments()) || int(s.quadrant) > len(metrics.Quadrants()) {
			return nil, false
		}
		for last := uint64(0); len(bytes) > 0; {
			d, n := binary.Uvarint(bytes)
			if n <= 0 {
				return nil, false
			}
			last += d
			out[last] = s
			bytes = bytes[n:]
		}
	}
	return out, text != ""
}

// listed names a place of a list, nothing for 0.
func listed(list []string, place uint8) string {
	if place == 0 {
		return ""
	}
	return list[place-1]
}
