package jobs

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"mime"
	"mime/quotedprintable"
	"net"
	netmail "net/mail"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"clientele/reports"
	"clientele/reports/mail"
	"clientele/reports/mail/mailtest"
	"clientele/transform/state"
)

const opsMail = "ops@example.org"

// watched is a company with a schedule and a mail server, whose ops are told.
func watched(t *testing.T, o mailtest.Options, recipients ...string) (company, *Director, *mailtest.Server) {
	t.Helper()
	c, d, _ := scheduled(t, recipients...)
	server := mailtest.Start(t, o)
	d.Carrier = over(t, server, nil)
	d.Ops = Ops{Mail: []reports.Address{{Mail: opsMail}}, LateAfter: 2 * time.Hour, AfterFailures: 3}
	return c, d, server
}

// toOps lists the subjects of what ops were sent, in order.
func toOps(t *testing.T, server *mailtest.Server) []string {
	t.Helper()
	var out []string
	for _, l := range server.Letters() {
		if l.To != opsMail {
			continue
		}
		m, err := netmail.ReadMessage(bytes.NewReader(l.Bytes))
		if err != nil {
			t.Fatal(err)
		}
		subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, subject)
	}
	return out
}

// wordsToOps is what stands in the last mail to ops, both bodies.
func wordsToOps(t *testing.T, server *mailtest.Server) string {
	t.Helper()
	var last []byte
	for _, l := range server.Letters() {
		if l.To == opsMail {
			last = l.Bytes
		}
	}
	words, err := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(last)))
	if err != nil && len(words) == 0 {
		t.Fatal(err)
	}
	return string(words)
}

func wantToOps(t *testing.T, server *mailtest.Server, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, toOps(t, server)); diff != "" {
		t.Errorf("mails to ops:\n%s", diff)
	}
}

// passes runs what is owed so often, with as many minutes between.
func passes(t *testing.T, d *Director, n int, every time.Duration) {
	t.Helper()
	for range n {
		if _, err := d.RunDue(t.Context()); err != nil {
			t.Fatal(err)
		}
		now := d.Now().Add(every)
		d.Now = func() time.Time { return now }
	}
}

func TestOneRefusedOfThreeIsToldOnceHoweverOftenItIsTried(t *testing.T) {
	_, d, server := watched(t, mailtest.Options{Rcpt: func(to string) error {
		if to == "gone@example.org" {
			return mailtest.Say(550, 5, 1, 1, "mailbox unknown")
		}
		return nil
	}}, "ann@example.org", "bob@example.org", "gone@example.org")
	passes(t, d, 5, 10*time.Minute)
	wantToOps(t, server, "clientele: sales, October 2026: refused for gone@example.org: 550 5.1.1 mailbox unknown")
	words := wordsToOps(t, server)
	for _, want := range []string{"Auto-Submitted: auto-generated", "List-Id: <ops.example.org>", "clientele run sales --as-of 2026-10", "clientele status", "Test Trading", "Without it: gone@example.org"} {
		if !strings.Contains(words, want) {
			t.Errorf("the mail does not say %q", want)
		}
	}
	if strings.Contains(words, "spreadsheet") || strings.Contains(words, "Precedence") {
		t.Error("the mail carries what is for managers")
	}
	if _, err := d.Publish(t.Context(), "sales", october, PublishOptions{}); err == nil { // by hand: refused again
		t.Error("nobody was refused")
	}
	d.Tell(t.Context())
	if n := len(toOps(t, server)); n != 1 {
		t.Errorf("%d mails to ops", n)
	}
}

func TestLetterNobodyKnowsOfIsToldOnce(t *testing.T) {
	_, d, server := watched(t, mailtest.Options{Data: func(l mailtest.Letter) error {
		if l.To == "bob@example.org" {
			return mailtest.ErrVanish
		}
		return nil
	}}, "ann@example.org", "bob@example.org")
	passes(t, d, 4, 10*time.Minute)
	wantToOps(t, server, "clientele: sales, October 2026: nobody knows whether bob@example.org has it")
	if words := wordsToOps(t, server); !strings.Contains(words, "clientele outbox confirm sales 2026-10 bob@example.org arrived") {
		t.Errorf("the mail does not say what to do:\n%s", words)
	}
}

