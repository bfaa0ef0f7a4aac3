package mail

import (
	"bytes"
	"encoding/base64"
	"flag"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"net/textproto"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"clientele/reports"

	"github.com/google/go-cmp/cmp"
)

var show = flag.String("show", "", "folder to write the sample letter to, for people to look at")

// sample is a letter with everything in it.
func sample() reports.Letter {
	return reports.Letter{
		From:      reports.Address{Name: "Clientele – Bräuer & Söhne", Mail: "reports@example.org"},
		ReplyTo:   reports.Address{Name: "Ops", Mail: "ops@example.org"},
		To:        reports.Address{Name: "Ann Müller", Mail: "ann@example.org"},
		MessageID: MessageID("sales", "2026-10", "", "ann", 1, "reports@example.org"),
		Date:      time.Date(2026, 11, 2, 7, 0, 0, 0, time.FixedZone("CET", 3600)),
		Subject:   "Sales Oct: € 1.73 M (+4.1 %), € 418 k at risk, 3 things to do",
		PreHeader: "Call 12 accounts, answer 178 enquiries, agree minimum orders",
		Scope:     "Sales report, October 2026 · all territories",
		DataTo:    "data to 31 Oct 2026 18:22",
		Headline:  "Revenue is up 4.1 % but just misses target; profit grew 1.7 %.",
		Rows: []reports.LetterRow{
			{Label: "Revenue, October", Note: "99.6 % of target € 1.74 M", Value: "€ 1.73 M", Delta: "▲ 4.1 %", Against: "vs Oct 2025", Tone: reports.Welcome},
			{Label: "Profit after cost to serve", Note: "12.0 % of revenue, last year 12.2 %", Value: "€ 229 k", Delta: "▲ 1.7 %", Against: "vs Oct 2025", Tone: reports.Welcome},
			{Label: "Revenue at risk", Note: "103 accounts likely to leave", Value: "€ 418 k", Delta: "▼ 8.2 %", Against: "vs September", Tone: reports.Welcome},
			{Label: "Open complaints", Note: "58 customers wait more than 7 days", Value: "189", Delta: "▲ 12.6 %", Against: "vs September", Tone: reports.Unwelcome},
			{Label: "Contracts met", Note: "€ 669 k short of agreed volume", Value: "50 %", Delta: "first report, no comparison"},
		},
		Actions: []reports.LetterAction{
			{Do: "Call the 12 accounts most likely to leave", Why: "They hold 71 % of all revenue at risk.", Worth: "€ 294,900 a year", Where: "At risk", Who: "each rep, by Wednesday"},
			{Do: "Answer the 178 enquiries nobody has replied to", Why: "The oldest has waited 170 days.", Worth: "€ 210,600 a year", Where: "Pipeline", Who: "inside sales, by Friday"},
			{Do: "Agree minimum orders with the 20 largest loss-makers", Why: "Visits, discounts and small drops cost more than they bring.", Worth: "€ 30,473 a year", Where: "Loss-makers", Who: "sales manager"},
		},
		Chart:    &reports.Chart{Message: "Revenue beat last year in 9 of 12 months", Unit: "€ k a month · blue-green = this year, grey = last year"},
		ChartPNG: []byte("\x89PNG\r\n\x1a\n not a picture, but bytes that must arrive\x00\xff\r\n.\r\n--"),
		ChartAlt: "Revenue by month, November 2025 to October 2026: lowest 1,245 in January, 1,734 in October",
		Since: []reports.LetterChange{
			{Title: "Joined the at-risk list", Items: []string{"Café Bramble", "O'Neill & Sons", "<b>Bold</b> Ltd"}},
			{Title: "Left it", Items: []string{"Łódź Hurt", "東京商店"}},
			{Title: "Café Bramble (€ 143 k a year) has not ordered since 28 July."},
		},
		Attached: reports.Attachment{Name: "sales_all_2026-10-31.xlsx", Bytes: workbook(), Start: "start with Overview: it lists what every sheet found", Checks: "all 11 checks passed; 41 of 88,412 invoice lines kept aside"},
		Full:     reports.FullLists{Name: "sales_all_2026-10-31_full-lists.xlsx", Bulk: 3_400_000, Link: "https://files.example.org/sales?period=2026-10&scope=all", Lists: []reports.FullList{{Tab: "At risk", Rows: "412 rows"}, {Tab: "Customer file", Rows: "41,200 rows"}}},
		Why:      "You receive this every Monday because you are on the list sales managers. Reply to this mail with any question or a wrong number.",
		Edition:  "edition 1a2b3c4d",
		Language: "en-GB",
	}
}

// workbook is every byte there is, in lengths that break lines anywhere.
func workbook() []byte {
	var b []byte
	for i := range 70_001 {
		b = append(b, byte(i*i>>3), byte(i))
	}
	return b
}

