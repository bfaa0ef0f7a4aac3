package mail

import (
	"context"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/wneessen/go-mail/smtp"
)

// Ways to sign in that are no mechanism themselves. Any other is the name of a
// mechanism: plain, login, scram-sha-1, scram-sha-256, the two with -plus, xoauth2.
const (
	AuthAuto = "auto" // the best the server offers; not at all without a user
	AuthNone = "none"
)

const xoauth2 = "XOAUTH2"

// passwords lists the mechanisms that take a password, best first: SCRAM shows the
// server no password, and with -PLUS nobody in the middle can pass it on.
var passwords = []string{"SCRAM-SHA-256-PLUS", "SCRAM-SHA-256", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-1", "PLAIN", "LOGIN"}

// signIn tells the server who we are, where we are to. Without TLS it never does.
func (s *SMTP) signIn(ctx context.Context, client *smtp.Client) error {
	if s.o.Auth == AuthNone || s.o.Auth == AuthAuto && s.o.User == "" {
		return nil
	}
	state, err := client.GetTLSConnectionState()
	if err != nil {
		return errors.New("signing in is not done in clear (set mail.smtp.tls to starttls or implicit, or leave user and auth out)")
	}
	mechanism, err := choose(s.o.Auth, offers(client))
	if err != nil {
		return err
	}
	secret, err := s.o.Secret(ctx)
	if err != nil {
		return err
	}
	s.hidden = disguises(s.o.User, secret)
	if err := client.Auth(s.by(mechanism, secret, state)); err != nil {
		return fmt.Errorf("sign in as %s by %s: %w (see mail.smtp.user, password or token, and auth)", s.o.User, mechanism, s.said(err))
	}
	s.signed = mechanism
	return nil
}

// by is our side of a mechanism.
func (s *SMTP) by(mechanism, secret string, state *tls.ConnectionState) smtp.Auth {
	switch mechanism {
	case "SCRAM-SHA-256-PLUS":
		return smtp.ScramSHA256PlusAuth(s.o.User, secret, state)
	case "SCRAM-SHA-256":
		return smtp.ScramSHA256Auth(s.o.User, secret)
	case "SCRAM-SHA-1-PLUS":
		return smtp.ScramSHA1PlusAuth(s.o.User, secret, state)
	case "SCRAM-SHA-1":
		return smtp.ScramSHA1Auth(s.o.User, secret)
	case "LOGIN":
		return smtp.LoginAuth(s.o.User, secret, s.o.Host, false)
	case xoauth2:
		return smtp.XOAuth2Auth(s.o.User, secret)
	}
	return smtp.PlainAuth("", s.o.User, secret, s.o.Host, false)
}

// disguises lists how a secret looks on the line, for a server that repeats what it
// did not understand. What is too short to be a secret would only garble its words.
func disguises(user, secret string) []string {
	if len(secret) < 4 {
		return nil
	}
	var list []string // the longer ones first: one contains the other
	for _, said := range []string{"user=" + user + "\x01auth=Bearer " + secret + "\x01\x01", "\x00" + user + "\x00" + secret, secret} {
		list = append(list, base64.StdEncoding.EncodeToString([]byte(said)))
	}
	return append(list, secret)
}

// offers lists the mechanisms a server knows.
func offers(client *smtp.Client) []string {
	_, list := client.Extension("AUTH")
	return strings.Fields(strings.ToUpper(list))
}

// choose names the mechanism to sign in by.
func choose(wish string, offered []string) (string, error) {
	if len(offered) == 0 {
		return "", errors.New("it offers no way to sign in here (a submission server does, mostly on port 587 or 465; or leave mail.smtp.user out)")
	}
	if wish == AuthAuto {
		for _, m := range passwords {
			if slices.Contains(offered, m) {
				return m, nil
			}
		}
		return "", fmt.Errorf("it takes no password: it signs in by %s (mail.smtp.auth: xoauth2 uses a token)", strings.Join(offered, ", "))
	}
	wish = strings.ToUpper(wish)
	if wish != xoauth2 && !slices.Contains(passwords, wish) {
		return "", fmt.Errorf("there is no way to sign in called %s", wish)
	}
	if !slices.Contains(offered, wish) {
		return "", fmt.Errorf("it does not sign in by %s, but by %s (see mail.smtp.auth)", wish, strings.Join(offered, ", "))
	}
	return wish, nil
}
