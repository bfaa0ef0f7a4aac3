package jobs

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"clientele/reports/mail"
	"clientele/reports/mail/mailtest"
	"clientele/reports/pages"
	"clientele/transform/state"
)

// mailed is a company whose sales report goes to these recipients through a real
// mail server.
func mailed(t *testing.T, o mailtest.Options, recipients ...string) (*Director, *mailtest.Server) {
	t.Helper()
	_, d, _ := ready(t, recipients...)
	server := mailtest.Start(t, o)
	d.Carrier = over(t, server, nil)
	return d, server
}

// over is a carrier to a server.
func over(t *testing.T, server *mailtest.Server, change func(*mail.SMTPOptions)) *mail.SMTP {
	t.Helper()
	o := mail.SMTPOptions{Host: server.Host, Port: server.Port, CAFile: server.CAFile, Waits: mail.Waits{Final: time.Minute}}
	if change != nil {
		change(&o)
	}
	c, err := mail.NewSMTP(o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// wantLedger compares how far each delivery has come, in the order of recipients.
func wantLedger(t *testing.T, d *Director, attempts int, want ...state.State) {
	t.Helper()
	var got []state.State
	for _, x := range deliveries(t, d) {
		got = append(got, x.State)
		if x.Attempts != attempts {
			t.Errorf("%s was tried %d times, want %d", x.Recipient, x.Attempts, attempts)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("deliveries %v, want %v", got, want)
	}
}

func wantAccepted(t *testing.T, server *mailtest.Server, want ...string) {
	t.Helper()
	if got := server.To(); !slices.Equal(got, want) {
		t.Errorf("the server accepted letters to %v, want %v", got, want)
	}
}

func TestOneOfThreeRefusedTheOthersHaveTheirMailAndNobodyHasItTwice(t *testing.T) {
	refuse := true
	d, server := mailed(t, mailtest.Options{Rcpt: func(to string) error {
		if refuse && to == "gone@example.org" {
			return mailtest.Say(550, 5, 1, 1, "mailbox unknown")
		}
		return nil
	}}, "ann@example.org", "gone@example.org", "max@example.org")
	p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrPartial, "gone@example.org", "550 5.1.1 mailbox unknown")
	wantDid(t, p, "ann@example.org sent", "gone@example.org rejected", "max@example.org sent")
	if why := p.Outcomes[1].Why; why != "550 5.1.1 mailbox unknown" {
		t.Errorf("the output says %q", why)
	}
	wantLedger(t, d, 1, state.Accepted, state.Rejected, state.Accepted)
	list := deliveries(t, d)
	if x := list[1]; x.Answer != "550 5.1.1 mailbox unknown" || x.Code != 550 {
		t.Errorf("the ledger says %d %q", x.Code, x.Answer)
	}
	for n, l := range server.Letters() {
		sum := sha256.Sum256(l.Bytes)
		if x := list[2*n]; x.LetterSHA256 != hex.EncodeToString(sum[:]) || x.Size != int64(len(l.Bytes)) || x.Code != 250 || !strings.Contains(x.Answer, "queued") {
			t.Errorf("%s: the ledger says %+v", l.To, x)
		}
	}
	wantAccepted(t, server, "ann@example.org", "max@example.org")
	if n := server.Connections(); n != 1 {
		t.Errorf("%d connections", n)
	}
	p, err = d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrPartial, "mailbox unknown")
	wantDid(t, p, "ann@example.org nothing", "gone@example.org rejected", "max@example.org nothing")
	refuse = false
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org nothing", "gone@example.org sent", "max@example.org nothing")
	wantAccepted(t, server, "ann@example.org", "max@example.org", "gone@example.org")
}

func TestServersAnswerIsTheDeliverysFate(t *testing.T) {
	for name, it := range map[string]struct {
		options mailtest.Options
		did     string
		state   state.State
		taken   int // by the server, before a rerun
		again   string
	}{
		"greylisted":             {mailtest.Options{Rcpt: once(mailtest.Say(450, 4, 2, 0, "greylisted"))}, "deferred", state.Deferred, 0, "sent"},
		"mailbox full for now":   {mailtest.Options{Rcpt: once(mailtest.Say(452, 4, 2, 2, "over quota"))}, "deferred", state.Deferred, 0, "sent"},
		"mailbox full":           {mailtest.Options{Rcpt: once(mailtest.Say(552, 5, 2, 2, "mailbox full"))}, "rejected", state.Rejected, 0, "sent"},
		"too busy":               {mailtest.Options{Rcpt: once(mailtest.Say(421, 4, 3, 2, "too busy"))}, "deferred", state.Deferred, 0, "sent"},
		"refused at the end":     {mailtest.Options{Data: atEnd(mailtest.Say(554, 5, 7, 1, "content"))}, "rejected", state.Rejected, 0, "sent"},
		"put off at the end":     {mailtest.Options{Data: atEnd(mailtest.Say(451, 4, 7, 1, "scanner"))}, "deferred", state.Deferred, 0, "sent"},
		"hangs after the end":    {mailtest.Options{Data: atEnd(mailtest.ErrHang)}, "unclear", state.Unknown, 1, "unclear"},
		"vanishes after the end": {mailtest.Options{Data: atEnd(mailtest.ErrVanish)}, "unclear", state.Unknown, 1, "unclear"},
	} {
		t.Run(name, func(t *testing.T) {
			d, server := mailed(t, it.options, "ann@example.org")
			if it.state == state.Unknown {
				d.Carrier = over(t, server, func(o *mail.SMTPOptions) { o.Waits.Final = time.Second })
			}
			p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
			wantError(t, err, ErrPartial, "ann@example.org")
			wantDid(t, p, "ann@example.org "+it.did)
			wantLedger(t, d, 1, it.state)
			if x := deliveries(t, d)[0]; (x.NextAt > 0) != (it.state == state.Deferred) || x.Answer == "" {
				t.Errorf("%+v", x)
			}
			if n := len(server.Letters()); n != it.taken {
				t.Errorf("the server accepted %d letters", n)
			}
			p, err = d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
			if (err == nil) != (it.again == "sent") {
				t.Error(err)
			}
			wantDid(t, p, "ann@example.org "+it.again)
			if n := len(server.Letters()); n > 1 {
				t.Errorf("the server accepted %d letters", n)
			}
			for _, l := range server.Letters() {
				if !strings.HasSuffix(string(l.Bytes), "--\r\n") {
					t.Error("a letter was cut off")
				}
			}
			if left := names(folder(t, d.Archive+"/../spool")); len(left) != 0 {
				t.Errorf("%v lie in the spool", left)
			}
		})
	}
}

// once answers the first time.
func once(answer error) func(string) error {
	return func(string) error { defer func() { answer = nil }(); return answer }
}

// atEnd answers the first letter.
func atEnd(answer error) func(mailtest.Letter) error {
	return func(mailtest.Letter) error { defer func() { answer = nil }(); return answer }
}

func TestLineThatBreaksLeavesNothingAndIsTriedAgain(t *testing.T) {
	d, server := mailed(t, mailtest.Options{}, "ann@example.org", "max@example.org")
	broken := 0
	d.Carrier = over(t, server, func(o *mail.SMTPOptions) {
		o.Dial = func(ctx context.Context, network, address string) (net.Conn, error) {
			if broken++; broken == 1 {
				return mailtest.Torn(20_000)(ctx, network, address)
			}
			return new(net.Dialer).DialContext(ctx, network, address)
		}
	})
	p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrPartial, "the connection broke")
	wantDid(t, p, "ann@example.org deferred", "max@example.org sent")
	wantAccepted(t, server, "max@example.org")
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org sent", "max@example.org nothing")
	wantAccepted(t, server, "max@example.org", "ann@example.org")
}

