package mail

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"clientele/reports/mail/mailtest"
)

// patient are waits that a busy machine does not outlast.
var patient = Waits{Connect: time.Minute, Command: time.Minute, Block: time.Minute, Final: time.Minute}

// brief is how long tests wait for what never comes.
const brief = 500 * time.Millisecond

// carrier talks to a server as its options ask for.
func carrier(t *testing.T, s *mailtest.Server, change func(*SMTPOptions)) *SMTP {
	t.Helper()
	o := SMTPOptions{Host: s.Host, Port: s.Port, CAFile: s.CAFile, Waits: patient, Secret: func(context.Context) (string, error) { return "open sesame", nil }}
	if change != nil {
		change(&o)
	}
	c, err := NewSMTP(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

// letterTo is a rendered letter to somebody.
func letterTo(t *testing.T, who string) Message {
	t.Helper()
	l := sample()
	l.To.Mail = who
	l.MessageID = MessageID("sales", "2026-10", "", who, 1, l.From.Mail)
	m := rendered(t, l)
	m.Name = FileName("2026-10", "sales", "", who, 1)
	return m
}

// handed carries a letter and tells how often it was committed.
func handed(t *testing.T, c Carrier, m Message) (r Receipt, commits int, err error) {
	t.Helper()
	r, err = c.Carry(t.Context(), m, func() error { commits++; return nil })
	return r, commits, err
}

func wantRefusal(t *testing.T, err error, code int, temporary bool, says ...string) {
	t.Helper()
	var r *Refusal
	if !errors.As(err, &r) || r.Code != code || r.Temporary != temporary || errors.Is(err, ErrUnknown) {
		t.Fatalf("%v (%+v), want a refusal with %d, temporary %v", err, r, code, temporary)
	}
	for _, word := range says {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("%q does not say %q", err, word)
		}
	}
}

func wantNothing(t *testing.T, s *mailtest.Server) {
	t.Helper()
	if got := s.Letters(); len(got) != 0 {
		t.Errorf("the server accepted %d letters, the first of %d bytes", len(got), len(got[0].Bytes))
	}
}

func TestServerGetsTheLetterByteForByte(t *testing.T) {
	for name, it := range map[string]struct {
		server mailtest.Options
		change func(*SMTPOptions)
		inTLS  bool
	}{
		"STARTTLS":     {mailtest.Options{}, nil, true},
		"implicit TLS": {mailtest.Options{Implicit: true}, func(o *SMTPOptions) { o.TLS = ImplicitTLS }, true},
		"in clear":     {mailtest.Options{Clear: true}, func(o *SMTPOptions) { o.TLS = NoTLS }, false},
	} {
		t.Run(name, func(t *testing.T) {
			server := mailtest.Start(t, it.server)
			m := letterTo(t, "ann@example.org")
			m.From = "bounces@example.org"
			got, commits, err := handed(t, carrier(t, server, it.change), m)
			if err != nil || commits != 1 || got.Code != 250 || !strings.Contains(got.Answer, "queued") {
				t.Fatal(got, commits, err)
			}
			l := server.Letters()
			if len(l) != 1 || !bytes.Equal(l[0].Bytes, m.Bytes) || l[0].To != "ann@example.org" || l[0].From != "bounces@example.org" || l[0].TLS != it.inTLS || l[0].Size != int64(len(m.Bytes)) || l[0].UTF8 {
				t.Errorf("%d letters: %+v", len(l), l[0].To)
			}
		})
	}
}

func TestLinesThatBeginWithDotsArrive(t *testing.T) {
	server := mailtest.Start(t, mailtest.Options{})
	m := Message{From: "a@example.org", To: "b@example.org", Bytes: []byte("Subject: x\r\n\r\n.\r\n..\r\n.end\r\n\r\n.\r\n")}
	if _, _, err := handed(t, carrier(t, server, nil), m); err != nil {
		t.Fatal(err)
	}
	if l := server.Letters(); string(l[0].Bytes) != string(m.Bytes) || l[0].Size != int64(len(m.Bytes)) {
		t.Errorf("%q arrived as %q, announced with %d", m.Bytes, l[0].Bytes, l[0].Size)
	}
}

func TestOneConnectionServesEverybody(t *testing.T) {
	server := mailtest.Start(t, mailtest.Options{Rcpt: func(to string) error {
		if to == "bob@example.org" {
			return mailtest.Say(550, 5, 1, 1, "no such user here")
		}
		return nil
	}})
	c := carrier(t, server, nil)
	for _, who := range []string{"ann@example.org", "bob@example.org", "cid@example.org"} {
		if err := c.Ready(t.Context()); err != nil {
			t.Fatal(err)
		}
		_, commits, err := handed(t, c, letterTo(t, who))
		if who != "bob@example.org" {
			if err != nil {
				t.Fatal(err)
			}
			continue
		}
		wantRefusal(t, err, 550, false, "550 5.1.1 no such user here", "bob@example.org")
		if commits != 0 {
			t.Error("committed what was refused before")
		}
	}
	if got := strings.Join(server.To(), " "); got != "ann@example.org cid@example.org" || server.Connections() != 1 {
		t.Errorf("%s over %d connections", got, server.Connections())
	}
}

func TestNewConnectionWhereTheOldOneIsUsedUp(t *testing.T) {
	t.Run("the server closed it", func(t *testing.T) {
		server := mailtest.Start(t, mailtest.Options{})
		c := carrier(t, server, nil)
		for _, ready := range []bool{true, true, false} { // noticed before the letter, and in the middle of it
			if ready {
				if err := c.Ready(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			if _, commits, err := handed(t, c, letterTo(t, "ann@example.org")); err != nil || commits != 1 {
				t.Fatal(commits, err)
			}
			server.Cut()
		}
		if n := server.Connections(); n != 3 || len(server.Letters()) != 3 {
			t.Errorf("%d letters over %d connections", len(server.Letters()), n)
		}
	})
	t.Run("the server answers 421", func(t *testing.T) {
		server := mailtest.Start(t, mailtest.Options{Mail: func(nth int) error {
			if nth > 2 {
				return mailtest.Say(421, 4, 7, 0, "enough for one connection")
			}
			return nil
		}})
		c := carrier(t, server, nil)
		for range 5 {
			if err := c.Ready(t.Context()); err != nil {
				t.Fatal(err)
			}
			if _, commits, err := handed(t, c, letterTo(t, "ann@example.org")); err != nil || commits != 1 {
				t.Fatal(commits, err)
			}
		}
		if n := server.Connections(); n != 3 || len(server.Letters()) != 5 {
			t.Errorf("%d letters over %d connections", len(server.Letters()), n)
		}
	})
	t.Run("421 at once is for now", func(t *testing.T) {
		server := mailtest.Start(t, mailtest.Options{Mail: func(int) error { return mailtest.Say(421, 4, 3, 2, "shutting down") }})
		_, commits, err := handed(t, carrier(t, server, nil), letterTo(t, "ann@example.org"))
		wantRefusal(t, err, 421, true, "shutting down")
		if commits != 0 || server.Connections() != 1 {
			t.Errorf("%d commits over %d connections", commits, server.Connections())
		}
	})
}

func TestServersWordsDecideWhetherTryingAgainHelps(t *testing.T) {
	for name, it := range map[string]struct {
		code, class, subject, detail int
		words                        string
		atTheEnd                     bool
	}{
		"greylisted":        {450, 4, 2, 0, "greylisted, come back", false},
		"mailbox over":      {452, 4, 2, 2, "mailbox over quota", false},
		"mailbox full":      {552, 5, 2, 2, "mailbox full", false},
		"unknown":           {550, 5, 1, 1, "unknown user", false},
		"scanned, put off":  {451, 4, 7, 1, "scanner busy", true},
		"scanned, refused":  {554, 5, 7, 1, "content rejected", true},
		"too large for all": {552, 5, 3, 4, "too big after all", true},
	} {
		t.Run(name, func(t *testing.T) {
			answer := mailtest.Say(it.code, it.class, it.subject, it.detail, it.words)
			o := mailtest.Options{Rcpt: func(string) error { return answer }}
			want := 0
			if it.atTheEnd {
				o, want = mailtest.Options{Data: func(mailtest.Letter) error { return answer }}, 1
			}
			server := mailtest.Start(t, o)
			_, commits, err := handed(t, carrier(t, server, nil), letterTo(t, "ann@example.org"))
			wantRefusal(t, err, it.code, it.class == 4, fmt.Sprintf("%d %d.%d.%d %s", it.code, it.class, it.subject, it.detail, it.words))
			if commits != want {
				t.Errorf("%d commits, want %d", commits, want)
			}
			wantNothing(t, server)
		})
	}
}

// Whatever breaks before the last line leaves the server nothing, and never half a
// letter.
func TestBrokenLineLeavesTheServerNothing(t *testing.T) {
	big := letterTo(t, "ann@example.org")
	big.Bytes = append(big.Bytes, bytes.Repeat([]byte(strings.Repeat("x", 76)+"\r\n"), 20_000)...)
	for name, it := range map[string]struct {
		server mailtest.Options
		dial   func(context.Context, string, string) (conn, error)
	}{
		"torn in the middle":         {mailtest.Options{}, mailtest.Torn(600_000)},
		"torn near the end":          {mailtest.Options{}, mailtest.Torn(int64(len(big.Bytes)) - 10_000)},
		"the server stops listening": {mailtest.Options{SmallBuffer: true, Read: stall(t)}, mailtest.Narrow},
	} {
		t.Run(name, func(t *testing.T) {
			server := mailtest.Start(t, it.server)
			c := carrier(t, server, func(o *SMTPOptions) { o.Dial, o.Waits.Block = it.dial, brief })
			_, commits, err := handed(t, c, big)
			wantRefusal(t, err, 0, true, "the connection broke while it was to send the letter")
			if commits != 0 {
				t.Error("committed a letter that broke off")
			}
			server.Cut()
			wantNothing(t, server)
		})
	}
}

// A server that wakes up after we gave up reads what is left on the line, and must
// not find an end there.
func TestServerThatWakesUpLateFindsNoEnd(t *testing.T) {
	read := make(chan error, 1)
	server := mailtest.Start(t, mailtest.Options{Clear: true, SmallBuffer: true, Read: func(r io.Reader) error {
		time.Sleep(2 * brief)
		_, err := io.Copy(io.Discard, r)
		read <- err
		return err
	}})
	m := Message{From: "a@example.org", To: "ann@example.org", Bytes: bytes.Repeat([]byte(strings.Repeat("x", 76)+"\r\n"), 20_000)}
	c := carrier(t, server, func(o *SMTPOptions) { o.TLS, o.CAFile, o.Dial, o.Waits.Block = NoTLS, "", mailtest.Narrow, brief })
	_, commits, err := handed(t, c, m)
	wantRefusal(t, err, 0, true, "the connection broke")
	if err := <-read; err == nil || commits != 0 {
		t.Errorf("the server found an end, %d commits", commits)
	}
	wantNothing(t, server)
}

func TestLedgerThatCannotWriteStopsTheLetter(t *testing.T) {
	server := mailtest.Start(t, mailtest.Options{})
	c := carrier(t, server, nil)
	full := errors.New("disk full")
	if _, err := c.Carry(t.Context(), letterTo(t, "ann@example.org"), func() error { return full }); !errors.Is(err, full) {
		t.Fatal(err)
	}
	if _, _, err := handed(t, c, letterTo(t, "bob@example.org")); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(server.To(), " "); got != "bob@example.org" {
		t.Errorf("accepted for %s", got)
	}
}

// After the last line only the server's word counts. Without it nobody knows, and
// in these cases the letter is there.
func TestSilenceAfterTheLastLineIsUnknown(t *testing.T) {
	for name, answer := range map[string]error{"it hangs": mailtest.ErrHang, "it is gone": mailtest.ErrVanish} {
		t.Run(name, func(t *testing.T) {
			server := mailtest.Start(t, mailtest.Options{Data: func(mailtest.Letter) error { return answer }})
			m := letterTo(t, "ann@example.org")
			_, commits, err := handed(t, carrier(t, server, func(o *SMTPOptions) { o.Waits.Final = brief }), m)
			var r *Refusal
			if !errors.Is(err, ErrUnknown) || errors.As(err, &r) || commits != 1 {
				t.Fatalf("%v after %d commits", err, commits)
			}
			if l := server.Letters(); len(l) != 1 || !bytes.Equal(l[0].Bytes, m.Bytes) {
				t.Errorf("%d letters", len(l))
			}
		})
	}
}

func TestSlowServerIsWaitedFor(t *testing.T) {
	server := mailtest.Start(t, mailtest.Options{
		Read: mailtest.Slowly(50 * time.Millisecond),
		Data: func(mailtest.Letter) error { time.Sleep(200 * time.Millisecond); return nil },
	})
	if _, _, err := handed(t, carrier(t, server, nil), letterTo(t, "ann@example.org")); err != nil || len(server.Letters()) != 1 {
		t.Error(err, len(server.Letters()))
	}
}

func TestLetterLargerThanTheServerTakesIsNotBegun(t *testing.T) {
	server := mailtest.Start(t, mailtest.Options{MostBytes: 1000, Mail: func(int) error { t.Error("began"); return nil }})
	m := letterTo(t, "ann@example.org")
	c := carrier(t, server, nil)
	_, commits, err := handed(t, c, m)
	wantRefusal(t, err, 0, false, fmt.Sprintf("%d bytes", len(m.Bytes)), "at most 1000", "territory or rep")
	if commits != 0 || server.Connections() != 1 || c.Ready(t.Context()) != nil {
		t.Errorf("%d commits over %d connections", commits, server.Connections())
	}
	exact := Message{From: "a@example.org", To: "b@example.org", Bytes: append([]byte("A: b\r\n\r\n"), bytes.Repeat([]byte("."), 992)...)}
	exact.Bytes = append(exact.Bytes[:998], "\r\n"...)
	roomy := mailtest.Start(t, mailtest.Options{MostBytes: int64(len(exact.Bytes)) + 1})
	if _, _, err := handed(t, carrier(t, roomy, nil), exact); err != nil {
		t.Error(err)
	}
}

func TestAddressBeyondASCIINeedsAServerThatTakesIt(t *testing.T) {
	for name, takes := range map[string]bool{"it does": true, "it does not": false} {
		t.Run(name, func(t *testing.T) {
			server := mailtest.Start(t, mailtest.Options{UTF8: takes})
			c := carrier(t, server, nil)
			_, _, err := handed(t, c, letterTo(t, "jürgen@bücher.example"))
			if takes {
				if l := server.Letters(); err != nil || len(l) != 1 || l[0].To != "jürgen@bücher.example" || !l[0].UTF8 {
					t.Errorf("%v %+v", err, l)
				}
				return
			}
			wantRefusal(t, err, 0, false, "jürgen@bücher.example", "SMTPUTF8", "xn--")
			wantNothing(t, server)
			if _, _, err := handed(t, c, letterTo(t, "ann@example.org")); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestEndedContextCutsTheLineAndBeginsNothing(t *testing.T) {
	t.Run("after the last line nobody knows", func(t *testing.T) {
		ctx, end := context.WithCancel(t.Context())
		server := mailtest.Start(t, mailtest.Options{Data: func(mailtest.Letter) error { end(); return mailtest.ErrHang }})
		c := carrier(t, server, func(o *SMTPOptions) { o.Waits.Final = time.Hour })
		if _, err := c.Carry(ctx, letterTo(t, "ann@example.org"), yes); !errors.Is(err, ErrUnknown) {
			t.Error(err)
		}
		if _, err := c.Carry(ctx, letterTo(t, "bob@example.org"), yes); !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		if err := c.Ready(ctx); !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		if got := strings.Join(server.To(), " "); got != "ann@example.org" {
			t.Errorf("accepted for %s", got)
		}
	})
	t.Run("before it the server has nothing", func(t *testing.T) {
		ctx, end := context.WithCancel(t.Context())
		server := mailtest.Start(t, mailtest.Options{Rcpt: func(string) error { end(); time.Sleep(50 * time.Millisecond); return nil }})
		_, err := carrier(t, server, nil).Carry(ctx, letterTo(t, "ann@example.org"), func() error { t.Error("committed"); return nil })
		wantRefusal(t, err, 0, true, "the connection broke")
		wantNothing(t, server)
	})
}
