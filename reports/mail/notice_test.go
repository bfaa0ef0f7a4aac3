package mail

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

func notice(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "notices", name+".eml"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// said writes a notice down in lines.
func said(n Notice) string {
	out := fmt.Sprintf("of <%s> by %q\n", n.MessageID, n.By)
	for _, r := range n.About {
		out += fmt.Sprintf("%s %s code %d against the address %v\n  %s\n", r.Action, strings.Join(r.Addresses, " or "), r.Code, r.Address, r.Words)
	}
	return out
}

func TestNoticesOfManyServers(t *testing.T) {
	const id = "sales.2026-10.0011223344556677.r1@example.org"
	for name, want := range map[string]string{
		"postfix": `of <` + id + `> by "relay.example.org"
failed ann@example.org or ann@example.org code 550 against the address true
  bounced (mx.example.org): 550 5.1.1 <ann@example.org>: Recipient address rejected: User unknown in virtual mailbox table
`,
		"postfix-delay": `of <` + id + `> by "relay.example.org"
delayed ann@example.org or ann@example.org code 0 against the address false
  delayed, still being tried (relay.example.org): connect to mx.example.org[192.0.2.7]:25: Connection timed out
`,
		"exim": `of <` + id + `> by "relay.example.org"
failed ann@example.org code 550 against the address true
  bounced (mx.example.org): 550 No such user here
`,
		"exim-text": `of <` + id + `> by ""
failed ann@example.org code 0 against the address true
  bounced: mailbox is full: retry timeout exceeded
failed bob@example.net code 554 against the address false
  bounced: SMTP error from remote mail server after end of data: host mx.example.net [192.0.2.8]: 554 5.7.1 looks like spam
`,
		"office365": `of <` + id + `> by "AB1PR01MB0002.example.prod.outlook.com"
failed ann@example.org or ann@example.org code 550 against the address true
  bounced (AB1PR01MB0002.example.prod.outlook.com): 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ann@example.org not found by SMTP address lookup
`,
		"gmail": `of <` + id + `> by "googlemail.com"
failed ann@example.org code 550 against the address true
  bounced (gmail-smtp-in.l.google.com. (192.0.2.9, the server for the domain example.org.)): 550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 double-checking the recipient's email address for typos or 550 5.1.1 unnecessary spaces. - gsmtp
`,
		"qmail": `of <` + id + `> by ""
failed ann@example.org code 550 against the address true
  bounced: 192.0.2.7 does not like recipient. Remote host said: 550 5.1.1 no mailbox here by that name Giving up on 192.0.2.7.
`,
		"several": `of <` + id + `> by "relay.example.org"
failed ann@example.org code 552 against the address false
  bounced (relay.example.org): 552 5.2.2 over quota
relayed bob+2Breports@example.net or bob+reports@example.net or bob+reports@example.net code 0 against the address false
  passed on to a server that does not report (relay.example.org): 2.0.0
failed cid@example.net code 0 against the address true
  bounced (relay.example.org): 4.4.7
delayed dee@example.net code 0 against the address false
  delayed, still being tried (relay.example.org): 4.4.1
`,
		"utf8": `of <` + id + `> by "mx.example.org"
failed jürgen@bücher.example or jürgen@bücher.example code 550 against the address true
  bounced (mx.example.org): 550 5.1.1 unbekannt: jürgen
`,
		"delivered": `of <` + id + `> by "mx.example.org"
delivered ann@example.org code 0 against the address false
  delivered into the mailbox (mx.example.org): 2.1.5
`,
	} {
		t.Run(name, func(t *testing.T) {
			as := notice(t, name)
			for ends, mail := range map[string][]byte{"LF": as, "CRLF": bytes.ReplaceAll(bytes.ReplaceAll(as, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))} {
				n, err := ReadNotice(bytes.NewReader(mail))
				if err != nil {
					t.Fatal(ends, err)
				}
				if diff := cmp.Diff(want, said(n)); diff != "" {
					t.Error(ends, diff)
				}
			}
		})
	}
}

func TestMailsThatAreNoNotices(t *testing.T) {
	for name, says := range map[string]string{
		"away":     "automatic reply",
		"read":     "a report of another kind: disposition-notification",
		"list":     "a mail of a list",
		"ordinary": "an ordinary mail",
		"no-id":    "does not carry the Message-ID",
	} {
		n, err := ReadNotice(bytes.NewReader(notice(t, name)))
		if !errors.Is(err, ErrNoNotice) || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v %v", name, n, err)
		}
	}
	for text, says := range map[string]string{
		"":                                "head",
		"no head at all":                  "head",
		"\x00\xff\xfe":                    "head",
		"Subject: x\r\n\r\n":              "ordinary",
		strings.Repeat("x", MostNotice+1): "longer than",
	} {
		if _, err := ReadNotice(strings.NewReader(text)); !errors.Is(err, ErrNoNotice) || !strings.Contains(err.Error(), says) {
			t.Errorf("%.20q: %v", text, err)
		}
	}
}

