package main

import (
	"context"
	"fmt"
	"strings"

	"clientele/config"
	"clientele/jobs"
	"clientele/reports"
	"clientele/reports/mail"
)

// equipPost gives the director what letters need to leave the house.
func equipPost(ctx context.Context, c *config.Config, d *jobs.Director) (err error) {
	d.Spool = mail.NewSpool(c.Path(c.Mail.Spool))
	if d.Signer, err = signer(ctx, c); err != nil {
		return err
	}
	d.Carrier, err = carrier(c)
	return err
}

// carrier is how letters leave the house.
func carrier(c *config.Config) (mail.Carrier, error) {
	if c.Mail.Carries() == config.CarrierSMTP {
		return mailServer(c)
	}
	outbox, err := mail.NewOutbox(c.Path(c.Mail.Outbox))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", jobs.ErrMail, err)
	}
	return outbox, nil
}

// mailServer is the configured server, not connected yet. Its secret is asked for
// when it is needed: it may change, and other jobs do without.
func mailServer(c *config.Config) (*mail.SMTP, error) {
	s := c.Mail.SMTP
	secret := s.Password
	if !s.Token.IsZero() {
		secret = s.Token
	}
	server, err := mail.NewSMTP(mail.SMTPOptions{
		Host: s.Host, Port: s.Port, TLS: s.TLS, CAFile: c.Path(s.CAFile), ServerName: s.ServerName, Hello: s.Hello, Auth: s.Way(), User: s.User, Secret: secret.Reveal,
	})
	if err != nil {
		return nil, configError{fmt.Errorf("mail.smtp of %s: %w", c.File, err)}
	}
	return server, nil
}

// signer signs letters, where the configuration asks for it.
func signer(ctx context.Context, c *config.Config) (*mail.Signer, error) {
	if c.Mail.DKIM == nil {
		return nil, nil
	}
	key, err := c.Mail.DKIM.Key.Reveal(ctx)
	if err == nil {
		var s *mail.Signer
		if s, err = mail.NewSigner(c.Mail.SignedBy(), c.Mail.DKIM.Selector, key); err == nil {
			return s, nil
		}
	}
	return nil, configError{fmt.Errorf("mail.dkim of %s: %w", c.File, err)}
}

// checkMail says what the mail server can do, and sends nothing.
func (p *program) checkMail(ctx context.Context, c *config.Config) error {
	if _, err := signer(ctx, c); err != nil {
		return err
	}
	if c.Mail.Carries() == config.CarrierOutbox {
		fmt.Fprintf(p.stdout, "mail: letters are written into the folder %s\n", c.Mail.Outbox)
		p.tellSize(c, 0)
		return nil
	}
	server, err := mailServer(c)
	if err != nil {
		return err
	}
	found, err := server.Probe(ctx)
	if err != nil {
		return fmt.Errorf("%w: %w", jobs.ErrMail, err)
	}
	fmt.Fprintln(p.stdout, "mail: "+strings.Join(told(found), ", "))
	p.tellSize(c, found.Most)
	return nil
}

// told puts a finding into words.
func told(f mail.Finding) []string {
	out := []string{f.Address + " reached"}
	if f.TLS == "" {
		out = append(out, "in clear")
	} else {
		out = append(out, fmt.Sprintf("%s, certificate for %s until %s", f.TLS, f.Certificate, f.Expires.UTC().Format("2006-01-02")))
	}
	switch {
	case f.SignedInBy != "":
		out = append(out, "signed in by "+f.SignedInBy)
	case len(f.SignsInBy) > 0:
		out = append(out, "not signed in, it offers "+strings.Join(f.SignsInBy, " "))
	default:
		out = append(out, "nobody signs in")
	}
	if f.Most > 0 {
		return append(out, "takes letters up to "+strings.ReplaceAll(reports.ByteSize(int(f.Most)), reports.NBSP, " "))
	}
	return append(out, "names no largest letter")
}
