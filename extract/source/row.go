package source

import (
	"strings"

	"clientele/extract"
)

// A row is what the cells of one row share: its first fault, and the tools they
// read with.
type row struct {
	fault   extract.Fault
	failed  bool
	stats   *Stats
	decoder *textDecoder
	zone    clock // for times without a zone
	company clock // for days
}

// fail notes the first fault of a row.
func (r *row) fail(field string, value []byte, reason string) {
	if r.failed {
		return
	}
	const most = 200
	if len(value) > most {
		value = value[:most]
	}
	text := strings.ToValidUTF8(string(value), "\uFFFD")
	r.failed, r.fault = true, extract.Fault{Field: field, Value: text, Reason: reason}
}

// reset forgets the fault of the row before.
func (r *row) reset() {
	if r.failed {
		r.failed, r.fault = false, extract.Fault{}
	}
}

// A slot is the part all cells have in common.
type slot struct {
	*row
	name string
	need bool
}

// empty refuses an empty value where one is needed.
func (s *slot) empty(raw []byte) {
	if s.need {
		s.fail(s.name, raw, "is empty, but every row needs it")
	}
}

// ready returns the value as trimmed UTF-8, nothing if it is empty or broken.
func (s *slot) ready(raw []byte) []byte {
	if plainText(raw) {
		if len(raw) == 0 {
			s.empty(raw)
		}
		return raw
	}
	b, decoded, ok := s.decoder.valid(raw)
	if !ok {
		s.fail(s.name, raw, "is not valid UTF-8: name the source's encoding in the configuration")
		return nil
	}
	s.stats.Decoded += count(decoded)
	b = tidy(b, s.stats)
	if len(b) == 0 {
		s.empty(raw)
	}
	return b
}