func rendered(t *testing.T, l reports.Letter) Message {
	t.Helper()
	m, err := Render(l)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// leaf is one part of a message that has no parts of its own.
type leaf struct {
	header textproto.MIMEHeader
	body   []byte
}

// tree reads a message independently of how it was written: the shape of its
// parts, and each leaf decoded.
func tree(t *testing.T, header textproto.MIMEHeader, body io.Reader) (shape string, leaves []leaf) {
	t.Helper()
	kind, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(kind, "multipart/") {
		return kind, []leaf{{header, decoded(t, header, body)}}
	}
	var inner []string
	parts := multipart.NewReader(body, params["boundary"])
	for {
		p, err := parts.NextRawPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		s, ls := tree(t, p.Header, p)
		inner, leaves = append(inner, s), append(leaves, ls...)
	}
	return strings.TrimPrefix(kind, "multipart/") + "(" + strings.Join(inner, ", ") + ")", leaves
}

func decoded(t *testing.T, header textproto.MIMEHeader, body io.Reader) []byte {
	t.Helper()
	switch header.Get("Content-Transfer-Encoding") {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	default:
		t.Fatalf("encoding %q", header.Get("Content-Transfer-Encoding"))
	}
	b, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func opened(t *testing.T, m Message) (textproto.MIMEHeader, string, []leaf) {
	t.Helper()
	msg, err := netmail.ReadMessage(bytes.NewReader(m.Bytes))
	if err != nil {
		t.Fatal(err)
	}
	header := textproto.MIMEHeader(msg.Header)
	shape, leaves := tree(t, header, msg.Body)
	return header, shape, leaves
}

const typeXLSXShape = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

func TestPartsAreNestedAndArriveByteForByte(t *testing.T) {
	l := sample()
	_, shape, leaves := opened(t, rendered(t, l))
	if want := "mixed(related(alternative(text/plain, text/html), image/png), " + typeXLSXShape + ")"; shape != want {
		t.Fatalf("shape %s\nwant  %s", shape, want)
	}
	if !bytes.Equal(leaves[2].body, l.ChartPNG) || !bytes.Equal(leaves[3].body, l.Attached.Bytes) {
		t.Error("chart or workbook did not arrive as they left")
	}
	if id := leaves[2].header.Get("Content-Id"); id != "<chart.png>" || !bytes.Contains(leaves[1].body, []byte(`src="cid:chart.png"`)) {
		t.Errorf("the page does not show the picture %s", id)
	}
	kind, params, err := mime.ParseMediaType(leaves[3].header.Get("Content-Disposition"))
	if err != nil || kind != "attachment" || params["filename"] != l.Attached.Name {
		t.Errorf("%s %v %v", kind, params, err)
	}
}

func TestPartsThatAreMissingLeaveNoEmptyNest(t *testing.T) {
	l := sample()
	l.ChartPNG = nil
	if _, shape, _ := opened(t, rendered(t, l)); shape != "mixed(alternative(text/plain, text/html), "+typeXLSXShape+")" {
		t.Error(shape)
	}
	l.Attached = reports.Attachment{}
	if _, shape, _ := opened(t, rendered(t, l)); shape != "alternative(text/plain, text/html)" {
		t.Error(shape)
	}
}

func TestFileNameInAnyScriptArrives(t *testing.T) {
	for _, name := range []string{"sales north.xlsx", "продажи_東京.xlsx", `a"b;c.xlsx`, "100%.xlsx"} {
		l := sample()
		l.Attached.Name = name
		_, _, leaves := opened(t, rendered(t, l))
		_, params, err := mime.ParseMediaType(leaves[3].header.Get("Content-Disposition"))
		if err != nil || params["filename"] != name {
			t.Errorf("%q arrived as %q: %v", name, params["filename"], err)
		}
	}
}

func TestSameLetterSameBytes(t *testing.T) {
	one, two := rendered(t, sample()), rendered(t, sample())
	if !bytes.Equal(one.Bytes, two.Bytes) || one.SHA256 != two.SHA256 {
		t.Error("the same letter was written in two ways")
	}
	other := sample()
	other.Edition = "edition 99999999"
	if rendered(t, other).SHA256 == one.SHA256 {
		t.Error("another letter has the same checksum")
	}
}

func TestBoundariesDifferAndSeparateNothingElse(t *testing.T) {
	m := rendered(t, sample())
	found, err := boundaries(m.Bytes)
	if err != nil || len(found) != 3 || found[0] == found[1] || found[1] == found[2] || found[0] == found[2] {
		t.Fatalf("%q %v", found, err)
	}
	l := sample()
	l.Headline = "--" + found[1] // someone guessed the line between the parts
	_, shape, leaves := opened(t, rendered(t, l))
	if !strings.HasPrefix(shape, "mixed(related(alternative(") || len(leaves) != 4 || !strings.Contains(string(leaves[0].body), found[1]) {
		t.Errorf("%s, %d leaves", shape, len(leaves))
	}
	if again, _ := boundaries(rendered(t, l).Bytes); cmp.Equal(found, again) {
		t.Error("a boundary stands in the text it separates")
	}
}

func TestHeaders(t *testing.T) {
	l := sample()
	l.InReplyTo = "sales.2026-10.0.r0@example.org"
	m := rendered(t, l)
	header, _, _ := opened(t, m)
	decode := func(s string) string {
		s, err := new(mime.WordDecoder).DecodeHeader(s)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for name, want := range map[string]string{
		"Message-Id": "<" + l.MessageID + ">", "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All",
		"List-Help": "<mailto:" + l.ReplyTo.Mail + "?subject=help%20sales>", "List-Unsubscribe": "<mailto:" + l.ReplyTo.Mail + "?subject=unsubscribe%20sales>",
		"List-Id": "<sales.example.org>", "Precedence": "bulk", "Date": "Mon, 02 Nov 2026 07:00:00 +0100", "Subject": l.Subject,
		"Content-Language": "en-GB", "In-Reply-To": "<" + l.InReplyTo + ">", "References": "<" + l.InReplyTo + ">", "Mime-Version": "1.0",
		"User-Agent": "", "X-Mailer": "", "Cc": "", "Bcc": "",
	} {
		if got := decode(header.Get(name)); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	for name, want := range map[string]reports.Address{"From": l.From, "To": l.To, "Reply-To": l.ReplyTo} {
		got, err := netmail.ParseAddressList(header.Get(name))
		if err != nil || len(got) != 1 || got[0].Name != want.Name || got[0].Address != want.Mail {
			t.Errorf("%s: %v %v", name, got, err)
		}
	}
	for i, line := range bytes.Split(m.Bytes, []byte("\r\n")) {
		if len(line) > 998 || bytes.ContainsAny(line, "\r\n") {
			t.Errorf("line %d is %d bytes long or has a stray line break", i+1, len(line))
		}
	}
	if m.From != l.From.Mail || m.To != l.To.Mail || m.MessageID != l.MessageID {
		t.Errorf("envelope %s %s %s", m.From, m.To, m.MessageID)
	}
}

// RFC 2369: a link in angle brackets, whatever stands in the address; without a
// Reply-To the sender is asked.
func TestListLinksCanBeFollowed(t *testing.T) {
	for address, want := range map[string]string{
		"a+b@example.org": "mailto:a%2Bb@example.org", "o'neil&co?@example.org": "mailto:o%27neil%26co%3F@example.org", "jürgen@bücher.example": "mailto:j%C3%BCrgen@b%C3%BCcher.example",
	} {
		l := sample()
		l.ReplyTo, l.From.Mail = reports.Address{}, address
		header, _, _ := opened(t, rendered(t, l))
		got := header.Get("List-Unsubscribe")
		u, err := url.Parse(strings.Trim(got, "<>"))
		if err != nil || got != "<"+want+"?subject=unsubscribe%20sales>" || u.Query().Get("subject") != "unsubscribe sales" {
			t.Errorf("%s: %v", got, err)
		}
	}
}

func TestSubjectInAnyScriptArrives(t *testing.T) {
	for _, subject := range []string{
		sample().Subject, "plain words", "a =?UTF-8?q?trick?= with encoding", "売上 十月: 1,73 億円、やることは三つあります。続きは添付のファイルをご覧ください",
		"𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞", strings.Repeat("ä ", 40) + "end", strings.TrimSpace(strings.Repeat("many words ", 20)),
	} {
		l := sample()
		l.Subject = subject
		m := rendered(t, l)
		header, _, _ := opened(t, m)
		got, err := new(mime.WordDecoder).DecodeHeader(header.Get("Subject"))
		if err != nil || got != subject {
			t.Errorf("%q arrived as %q: %v", subject, got, err)
		}
		if bytes.Contains(m.Bytes, []byte("Subject:\r\n")) {
			t.Errorf("%q begins on the second line", subject)
		}
	}
}

// TestShow writes the sample for people to look at: go test -run TestShow -show DIR.
func TestShow(t *testing.T) {
	if *show == "" {
		*show = t.TempDir()
	}
	l := sample()
	for _, file := range []string{"mail.eml", "mail.txt", "mail.html"} {
		_, _, leaves := opened(t, rendered(t, l))
		body := map[string][]byte{"mail.eml": rendered(t, l).Bytes, "mail.txt": leaves[0].body, "mail.html": bytes.ReplaceAll(leaves[1].body, []byte("cid:"), nil)}[file]
		if err := os.WriteFile(filepath.Join(*show, file), body, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	l.Warning = "2 of 11 checks failed: revenue of the shop is € 12.40 short. Do not forward."
	_, _, leaves := opened(t, rendered(t, l))
	if err := os.WriteFile(filepath.Join(*show, "warning.html"), bytes.ReplaceAll(leaves[1].body, []byte("cid:"), nil), 0o600); err != nil {
		t.Fatal(err)
	}
}
