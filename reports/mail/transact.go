package mail

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// Carry hands one message over. It goes on after commit only with the last line,
// which makes the letter the server's: before it, a line that breaks leaves the
// server nothing.
func (s *SMTP) Carry(ctx context.Context, m Message, commit func() error) (Receipt, error) {
	if err := ctx.Err(); err != nil {
		return Receipt{}, err
	}
	receipt, err := s.attempt(ctx, m, commit)
	if errors.Is(err, errStale) && ctx.Err() == nil { // the old line was dead, or the server had enough of us: once more on a new one
		s.drop()
		receipt, err = s.attempt(ctx, m, commit)
	}
	if err != nil {
		return Receipt{}, fmt.Errorf("hand the letter to %s to mail server %s: %w", m.To, s.address(), err)
	}
	return receipt, nil
}

// errStale marks a refusal that says nothing of the message, only of a connection
// that was used before.
var errStale = errors.New("the connection is used up")

func (s *SMTP) attempt(ctx context.Context, m Message, commit func() error) (Receipt, error) {
	if s.client == nil {
		if err := s.connect(ctx); err != nil {
			return Receipt{}, err
		}
	}
	bare := s.bare
	defer context.AfterFunc(ctx, func() { _ = bare.Close() })()
	if err := s.fits(m); err != nil {
		return Receipt{}, err
	}
	before := s.used
	s.used = true
	letter, err := s.begin(m)
	if err != nil {
		if before && s.client == nil {
			return Receipt{}, fmt.Errorf("%w: %w", errStale, err)
		}
		return Receipt{}, err
	}
	ended := false
	defer func() { // after a panic too: whoever catches it may say goodbye, which would end the letter
		if !ended {
			s.drop()
		}
	}()
	if err := s.pour(letter, m.Bytes); err != nil {
		return Receipt{}, err
	}
	if err := commit(); err != nil {
		return Receipt{}, err
	}
	receipt, err := s.end(letter)
	ended = true
	return receipt, err
}

// begin names sender and recipient, up to where the server waits for the letter.
func (s *SMTP) begin(m Message) (io.WriteCloser, error) {
	from := "<" + m.From + ">"
	if limited, _ := s.client.Extension("SIZE"); limited {
		from += " SIZE=" + strconv.Itoa(len(m.Bytes))
	}
	s.client.SkipSMTPUTF8(!foreign(m))
	var letter io.WriteCloser
	for _, step := range []struct {
		deed deed
		do   func() error
	}{
		{nameSender, func() error { return s.client.Mail(from) }},
		{nameRecipient, func() error { return s.client.Rcpt("<" + m.To + ">") }},
		{beginLetter, func() (err error) { letter, err = s.client.Data(); return err }},
	} {
		err := s.client.UpdateDeadline(s.o.Waits.Command)
		if err == nil {
			err = step.do()
		}
		if err != nil {
			return nil, s.refused(step.deed, err)
		}
	}
	return letter, nil
}
