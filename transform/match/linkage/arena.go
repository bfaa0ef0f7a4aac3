package linkage

import (
	"encoding/binary"
	"strings"
)

// arena keeps many short texts in few pieces of memory, each behind its length: what
// names one is a number, not the four times as much of a string. The collector finds
// nothing in them to follow.
type arena struct {
	pieces []string
	open   strings.Builder // the last piece
}

// A piece holds 64 KiB, the first ones less. A longer text is a piece of its own.
const (
	pieceBits = 16
	pieceSize = 1 << pieceBits
	firstBits = 10
)

// add takes a copy of a text in, and returns where it is. What is written into a
// piece is never moved. There is room for 4 GiB.
func (a *arena) add(s string) uint32 {
	var room [binary.MaxVarintLen64]byte
	length := binary.AppendUvarint(room[:0], uint64(len(s)))
	need := len(length) + len(s)
	if len(a.pieces) == 0 || a.open.Len()+need > min(a.open.Cap(), pieceSize) {
		a.begin(need)
	}
	from, last := a.open.Len(), len(a.pieces)-1
	a.open.Write(length)
	a.open.WriteString(s)
	a.pieces[last] = a.open.String()
	return uint32(last<<pieceBits | from)
}

func (a *arena) begin(need int) {
	if len(a.pieces) == 1<<(32-pieceBits) {
		panic("linkage: one field holds more than 4 GiB of different values")
	}
	a.open = strings.Builder{}
	a.open.Grow(max(1<<min(firstBits+len(a.pieces), pieceBits), need))
	a.pieces = append(a.pieces, "")
}

// text returns the text that is at a place.
func (a *arena) text(at uint32) string {
	s := a.pieces[at>>pieceBits][at&(pieceSize-1):]
	if n := s[0]; n < 0x80 {
		return s[1:][:n]
	}
	return long(s)
}

// long reads a text whose length takes several bytes.
func long(s string) string {
	size, shift := 0, 0
	for i := range len(s) {
		size |= int(s[i]&0x7f) << shift
		if shift += 7; s[i] < 0x80 {
			return s[i+1:][:size]
		}
	}
	return ""
}

// keep returns a copy of a text.
func (a *arena) keep(s string) string { return a.text(a.add(s)) }
