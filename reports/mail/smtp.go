package mail

import (
	"context"
	"crypto/tls"
	"fmt"
	"net"
	"strconv"

	"github.com/wneessen/go-mail/smtp"
)

// How the line to a mail server is protected.
const (
	StartTLS    = "starttls" // begins in clear and must change to TLS before anything is said
	ImplicitTLS = "implicit" // TLS from the first byte
	NoTLS       = "none"     // in clear: only to a server on this machine or in this network, and never with a password
)

// SMTPOptions say which mail server takes the letters and how to talk to it.
type SMTPOptions struct {
	Host       string
	Port       int    // 0 is 587 with StartTLS, 465 with ImplicitTLS and 25 with NoTLS
	TLS        string // StartTLS when empty
	CAFile     string // more certificate authorities to trust, in PEM; those of the machine are trusted as well
	ServerName string // the name in the certificate, where it is not Host
	Hello      string // what we call ourselves; the machine's full name, or its address, when empty
	Auth       string // AuthAuto when empty
	User       string
	Secret     func(context.Context) (string, error) // the password, or the token of XOAUTH2; asked for at every connection
	Waits      Waits
	Dial       func(ctx context.Context, network, address string) (net.Conn, error) // the machine's own when nil
}

// SMTP is a Carrier that hands messages to a mail server, one recipient a message,
// all over one connection as long as it lasts. It is for one goroutine at a time.
type SMTP struct {
	o      SMTPOptions
	tls    *tls.Config  // nil with NoTLS
	bare   net.Conn     // below TLS: closing it is silent and waits for nothing
	client *smtp.Client // nil without a connection
	used   bool         // something was sent over the connection before
	signed string       // the mechanism we signed in by
	hidden []string     // what must never be repeated, even if the server does
}

// NewSMTP prepares a carrier and connects to nothing yet.
func NewSMTP(o SMTPOptions) (*SMTP, error) {
	if o.TLS == "" {
		o.TLS = StartTLS
	}
	if o.Auth == "" {
		o.Auth = AuthAuto
	}
	if o.Port == 0 {
		o.Port = map[string]int{StartTLS: 587, ImplicitTLS: 465, NoTLS: 25}[o.TLS]
	}
	o.Waits = o.Waits.filled()
	s := &SMTP{o: o}
	if o.TLS == NoTLS {
		return s, nil
	}
	config, err := trust(o)
	if err != nil {
		return nil, fmt.Errorf("prepare mail server %s: %w", s.address(), err)
	}
	s.tls = config
	return s, nil
}

func (s *SMTP) address() string { return net.JoinHostPort(s.o.Host, strconv.Itoa(s.o.Port)) }

// Ready connects and signs in, or makes sure that the connection of before still
// stands; one that does not is replaced.
func (s *SMTP) Ready(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if s.client != nil && s.used {
		if err := s.alive(); err != nil {
			s.drop()
		}
	}
	if s.client != nil {
		return nil
	}
	return s.connect(ctx)
}

// alive asks the server to forget what was not finished, which a dead line cannot
// answer.
func (s *SMTP) alive() error {
	if err := s.client.UpdateDeadline(s.o.Waits.Connect); err != nil {
		return err
	}
	return s.client.Reset()
}

// Close takes leave of the server. What was accepted stays accepted even if the
// server does not answer, so nobody needs to know.
func (s *SMTP) Close() error {
	if s.client == nil {
		return nil
	}
	if s.client.UpdateDeadline(s.o.Waits.Connect) == nil {
		_ = s.client.Quit()
	}
	s.drop()
	return nil
}

// drop cuts the line without another word. In the middle of a letter any word
// would be taken for its end, and half a letter for a whole one.
func (s *SMTP) drop() {
	if s.client != nil {
		_ = s.bare.Close()
		_ = s.client.Close()
	}
	s.client, s.bare, s.used, s.signed = nil, nil, false, ""
}
