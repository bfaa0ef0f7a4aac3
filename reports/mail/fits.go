package mail

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"clientele/reports"
)

// fits holds a message against what the server says it can take, before anything
// is sent that would only come back.
func (s *SMTP) fits(m Message) error {
	if most := s.most(); most > 0 && int64(len(m.Bytes)) > most {
		return &Refusal{TooLarge: true, Answer: fmt.Sprintf(
			"the letter has %d bytes (%s), mail server %s takes at most %d (%s): have its limit raised, or give the recipient a territory or rep, whose workbook is smaller",
			len(m.Bytes), reports.ByteSize(len(m.Bytes)), s.address(), most, reports.ByteSize(int(most)))}
	}
	if utf8OK, _ := s.client.Extension("SMTPUTF8"); foreign(m) && !utf8OK {
		return &Refusal{Answer: fmt.Sprintf(
			"the addresses %s and %s are not all ASCII and mail server %s does not take such (it lacks SMTPUTF8): write the domain as xn--..., or use another address", m.From, m.To, s.address())}
	}
	if eightBit, _ := s.client.Extension("8BITMIME"); !eightBit && !ascii(string(m.Bytes)) {
		return &Refusal{Answer: fmt.Sprintf("the letter is not all ASCII and mail server %s does not take such (it lacks 8BITMIME)", s.address())}
	}
	return nil
}

// most is the largest letter the server takes, by its own word and by the count of
// RFC 1870 (1995): line ends counted, what protects dots not. 0 is no limit.
func (s *SMTP) most() int64 {
	_, limit := s.client.Extension("SIZE")
	n, err := strconv.ParseInt(strings.TrimSpace(limit), 10, 64)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// foreign tells whether an address of the envelope needs more than ASCII.
func foreign(m Message) bool { return !ascii(m.From + m.To) }

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
