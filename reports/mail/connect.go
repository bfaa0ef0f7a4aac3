package mail

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
	"strings"

	"github.com/wneessen/go-mail/smtp"
)

// connect opens a line, protects it, and signs in.
func (s *SMTP) connect(ctx context.Context) error {
	conn, bare, err := s.dial(ctx)
	if err != nil {
		return fmt.Errorf("reach mail server %s: %w", s.address(), err)
	}
	talk, cancel := context.WithTimeoutCause(ctx, s.o.Waits.Command, fmt.Errorf("no answer within %s", s.o.Waits.Command))
	defer cancel()
	stop := context.AfterFunc(talk, func() { _ = bare.Close() })
	defer stop()
	client, err := s.introduce(talk, conn)
	if err != nil {
		_ = bare.Close()
		if talk.Err() != nil {
			err = context.Cause(talk)
		}
		return fmt.Errorf("mail server %s: %w", s.address(), err)
	}
	s.client, s.bare, s.used = client, bare, false
	return nil
}

// dial returns a connection as it is to be used, and the bare one below it.
func (s *SMTP) dial(ctx context.Context) (conn, bare net.Conn, err error) {
	ctx, cancel := context.WithTimeoutCause(ctx, s.o.Waits.Connect, fmt.Errorf("no connection within %s", s.o.Waits.Connect))
	defer cancel()
	open := s.o.Dial
	if open == nil {
		open = new(net.Dialer).DialContext
	}
	if bare, err = open(ctx, "tcp", s.address()); err != nil {
		return nil, nil, err
	}
	conn = bare
	switch s.o.TLS {
	case NoTLS:
		err = nearby(bare.RemoteAddr())
	case ImplicitTLS:
		protected := tls.Client(bare, s.tls)
		conn, err = protected, s.distrusted(protected.HandshakeContext(ctx))
	}
	if err != nil {
		_ = bare.Close()
	}
	return conn, bare, err
}

// introduce goes from the server's greeting to the point where it takes letters.
func (s *SMTP) introduce(ctx context.Context, conn net.Conn) (*smtp.Client, error) {
	client, err := smtp.NewClient(conn, s.o.Host)
	if err != nil {
		return nil, fmt.Errorf("wait for its greeting: %w", s.said(err))
	}
	if err := client.Hello(s.name(conn)); err != nil {
		return nil, fmt.Errorf("say hello: %w", s.said(err))
	}
	if s.o.TLS == StartTLS {
		if err := s.protect(client); err != nil {
			return nil, err
		}
	}
	return client, s.signIn(ctx, client)
}

// protect changes to TLS. A server that does not offer it gets no letter: whoever
// sits on the line could have taken the offer away.
func (s *SMTP) protect(client *smtp.Client) error {
	if offered, _ := client.Extension("STARTTLS"); !offered {
		return errors.New("it does not offer STARTTLS, and letters do not travel in clear (mail.smtp.tls: implicit with port 465, or none for a relay on this machine or in this network)")
	}
	if err := client.StartTLS(s.tls); err != nil {
		return fmt.Errorf("change to TLS: %w", s.distrusted(s.said(err)))
	}
	return nil
}

// name is what we call ourselves: a full name, or else the address we speak from.
func (s *SMTP) name(conn net.Conn) string {
	if s.o.Hello != "" {
		return s.o.Hello
	}
	if host, err := os.Hostname(); err == nil && strings.Contains(strings.Trim(host, "."), ".") {
		return host
	}
	at, err := netip.ParseAddrPort(conn.LocalAddr().String())
	switch {
	case err != nil:
		return "localhost"
	case at.Addr().Unmap().Is4():
		return "[" + at.Addr().Unmap().String() + "]"
	}
	return "[IPv6:" + at.Addr().WithZone("").String() + "]"
}
