package golden

import (
	"hash/maphash"
	"strings"

	"clientele/transform/match"
	"clientele/transform/match/normal"
)

// shared is the mailboxes and numbers that others use as well.
type shared struct {
	emails, phones map[string]bool // for comparing, as matching found them
	tails          map[string]bool // the last digits of these numbers and of the company's own
	seed           maphash.Seed
	others         map[uint64]bool // by hash as written, of values some customer has a choice about
}

func (s *shared) email(key, text string) bool {
	return s.emails[key] || s.others[s.emailHash(text)]
}

// onMail is set in the hash of every mailbox, and in that of no number.
const onMail = 1 << 63

func (s *shared) emailHash(text string) uint64 {
	return maphash.String(s.seed, strings.ToLower(text)) | onMail
}

// phoneHash looks at the last nine digits, which are the same with and without a
// country code.
func (s *shared) phoneHash(text string) uint64 {
	var last uint64
	n := 0
	for i := len(text) - 1; i >= 0 && n < 9; i-- {
		if c := text[i]; '0' <= c && c <= '9' {
			last, n = last*10+uint64(c-'0'), n+1
		}
	}
	if n < 6 {
		return 0
	}
	return last + 1
}

// findShared looks up who else uses the mailboxes and numbers of customers that have
// more than one: only there it matters which is their own. Others are people whose
// given names, or companies whose names, do not fit.
func (m *merging) findShared(res match.Result, of []int32) {
	s := &m.common
	s.emails, s.phones, s.tails, s.seed, s.others = map[string]bool{}, map[string]bool{}, map[string]bool{}, maphash.MakeSeed(), map[uint64]bool{}
	for _, v := range res.Shared {
		switch v.Field {
		case "email":
			s.emails[v.Value] = true
		case "phone":
			s.phones[v.Value] = true
			s.tails[tail(normal.Digits(v.Value))] = true
		}
	}
	for number := range m.numbers {
		s.tails[tail(normal.Digits(number))] = true
	}
	reach, choice := m.reached(), make([]bool, len(res.Clusters))
	any := false
	for c, cluster := range res.Clusters {
		choice[c] = len(cluster) > 1 && hasChoice(reach, cluster)
		any = any || choice[c]
	}
	if any {
		m.findOthers(reach, of, choice)
	}
}

// A reach is the hashes of a record's mailbox and numbers, 0 for none.
type reach [3]uint64

// reached returns the reach of every record.
func (m *merging) reached() []reach {
	out := make([]reach, len(m.parties))
	inParallel(len(out), batch, func() func(int) {
		return func(i int) {
			p := &m.parties[i]
			if p.Email != "" {
				out[i][0] = m.common.emailHash(normal.WrittenEmail(p.Email))
			}
			out[i][1], out[i][2] = m.common.phoneHash(p.Phone), m.common.phoneHash(p.Mobile)
		}
	})
	return out
}

// hasChoice reports whether records differ in their mailboxes or numbers.
func hasChoice(all []reach, cluster []int32) bool {
	first := all[cluster[0]]
	for _, i := range cluster[1:] {
		if all[i] != first {
			return true
		}
	}
	return first[1] != 0 && first[2] != 0 && first[1] != first[2]
}
