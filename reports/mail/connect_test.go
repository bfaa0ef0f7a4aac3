package mail

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"clientele/reports/mail/mailtest"
)

type conn = net.Conn

// stall never goes on, until the test is over.
func stall(t *testing.T) func(io.Reader) error {
	return func(io.Reader) error { <-t.Context().Done(); return errors.New("over") }
}

// unready wants a carrier that cannot be used, saying why.
func unready(t *testing.T, server *mailtest.Server, change func(*SMTPOptions), says ...string) {
	t.Helper()
	c := carrier(t, server, change)
	err := c.Ready(t.Context())
	if err == nil {
		t.Fatal("ready")
	}
	var r *Refusal
	if errors.As(err, &r) || errors.Is(err, ErrUnknown) {
		t.Errorf("%v speaks of a letter", err)
	}
	for _, word := range append(says, c.address()) {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("%q does not say %q", err, word)
		}
	}
	if strings.Contains(err.Error(), "sesame") {
		t.Errorf("%q shows the secret", err)
	}
	wantNothing(t, server)
}

func TestNothingIsHandedToAServerThatCannotProveWhoItIs(t *testing.T) {
	for name, it := range map[string]struct {
		certificate mailtest.Certificate
		says        string
	}{
		"of another name": {mailtest.OtherName, "be for 127.0.0.1"},
		"expired":         {mailtest.Expired, "expired"},
		"of a stranger":   {mailtest.Stranger, "unknown authority"},
	} {
		t.Run(name, func(t *testing.T) {
			unready(t, mailtest.Start(t, mailtest.Options{Certificate: it.certificate}), nil, it.says, "mail.smtp.ca_file", "mail.smtp.server_name")
			unready(t, mailtest.Start(t, mailtest.Options{Certificate: it.certificate, Implicit: true}), func(o *SMTPOptions) { o.TLS = ImplicitTLS }, it.says, "mail.smtp.ca_file")
		})
	}
	server := mailtest.Start(t, mailtest.Options{})
	unready(t, server, func(o *SMTPOptions) { o.CAFile = "" }, "unknown authority")
	named := mailtest.Start(t, mailtest.Options{Certificate: mailtest.OtherName})
	if err := carrier(t, named, func(o *SMTPOptions) { o.ServerName = "elsewhere.example" }).Ready(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestLettersDoNotTravelInClear(t *testing.T) {
	clear := mailtest.Start(t, mailtest.Options{Clear: true})
	unready(t, clear, nil, "STARTTLS", "mail.smtp.tls")
	unready(t, clear, func(o *SMTPOptions) { o.TLS = ImplicitTLS }, "mail.smtp.tls")
	for at, near := range map[string]bool{
		"127.0.0.1:25": true, "[::1]:25": true, "10.1.2.3:25": true, "192.168.0.9:25": true, "[fd00::1]:25": true, "[::ffff:172.16.0.1]:25": true,
		"8.8.8.8:25": false, "[2001:db8::1]:25": false, "100.64.0.1:25": false,
	} {
		to, err := net.ResolveTCPAddr("tcp", at)
		if err != nil {
			t.Fatal(err)
		}
		if err := nearby(to); (err == nil) != near {
			t.Errorf("%s: %v", at, err)
		}
	}
}

func TestNobodySignsInInClear(t *testing.T) {
	server := mailtest.Start(t, mailtest.Options{Clear: true, Mechanisms: []string{"PLAIN"}, User: "reports", Password: "open sesame"})
	for _, auth := range []string{AuthAuto, "plain", "login", "xoauth2"} {
		unready(t, server, func(o *SMTPOptions) { o.TLS, o.User, o.Auth = NoTLS, "reports", auth }, "in clear")
	}
}

func TestEveryWayToSignIn(t *testing.T) {
	all := []string{"LOGIN", "PLAIN", "XOAUTH2", "SCRAM-SHA-1", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-256", "SCRAM-SHA-256-PLUS"}
	for _, mechanism := range all {
		t.Run(mechanism, func(t *testing.T) {
			for auth, offered := range map[string][]string{strings.ToLower(mechanism): all, AuthAuto: {mechanism}} {
				if auth == AuthAuto && mechanism == "XOAUTH2" {
					continue // a password is no token
				}
				server := mailtest.Start(t, mailtest.Options{Mechanisms: offered, User: "reports", Password: "open sesame"})
				c := carrier(t, server, func(o *SMTPOptions) { o.User, o.Auth = "reports", auth })
				if _, _, err := handed(t, c, letterTo(t, "ann@example.org")); err != nil {
					t.Fatal(err)
				}
				if l := server.Letters(); len(l) != 1 || l[0].SignedInBy != mechanism || !l[0].TLS {
					t.Errorf("signed in by %+v", l)
				}
				wrong := func(o *SMTPOptions) {
					o.User, o.Auth = "reports", auth
					o.Secret = func(context.Context) (string, error) { return "close sesame", nil }
				}
				unready(t, server2(t, offered), wrong, "sign in as reports by "+mechanism, "535")
			}
		})
	}
}

func server2(t *testing.T, offered []string) *mailtest.Server {
	return mailtest.Start(t, mailtest.Options{Mechanisms: offered, User: "reports", Password: "open sesame"})
}

func TestBestWayToSignInIsChosen(t *testing.T) {
	for want, offered := range map[string]string{
		"SCRAM-SHA-256-PLUS": "PLAIN LOGIN SCRAM-SHA-1 SCRAM-SHA-256 SCRAM-SHA-256-PLUS SCRAM-SHA-1-PLUS XOAUTH2",
		"SCRAM-SHA-256":      "PLAIN SCRAM-SHA-256 SCRAM-SHA-1-PLUS",
		"SCRAM-SHA-1":        "LOGIN PLAIN SCRAM-SHA-1",
		"PLAIN":              "GSSAPI LOGIN PLAIN",
		"LOGIN":              "NTLM LOGIN",
	} {
		if got, err := choose(AuthAuto, strings.Fields(offered)); got != want || err != nil {
			t.Errorf("of %s: %s, %v", offered, got, err)
		}
	}
	for says, it := range map[string][]string{
		"takes no password": {AuthAuto, "XOAUTH2"}, "by PLAIN, LOGIN": {"scram-sha-256", "PLAIN", "LOGIN"}, "no way to sign in here": {"plain"}, "called CRAM-MD5": {"cram-md5", "CRAM-MD5"},
	} {
		if got, err := choose(it[0], it[1:]); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v: %s, %v", it, got, err)
		}
	}
}

func TestSecretThatCannotBeFetchedIsTold(t *testing.T) {
	server := server2(t, []string{"PLAIN"})
	unready(t, server, func(o *SMTPOptions) {
		o.User = "reports"
		o.Secret = func(context.Context) (string, error) { return "", errors.New("the variable X is not set") }
	}, "the variable X is not set")
}

func TestServerThatWantsASignInIsNotTheRecipientsFault(t *testing.T) {
	server := server2(t, []string{"PLAIN"})
	_, commits, err := handed(t, carrier(t, server, nil), letterTo(t, "ann@example.org"))
	var r *Refusal
	if err == nil || errors.As(err, &r) || commits != 0 || !strings.Contains(err.Error(), "Authentication required") {
		t.Errorf("%v after %d commits", err, commits)
	}
}

func TestServersWordsAreCleanedAndShowNoSecret(t *testing.T) {
	server := mailtest.Start(t, mailtest.Options{
		Mechanisms: []string{"PLAIN"}, User: "reports", Password: "open sesame",
		Rcpt: func(string) error {
			return mailtest.Say(550, 5, 1, 1, "no \x1b[31m open sesame AHJlcG9ydHMAb3BlbiBzZXNhbWU= \xff\n"+strings.Repeat("long ", 1000))
		},
	})
	_, _, err := handed(t, carrier(t, server, func(o *SMTPOptions) { o.User = "reports" }), letterTo(t, "ann@example.org"))
	var r *Refusal
	if !errors.As(err, &r) {
		t.Fatal(err)
	}
	if strings.ContainsAny(r.Answer, "\x1b\n") || !utf8.ValidString(r.Answer) || strings.Contains(r.Answer, "sesame") || strings.Contains(r.Answer, "AHJlcG9ydHM") || len(r.Answer) > longest+10 || !strings.HasPrefix(r.Answer, "no [31m [secret] [secret] ? 5.1.1 long") {
		t.Errorf("%d bytes: %q", len(r.Answer), r.Answer)
	}
}

func TestServerThatIsNotThereIsNamed(t *testing.T) {
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	at := closed.Addr().(*net.TCPAddr)
	_ = closed.Close()
	c, err := NewSMTP(SMTPOptions{Host: "127.0.0.1", Port: at.Port})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Ready(t.Context()); err == nil || !strings.Contains(err.Error(), at.String()) || !strings.Contains(err.Error(), "refused") {
		t.Error(err)
	}
}

func TestServerThatNeverGreetsIsGivenUp(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	c, err := NewSMTP(SMTPOptions{Host: "127.0.0.1", Port: silent.Addr().(*net.TCPAddr).Port, Waits: Waits{Command: 100 * time.Millisecond}})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Ready(t.Context()); err == nil || !strings.Contains(err.Error(), "no answer within 100ms") {
		t.Error(err)
	}
	ctx, end := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer end()
	patient, err := NewSMTP(SMTPOptions{Host: "127.0.0.1", Port: silent.Addr().(*net.TCPAddr).Port})
	if err != nil {
		t.Fatal(err)
	}
	if err := patient.Ready(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
}

func TestPortFollowsFromTheProtection(t *testing.T) {
	for protection, port := range map[string]string{"": ":587", StartTLS: ":587", ImplicitTLS: ":465", NoTLS: ":25"} {
		if c, err := NewSMTP(SMTPOptions{Host: "mail.example.org", TLS: protection}); err != nil || !strings.HasSuffix(c.address(), port) {
			t.Errorf("%q: %v", protection, err)
		}
	}
}

func TestAuthoritiesThatCannotBeReadAreTold(t *testing.T) {
	empty := filepath.Join(t.TempDir(), "empty.pem")
	if err := os.WriteFile(empty, []byte("nothing"), 0o600); err != nil {
		t.Fatal(err)
	}
	for file, says := range map[string]string{empty: "has no certificate", filepath.Join(t.TempDir(), "gone.pem"): "no such file"} {
		if _, err := NewSMTP(SMTPOptions{Host: "mail.example.org", CAFile: file}); err == nil || !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), "ca_file") {
			t.Error(err)
		}
	}
}

func TestProbeSaysWhatTheServerCanDoAndSendsNothing(t *testing.T) {
	server := mailtest.Start(t, mailtest.Options{Mechanisms: []string{"PLAIN", "LOGIN"}, User: "reports", Password: "open sesame", MostBytes: 25_000_000, UTF8: true})
	c := carrier(t, server, func(o *SMTPOptions) { o.User = "reports" })
	f, err := c.Probe(t.Context())
	if err != nil || f.Most != 25_000_000 || f.SignedInBy != "PLAIN" || strings.Join(f.SignsInBy, " ") != "LOGIN PLAIN" || f.TLS != "TLS 1.3" || f.Certificate != "mailtest.example" || f.Expires.Year() != 2100 || !f.UTF8 || f.Address != c.address() {
		t.Errorf("%+v %v", f, err)
	}
	if c.client != nil {
		t.Error("still connected")
	}
	wantNothing(t, server)
}
