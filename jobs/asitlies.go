package jobs

import (
	"bytes"
	"fmt"
	netmail "net/mail"
	"time"

	"clientele/reports/mail"
)

// written returns the letter to one recipient: the one an earlier attempt has laid
// down in the spool if nothing but its date would be different now, otherwise one
// written now. A letter that is tried again is then the same bytes.
func (d *Director) written(p *posting, out *Published) (mail.Message, error) {
	m, err := d.letter(*p)
	if err != nil || p.before.LetterSHA256 == "" || p.before.LetterSHA256 == m.SHA256 || p.before.Edition != p.issue.Edition {
		return m, err
	}
	lies := m
	lies.SHA256 = p.before.LetterSHA256
	lies, err = d.Spool.Take(lies)
	if err != nil {
		return m, nil // gone or altered: the one written now takes its place
	}
	earlier := *p
	earlier.date = dateOf(lies.Bytes)
	again, err := d.letter(earlier)
	if err != nil || again.SHA256 != lies.SHA256 {
		return m, nil
	}
	p.date = earlier.date
	out.Resumed = append(out.Resumed, fmt.Sprintf("spooled, %s, by run %d", p.to.Address, p.before.Run))
	return again, nil
}

// dateOf reads when a letter was written.
func dateOf(letter []byte) time.Time {
	m, err := netmail.ReadMessage(bytes.NewReader(letter))
	if err != nil {
		return time.Time{}
	}
	at, _ := m.Header.Date() // of a letter of ours; another date would not make the same letter
	return at
}
