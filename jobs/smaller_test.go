package jobs

import (
	"bytes"
	"context"
	"io"
	"mime"
	"mime/multipart"
	netmail "net/mail"
	"path/filepath"
	"strings"
	"testing"

	"clientele/reports/mail"
	"clientele/reports/mail/mailtest"
	"clientele/reports/pages"
	"clientele/transform/state"
)

// bodiesOf returns the texts of a letter by their type, and whether a workbook is in it.
func bodiesOf(t *testing.T, letter []byte) (texts map[string]string, workbook bool) {
	t.Helper()
	m, err := netmail.ReadMessage(bytes.NewReader(letter))
	if err != nil {
		t.Fatal(err)
	}
	texts = map[string]string{}
	var walk func(contentType string, body io.Reader)
	walk = func(contentType string, body io.Reader) {
		kind, params, err := mime.ParseMediaType(contentType)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(kind, "multipart/") {
			text, err := io.ReadAll(body)
			if err != nil {
				t.Fatal(err)
			}
			texts[kind] = string(text)
			workbook = workbook || strings.Contains(kind, "spreadsheet")
			return
		}
		for parts := multipart.NewReader(body, params["boundary"]); ; {
			part, err := parts.NextPart()
			if err != nil {
				return
			}
			walk(part.Header.Get("Content-Type"), part)
		}
	}
	walk(m.Header.Get("Content-Type"), m.Body)
	return texts, workbook
}

// sizes publishes once to learn how large the letter is with its workbook.
func sizes(t *testing.T) int64 {
	t.Helper()
	_, d, post := ready(t, "ann@example.org")
	published(t, d, PublishOptions{})
	return int64(len(post.taken[0].Bytes))
}

func TestLetterTooLargeGoesWithoutItsWorkbookAndSaysWhereItLies(t *testing.T) {
	whole := sizes(t)
	for name, it := range map[string]struct {
		server   mailtest.Options
		mailing  Mailing
		attempts int
		says     []string
	}{
		"the server names a limit":    {mailtest.Options{MostBytes: whole - 1000}, Mailing{}, 2, []string{"takes at most"}},
		"refused at the letter's end": {mailtest.Options{Data: larger(whole-1000, mailtest.Say(552, 5, 3, 4, "message too big"))}, Mailing{}, 2, []string{"552 5.3.4 message too big"}},
		"552 without a status":        {mailtest.Options{Data: larger(whole-1000, mailtest.Say(552, 0, 0, 0, "exceeds limit"))}, Mailing{}, 2, []string{"exceeds limit"}},
		"our own limit":               {mailtest.Options{}, Mailing{Most: whole - 1000}, 1, []string{"mail.max_size"}},
		"published":                   {mailtest.Options{}, Mailing{Most: whole - 1000, Link: "https://intranet.example.org/r"}, 1, nil},
	} {
		t.Run(name, func(t *testing.T) {
			d, server := mailed(t, it.server, "ann@example.org")
			d.Mailing = it.mailing
			p := published(t, d, PublishOptions{})
			wantDid(t, p, "ann@example.org sent")
			for _, word := range append(it.says, "without the workbook: too large") {
				if !strings.Contains(p.Outcomes[0].Why, word) {
					t.Errorf("%q does not say %q", p.Outcomes[0].Why, word)
				}
			}
			wantLedger(t, d, it.attempts, state.Accepted)
			got := server.Letters()
			if len(got) != 1 || int64(len(got[0].Bytes)) > whole-1000 {
				t.Fatalf("%d letters", len(got))
			}
			texts, workbook := bodiesOf(t, got[0].Bytes)
			if workbook || texts["image/png"] == "" || !strings.Contains(texts["text/plain"], "REVENUE BY MONTH") {
				t.Errorf("workbook %v, letter:\n%s", workbook, texts["text/plain"])
			}
			where := []string{"too large to be attached", "sales/2026-10/" + filepath.Base(p.Files[0]), "data@example.org"}
			if it.mailing.Link != "" {
				where = []string{"https://intranet.example.org/r/sales/2026-10/" + filepath.Base(p.Files[0])}
			}
			for _, kind := range []string{"text/plain", "text/html"} {
				for _, word := range where {
					if !strings.Contains(strings.Join(strings.Fields(texts[kind]), " "), word) {
						t.Errorf("%s does not say %q:\n%s", kind, word, texts[kind])
					}
				}
			}
			steps, err := d.State.Steps(t.Context(), deliveries(t, d)[0].Key)
			if err != nil {
				t.Fatal(err)
			}
			told := false
			for _, s := range steps {
				told = told || s.State == state.Spooled && strings.HasPrefix(s.Answer, "without the workbook")
			}
			if !told {
				t.Errorf("its life does not say so: %+v", steps)
			}
			wantDid(t, published(t, d, PublishOptions{}), "ann@example.org nothing")
		})
	}
}

// larger answers letters above a size.
func larger(most int64, answer error) func(mailtest.Letter) error {
	return func(l mailtest.Letter) error {
		if int64(len(l.Bytes)) > most {
			return answer
		}
		return nil
	}
}

func TestLetterTooLargeEvenWithoutItsWorkbookIsRejected(t *testing.T) {
	d, server := mailed(t, mailtest.Options{MostBytes: 2000}, "ann@example.org")
	p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrPartial, "takes at most")
	wantDid(t, p, "ann@example.org rejected")
	wantLedger(t, d, 2, state.Rejected)
	wantAccepted(t, server)
}

// A run that dies between the refusal and the smaller letter.
type killedBetween struct {
	*postman
	refused bool
}

// Ready implements mail.Carrier.
func (k *killedBetween) Ready(context.Context) error {
	if k.refused {
		panic("killed")
	}
	return nil
}

// Carry implements mail.Carrier.
func (k *killedBetween) Carry(context.Context, mail.Message, func() error) (mail.Receipt, error) {
	k.refused = true
	return mail.Receipt{}, &mail.Refusal{Code: 552, Answer: "too big", TooLarge: true}
}

func TestRunKilledBeforeTheSmallerLetterLosesNothing(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	d.Mailing.SuppressAfter = 1
	dead := *d
	dead.Carrier = &killedBetween{postman: post}
	wantParts(t, runDue(t, &dead), "run refresh ", "run sales 2026-10 !")
	d.Now = atTime(t, "2026-11-01 08:00")
	wantParts(t, runDue(t, d), "run sales 2026-10")
	wantTook(t, post, "ann@example.org")
}