func TestSourceThatIsDownIsToldOnceThenThatItIsLateThenThatItIsDone(t *testing.T) {
	c, d, server := watched(t, mailtest.Options{}, "ann@example.org")
	d.Ops.Recovered = true
	if err := os.Rename(c.path("shop.db"), c.path("away.db")); err != nil {
		t.Fatal(err)
	}
	passes(t, d, 2, time.Minute)
	wantToOps(t, server)
	passes(t, d, 60, 10*time.Minute)
	got := toOps(t, server)
	if len(got) != 2 || !strings.HasPrefix(got[0], "clientele: sales, October 2026: not sent: ") || !strings.HasPrefix(got[1], "clientele: sales, October 2026: late: it was due at Sun 1 Nov 2026 07:00 UTC") {
		t.Fatalf("mails to ops: %q", got)
	}
	if err := os.Rename(c.path("away.db"), c.path("shop.db")); err != nil {
		t.Fatal(err)
	}
	passes(t, d, 8, 10*time.Minute)
	got = toOps(t, server)
	if len(got) != 3 || !strings.Contains(got[2], "October 2026: done at ") || !strings.Contains(got[2], " after its time") {
		t.Fatalf("mails to ops: %q", got)
	}
}

func TestMailServerThatIsDownIsToldWhenItIsBack(t *testing.T) {
	_, d, server := watched(t, mailtest.Options{}, "ann@example.org")
	good := d.Carrier
	d.Carrier = over(t, server, func(o *mail.SMTPOptions) { o.Port = closedPort(t) })
	var log bytes.Buffer
	d.Log = slog.New(slog.NewTextHandler(&log, nil))
	passes(t, d, 12, 10*time.Minute)
	wantToOps(t, server)
	if !strings.Contains(log.String(), "ops could not be told") {
		t.Error("the log does not say that ops could not be told")
	}
	d.Carrier = good
	published(t, d, PublishOptions{})
	passes(t, d, 4, 20*time.Minute)
	wantAccepted(t, server, "ann@example.org", opsMail)
	words := wordsToOps(t, server)
	if !strings.Contains(words, "Meanwhile: it is no longer so.") || !strings.Contains(toOps(t, server)[0], "not sent: letters cannot be handed over") {
		t.Errorf("the mail says %q\n%s", toOps(t, server), words)
	}
}

func TestPanicIsToldAtOnce(t *testing.T) {
	_, d, server := watched(t, mailtest.Options{}, "ann@example.org")
	d.Progress = watcher(func() { panic("no such bucket") })
	passes(t, d, 1, time.Minute)
	got := toOps(t, server)
	if len(got) != 1 || !strings.Contains(got[0], "October 2026: not sent: the program broke: ") || !strings.Contains(wordsToOps(t, server), "no such bucket") {
		t.Errorf("mails to ops: %q", got)
	}
}

func TestRunByHandThatFailsIsTold(t *testing.T) {
	c, d, server := watched(t, mailtest.Options{}, "ann@example.org")
	d.Schedules = nil
	if err := os.Rename(c.path("shop.db"), c.path("away.db")); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Refresh(t.Context()); err == nil {
		t.Fatal("no error")
	}
	if told := d.Tell(t.Context()); told.Err != nil || len(told.Subjects) != 1 {
		t.Errorf("%+v", told)
	}
	got := toOps(t, server)
	if len(got) != 1 || !strings.HasPrefix(got[0], "clientele: refresh: not done: it failed: ") {
		t.Errorf("mails to ops: %q", got)
	}
}