func TestServerThatCannotBeUsedCostsNobodyAnAttempt(t *testing.T) {
	password := func(text string) func(*mail.SMTPOptions) {
		return func(o *mail.SMTPOptions) {
			o.User, o.Secret = "reports", func(context.Context) (string, error) { return text, nil }
		}
	}
	signs := mailtest.Options{Mechanisms: []string{"PLAIN"}, User: "reports", Password: "right"}
	for name, it := range map[string]struct {
		options mailtest.Options
		change  func(*mail.SMTPOptions)
		says    string
	}{
		"the password is wrong":          {signs, password("wrong"), "535"},
		"the certificate is another's":   {mailtest.Options{Certificate: mailtest.OtherName}, nil, "certificate"},
		"it offers no protection":        {mailtest.Options{Clear: true}, nil, "STARTTLS"},
		"nobody is there":                {mailtest.Options{}, func(o *mail.SMTPOptions) { o.Dial = nowhere }, "no route"},
		"its secret cannot be found out": {signs, func(o *mail.SMTPOptions) { o.User, o.Secret = "reports", lost }, "not set"},
	} {
		t.Run(name, func(t *testing.T) {
			d, server := mailed(t, it.options, "ann@example.org", "max@example.org")
			d.Carrier = over(t, server, it.change)
			p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
			wantError(t, err, ErrMail, it.says)
			if errors.Is(err, ErrPartial) {
				t.Errorf("%v speaks of single letters", err)
			}
			wantDid(t, p, "ann@example.org waiting", "max@example.org waiting")
			if !strings.Contains(p.Outcomes[0].Why, it.says) {
				t.Errorf("the output says %q", p.Outcomes[0].Why)
			}
			wantLedger(t, d, 0, state.Spooled, state.Planned)
			wantAccepted(t, server)
			good := mailtest.Start(t, mailtest.Options{})
			d.Carrier = over(t, good, nil)
			wantDid(t, published(t, d, PublishOptions{}), "ann@example.org sent", "max@example.org sent")
			wantLedger(t, d, 1, state.Accepted, state.Accepted)
		})
	}
}

func nowhere(context.Context, string, string) (net.Conn, error) { return nil, errOffline }

func lost(context.Context) (string, error) { return "", errors.New("the variable is not set") }

func TestBouncesGoToTheirOwnAddress(t *testing.T) {
	d, server := mailed(t, mailtest.Options{}, "ann@example.org")
	d.Company.BouncesTo = "bounces@example.org"
	published(t, d, PublishOptions{})
	if l := server.Letters()[0]; l.From != "bounces@example.org" || !strings.Contains(string(l.Bytes), "<reports@example.org>") {
		t.Errorf("sent by %s", l.From)
	}
}
