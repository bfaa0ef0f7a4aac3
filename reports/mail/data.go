package mail

import (
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"slices"
	"time"
)

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
	refusal := s.refused(sendLetter, err)
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
		return Receipt{}, s.refused(endLetter, err)
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
