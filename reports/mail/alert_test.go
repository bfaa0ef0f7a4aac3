package mail

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"clientele/reports"
)

func alert() reports.Alert {
	return reports.Alert{
		From: reports.Address{Name: "Reports", Mail: "reports@example.org"}, To: reports.Address{Mail: "ops@example.org"},
		MessageID: "ops.1.2.r1@example.org", Date: time.Date(2026, 11, 1, 7, 3, 0, 0, time.UTC), Language: "en",
		Subject: "clientele: sales, October 2026: not sent", Lead: "Something happened.",
		Items: []reports.AlertItem{{
			Title: "sales, October 2026: not sent", Urgent: true, Do: []string{"clientele run sales --as-of 2026-10"},
			Facts: []reports.AlertFact{{Name: "Why", Value: "<script>no</script>\r\nBcc: all@example.org"}},
		}},
		Foot: []string{"clientele status"},
	}
}

func TestAlertIsTheSameBytesAndCarriesNoFile(t *testing.T) {
	a, err := RenderAlert(alert())
	if err != nil {
		t.Fatal(err)
	}
	b, err := RenderAlert(alert())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes, b.Bytes) || a.SHA256 != b.SHA256 {
		t.Error("the same alert is other bytes")
	}
	text := string(a.Bytes)
	for _, want := range []string{"Auto-Submitted: auto-generated", "List-Id: <ops.example.org>", "Message-ID: <ops.1.2.r1@example.org>", "clientele run sales --as-of 2026-10"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Count(text, "<script>") != 1 { // the plain words, not the page
		t.Errorf("a page with strangers' marks:\n%s", text)
	}
	for _, never := range []string{"\nBcc", "Precedence", "Content-Disposition"} {
		if strings.Contains(text, never) {
			t.Errorf("%q is in\n%s", never, text)
		}
	}
}

func TestAlertThatCannotBeDeliveredIsRefused(t *testing.T) {
	for name, change := range map[string]func(*reports.Alert){
		"a subject that ends the header": func(a *reports.Alert) { a.Subject = "no\r\nBcc: all@example.org" },
		"no address":                     func(a *reports.Alert) { a.To.Mail = "" },
		"nothing to say":                 func(a *reports.Alert) { a.Items = nil },
		"no date":                        func(a *reports.Alert) { a.Date = time.Time{} },
		"an id that is none":             func(a *reports.Alert) { a.MessageID = "ops" },
	} {
		t.Run(name, func(t *testing.T) {
			a := alert()
			change(&a)
			if _, err := RenderAlert(a); err == nil {
				t.Error("it was written")
			}
		})
	}
}