func TestAddressThatIsNewIsNotToldThePast(t *testing.T) {
	_, d, server := watched(t, mailtest.Options{Rcpt: func(to string) error {
		if to == "gone@example.org" {
			return mailtest.Say(550, 5, 1, 1, "mailbox unknown")
		}
		return nil
	}}, "gone@example.org")
	passes(t, d, 1, 0)
	now := d.Now().Add(72 * time.Hour)
	d.Now = func() time.Time { return now }
	d.Ops.Mail = append(d.Ops.Mail, reports.Address{Mail: "new@example.org"})
	passes(t, d, 2, time.Hour)
	wantAccepted(t, server, opsMail)
}

func TestWhoTakesNoMailOfOursIsAskedOnceAndTheOtherIsTold(t *testing.T) {
	asked := 0
	_, d, server := watched(t, mailtest.Options{Rcpt: func(to string) error {
		if to == "wrong@example.org" {
			asked++
		}
		if to == "gone@example.org" || to == "wrong@example.org" {
			return mailtest.Say(550, 5, 1, 1, "mailbox unknown")
		}
		return nil
	}}, "gone@example.org")
	d.Ops.Mail = append([]reports.Address{{Mail: "wrong@example.org"}}, d.Ops.Mail...)
	passes(t, d, 3, time.Hour)
	if n := len(toOps(t, server)); n != 1 || asked != 1 {
		t.Errorf("%d mails, asked %d times", n, asked)
	}
	list, err := d.State.Alarms(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(list, func(a state.Alarm) bool { return a.Address == "wrong@example.org" && a.Cause == "rejected" })
	if at < 0 || list[at].State != state.AlarmRefused || !strings.Contains(list[at].Answer, "550") {
		t.Errorf("%+v", list)
	}
}

// Killed anywhere on the way, an alarm is told once or its fate is known to be
// unknown; none is lost.
func TestKilledWhileTellingNothingIsLostAndNothingToldTwice(t *testing.T) {
	errKilled := errors.New("killed")
	for _, at := range []string{"before the mail", "before commit", "after commit", "after the mail"} {
		t.Run(at, func(t *testing.T) {
			_, d, server := watched(t, mailtest.Options{Rcpt: func(to string) error {
				if to == "gone@example.org" {
					return mailtest.Say(550, 5, 1, 1, "mailbox unknown")
				}
				return nil
			}}, "gone@example.org")
			good := d.Carrier
			d.Carrier = &fatal{Carrier: good, at: at, err: errKilled}
			func() {
				defer func() { _ = recover() }()
				passes(t, d, 1, 0)
			}()
			d.lease = nil
			now := d.Now().Add(time.Hour)
			d.Now, d.Carrier = func() time.Time { return now }, good
			passes(t, d, 3, time.Hour)
			list, err := d.State.Alarms(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			sent, fate := len(toOps(t, server)), list[len(list)-1].State
			want := map[string]string{"before the mail": "1 told", "before commit": "1 told", "after commit": "0 unknown", "after the mail": "1 unknown"}[at]
			if got := fmt.Sprintf("%d %s", sent, fate); got != want {
				t.Errorf("%s, want %s", got, want)
			}
		})
	}
}

// fatal is a carrier over whose alerts the process dies, at one point of the way.
type fatal struct {
	mail.Carrier
	at  string
	err error
}

// Carry implements mail.Carrier.
func (f *fatal) Carry(ctx context.Context, m mail.Message, commit func() error) (mail.Receipt, error) {
	if m.To != opsMail {
		return f.Carrier.Carry(ctx, m, commit)
	}
	die := func(at string) {
		if f.at == at {
			panic(f.err)
		}
	}
	die("before the mail")
	r, err := f.Carrier.Carry(ctx, m, func() error {
		die("before commit")
		err := commit()
		die("after commit")
		return err
	})
	die("after the mail")
	return r, err
}

// closedPort is one that nobody listens on.
func closedPort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// plainWords is the text of a mail, as it stands before the page.
func plainWords(t *testing.T, message []byte) string {
	t.Helper()
	_, rest, _ := strings.Cut(string(message), "text/plain")
	text, _, _ := strings.Cut(rest, "text/html")
	words, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(text)))
	if err != nil && len(words) == 0 {
		t.Fatal(err)
	}
	return string(words)
}
