package mailtest

import (
	"bytes"
	"errors"
	"io"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// A session is one conversation after a hello.
type session struct {
	s          *Server
	conn       *smtp.Conn
	connection int
	mails      int
	signedIn   string
	letter     Letter
}

func (s *Server) session(c *smtp.Conn) (smtp.Session, error) {
	return &session{s: s, conn: c, connection: s.Connections()}, nil
}

// Reset implements smtp.Session.
func (c *session) Reset() { c.letter = Letter{} }

// Logout implements smtp.Session.
func (c *session) Logout() error { return nil }

// AuthMechanisms implements smtp.AuthSession.
func (c *session) AuthMechanisms() []string { return c.s.o.Mechanisms }

// Auth implements smtp.AuthSession.
func (c *session) Auth(mechanism string) (sasl.Server, error) {
	if !offered(c.s.o.Mechanisms, mechanism) {
		return nil, smtp.ErrAuthUnknownMechanism
	}
	return c.server(mechanism)
}

// Mail implements smtp.Session.
func (c *session) Mail(from string, o *smtp.MailOptions) error {
	if len(c.s.o.Mechanisms) > 0 && c.signedIn == "" {
		return Say(530, 5, 7, 0, "Authentication required")
	}
	c.mails++
	if c.s.o.Mail != nil {
		if err := c.s.o.Mail(c.mails); err != nil {
			return err
		}
	}
	_, protected := c.conn.TLSConnectionState()
	c.letter = Letter{From: from, Size: o.Size, UTF8: o.UTF8, SignedInBy: c.signedIn, TLS: protected, Connection: c.connection}
	return nil
}

// Rcpt implements smtp.Session.
func (c *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	if c.s.o.Rcpt != nil {
		if err := c.s.o.Rcpt(to); err != nil {
			return err
		}
	}
	c.letter.To = to
	return nil
}

// Data implements smtp.Session. A letter counts only once its last line has come.
func (c *session) Data(r io.Reader) error {
	var body bytes.Buffer
	r = io.TeeReader(r, &body)
	if c.s.o.Read != nil {
		if err := c.s.o.Read(r); err != nil {
			return c.unless(err)
		}
	}
	if _, err := io.Copy(io.Discard, r); err != nil {
		return err
	}
	c.letter.Bytes = body.Bytes()
	var answer error
	if c.s.o.Data != nil {
		answer = c.s.o.Data(c.letter)
	}
	switch {
	case errors.Is(answer, ErrVanish):
		c.s.keep(c.letter)
		return c.conn.Close()
	case errors.Is(answer, ErrHang):
		c.s.keep(c.letter)
		<-c.s.over
	case answer == nil:
		c.s.keep(c.letter)
	}
	return c.unless(answer)
}

// unless answers, or closes the connection where that is asked for.
func (c *session) unless(answer error) error {
	if errors.Is(answer, ErrDrop) {
		return errors.Join(answer, c.conn.Close())
	}
	return answer
}
