package mail

import (
	"strings"
	"testing"
	"time"

	"clientele/reports"
)

func TestRenderRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*reports.Letter)
		names string
	}{
		"a line break in the subject":       {func(l *reports.Letter) { l.Subject = "Sales\r\nBcc: all@example.org" }, "Subject"},
		"a bare line feed in the subject":   {func(l *reports.Letter) { l.Subject = "Sales\nBcc: all@example.org" }, "Subject"},
		"a line break in the sender's name": {func(l *reports.Letter) { l.From.Name = "Ops\r\nBcc: all@example.org" }, "From name"},
		"a line break in a recipient":       {func(l *reports.Letter) { l.To.Name = "Ann\rBcc: all@example.org" }, "To name"},
		"a line break in an address":        {func(l *reports.Letter) { l.To.Mail = "ann@example.org\r\nBcc: x@example.org" }, "To address"},
		"a line break in the reply address": {func(l *reports.Letter) { l.ReplyTo.Mail = "ann@example.org\n" }, "ReplyTo address"},
		"a line separator in a name":        {func(l *reports.Letter) { l.To.Name = "Ann\u2028Bcc" }, "To name"},
		"a line break in the message id":    {func(l *reports.Letter) { l.MessageID = "a@b\r\nBcc: x" }, "MessageID"},
		"a bracket in the message id":       {func(l *reports.Letter) { l.MessageID = "a@b> <c@d" }, "MessageID"},
		"no message id":                     {func(l *reports.Letter) { l.MessageID = "" }, "MessageID"},
		"a line break in the earlier id":    {func(l *reports.Letter) { l.InReplyTo = "a@b\r\nBcc: x" }, "InReplyTo"},
		"a line break in the file name":     {func(l *reports.Letter) { l.Attached.Name = "a\r\nX: y.xlsx" }, "attachment name"},
		"a path for a file name":            {func(l *reports.Letter) { l.Attached.Name = "../a.xlsx" }, "attachment"},
		"a line break in the language":      {func(l *reports.Letter) { l.Language = "en\r\nX: y" }, "Language"},
		"two recipients in one address":     {func(l *reports.Letter) { l.To.Mail = "ann@example.org, bob@example.org" }, "To address"},
		"a name inside the address":         {func(l *reports.Letter) { l.To.Mail = "Ann <ann@example.org>" }, "To address"},
		"no recipient":                      {func(l *reports.Letter) { l.To = reports.Address{} }, "To address"},
		"no sender":                         {func(l *reports.Letter) { l.From = reports.Address{} }, "From address"},
		"no date":                           {func(l *reports.Letter) { l.Date = time.Time{} }, "Date"},
		"no subject":                        {func(l *reports.Letter) { l.Subject = " " }, "Subject"},
		"a subject that is not UTF-8":       {func(l *reports.Letter) { l.Subject = "Sales \xff" }, "Subject"},
		"no headline":                       {func(l *reports.Letter) { l.Headline = "" }, "Headline"},
		"an empty workbook":                 {func(l *reports.Letter) { l.Attached.Bytes = nil }, "attachment"},
		"a link that runs a script":         {func(l *reports.Letter) { l.Full.Link = "javascript:alert(1)" }, "Full"},
		"full lists without a way to them":  {func(l *reports.Letter) { l.Full.Link = "" }, "full lists"},
		"full lists nobody gives out":       {func(l *reports.Letter) { l.Full.Link, l.Full.Place = "", "sales/x.xlsx" }, "whom to ask"},
		"a path for the full lists":         {func(l *reports.Letter) { l.Full.Name, l.Full.Bytes = "../a.xlsx", []byte("x") }, "attachment"},
		"a line break in the full lists":    {func(l *reports.Letter) { l.Full.Name = "a\r\nX: y.xlsx" }, "full lists"},
	} {
		t.Run(name, func(t *testing.T) {
			l := sample()
			c.spoil(&l)
			m, err := Render(l)
			if err == nil || !strings.Contains(err.Error(), c.names) || len(m.Bytes) > 0 {
				t.Errorf("error %v, want one that names %s", err, c.names)
			}
		})
	}
}

func TestEveryFaultIsToldAtOnce(t *testing.T) {
	l := sample()
	l.Subject, l.To.Mail, l.Date = "", "nobody", time.Time{}
	_, err := Render(l)
	for _, field := range []string{"Subject", "To address", "Date"} {
		if err == nil || !strings.Contains(err.Error(), field) {
			t.Errorf("%v does not name %s", err, field)
		}
	}
}

func TestMessageIDIsStableAndHidesTheRecipient(t *testing.T) {
	id := MessageID("sales", "2026-10", "", "ann@example.org", 1, "reports@Example.org")
	if id != MessageID("sales", "2026-10", "", "ann@example.org", 1, "reports@Example.org") || strings.Contains(id, "ann") {
		t.Error(id)
	}
	if !strings.HasPrefix(id, "sales.2026-10.") || !strings.HasSuffix(id, ".r1@example.org") || !messageID.MatchString(id) {
		t.Error(id)
	}
	for name, other := range map[string]string{
		"revision":  MessageID("sales", "2026-10", "", "ann@example.org", 2, "reports@example.org"),
		"recipient": MessageID("sales", "2026-10", "", "bob@example.org", 1, "reports@example.org"),
		"scope":     MessageID("sales", "2026-10", "North", "ann@example.org", 1, "reports@example.org"),
		"period":    MessageID("sales", "2026-09", "", "ann@example.org", 1, "reports@example.org"),
		"report":    MessageID("marketing", "2026-10", "", "ann@example.org", 1, "reports@example.org"),
	} {
		if other == id {
			t.Errorf("another %s has the same id", name)
		}
	}
}

func TestFileName(t *testing.T) {
	for want, got := range map[string]string{
		"2026-10_sales_ann@example.org_r1.eml":       FileName("2026-10", "sales", "", "ann@example.org", 1),
		"2026-10_sales_North_ann@example.org_r2.eml": FileName("2026-10", "sales", "North", "ann@example.org", 2),
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	seen := map[string]string{}
	for _, recipient := range []string{"../../etc/passwd", "a/b", "a\\b", "a:b", "a-b", "a_b", "..", "", "ann\r\n", "CON", strings.Repeat("x", 300), strings.Repeat("x", 301), "Ańn", "Aňn"} {
		name := FileName("2026-10", "sales", "", recipient, 1)
		if strings.ContainsAny(name, "/\\:\r\n") || strings.HasPrefix(name, ".") || len(name) > 200 {
			t.Errorf("%q became %q", recipient, name)
		}
		if before, twice := seen[name]; twice {
			t.Errorf("%q and %q share the name %s", before, recipient, name)
		}
		seen[name] = recipient
	}
}
