package mail

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"slices"
	"strconv"
	"time"
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
	if err := s.pour(letter, m.Bytes); err != nil {
		return Receipt{}, err
	}
	if err := commit(); err != nil {
		s.drop()
		return Receipt{}, err
	}
	return s.end(letter)
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
		deed string
		do   func() error
	}{
		{"name the sender " + m.From, func() error { return s.client.Mail(from) }},
		{"name the recipient", func() error { return s.client.Rcpt("<" + m.To + ">") }},
		{"begin the letter", func() (err error) { letter, err = s.client.Data(); return err }},
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

// block is how much of a letter goes out under one deadline.
const block = 64 << 10

// pour sends everything but the last line and makes sure that it has left.
func (s *SMTP) pour(letter io.Writer, body []byte) error {
	for piece := range slices.Chunk(body, block) {
		err := s.client.UpdateDeadline(s.o.Waits.Block)
		if err == nil {
			_, err = letter.Write(piece)
		}
		if err != nil {
			return s.broken(err)
		}
	}
	if err := s.client.Text.W.Flush(); err != nil {
		return s.broken(err)
	}
	return nil
}

// broken is what became of a letter that the server stopped taking. It has not got
// the end, so it has nothing; perhaps it says why.
func (s *SMTP) broken(err error) error {
	if s.client.UpdateDeadline(time.Second) == nil {
		if code, words, unread := s.client.Text.ReadResponse(0); unread == nil && code >= 400 {
			err = &textproto.Error{Code: code, Msg: words}
		}
	}
	refusal := s.refused("send the letter", err)
	s.drop()
	return refusal
}

// end sends the last line. From here on only the server's word tells what became
// of the letter.
func (s *SMTP) end(letter io.Closer) (Receipt, error) {
	if err := s.client.UpdateDeadline(s.o.Waits.Final); err != nil {
		s.drop()
		return Receipt{}, fmt.Errorf("%w: %w", ErrUnknown, err)
	}
	err := letter.Close()
	var answer *textproto.Error
	switch {
	case err == nil:
		return Receipt{Code: 250, Answer: s.words(responseOf(letter))}, nil
	case !errors.As(err, &answer):
	case answer.Code/100 == 2:
		return Receipt{Code: answer.Code, Answer: s.words(answer.Msg)}, nil
	case answer.Code/100 == 4, answer.Code/100 == 5:
		return Receipt{}, s.refused("end the letter", err)
	}
	s.drop()
	return Receipt{}, fmt.Errorf("%w: after the last line: %w", ErrUnknown, s.said(err))
}

func responseOf(letter io.Closer) string {
	if r, ok := letter.(interface{ ServerResponse() string }); ok {
		return r.ServerResponse()
	}
	return ""
}