// A notice that was cut off, or that carries the letter with its workbook, tells as
// much as it holds.
func TestNoticeWithALargeLetterAndOneCutOff(t *testing.T) {
	whole := string(notice(t, "postfix"))
	large := strings.Replace(whole, "\n\n--x\n", "\n\n"+strings.Repeat("UEsDBBQABgAIAAAAIQ\n", 1_000_000)+"--x\n", 1)
	cut := large[:len(large)-10_000_000]
	for name, text := range map[string]string{"large": large, "cut off": cut} {
		n, err := ReadNotice(strings.NewReader(text))
		if err != nil || len(n.About) != 1 || n.MessageID == "" {
			t.Errorf("%s, %d bytes: %+v %v", name, len(text), n, err)
		}
	}
}

func TestPoisonInANoticeIsHarmless(t *testing.T) {
	text := strings.Replace(string(notice(t, "postfix")), "Diagnostic-Code: smtp; 550 5.1.1", "Diagnostic-Code: smtp; 550 5.1.1 \x1b[2J\x07\u202e\x00\xff"+strings.Repeat("w", 10_000), 1)
	n, err := ReadNotice(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	w := n.About[0].Words
	if len(w) > 2*longest || strings.IndexFunc(w, func(r rune) bool { return !unicode.IsPrint(r) }) >= 0 {
		t.Errorf("%d bytes: %q", len(w), w)
	}
}

func TestPartsInPartsAndManyOfThemEnd(t *testing.T) {
	deep := "Message-ID: <a@b>\n"
	for i := range 3000 {
		deep += fmt.Sprintf("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
	}
	wide := "Content-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\n\nx\n", 100_000)
	for _, text := range []string{deep, wide} {
		if _, err := ReadNotice(strings.NewReader(text)); !errors.Is(err, ErrNoNotice) {
			t.Error(err)
		}
	}
}

func FuzzReadNotice(f *testing.F) {
	names, err := filepath.Glob("testdata/notices/*.eml")
	if err != nil || len(names) == 0 {
		f.Fatal(names, err)
	}
	for _, name := range names {
		f.Add(notice(f, strings.TrimSuffix(filepath.Base(name), ".eml")))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		n, err := ReadNotice(bytes.NewReader(text))
		if (err == nil) != (n.MessageID != "" && len(n.About) > 0) {
			t.Fatalf("%+v %v", n, err)
		}
		for _, r := range n.About {
			if strings.IndexFunc(r.Words, func(c rune) bool { return !unicode.IsPrint(c) }) >= 0 || len([]rune(r.Words)) > longest+3 {
				t.Fatalf("%q", r.Words)
			}
			for _, a := range r.Addresses {
				if a == "" {
					t.Fatal("an empty address")
				}
			}
		}
	})
}
