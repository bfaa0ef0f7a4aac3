package mail

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	html "html/template"
	"strings"
	text "text/template"

	"github.com/wneessen/go-mail"

	"clientele/reports"
)

//go:embed alert.html.tmpl alert.txt.tmpl
var alertTemplates embed.FS

// RenderAlert writes an alert to ops: text and HTML with the same words. The same
// alert is always the same bytes.
func RenderAlert(n reports.Alert) (Message, error) {
	m, err := renderAlert(n)
	if err != nil {
		return Message{}, fmt.Errorf("write alert %q to %s: %w", n.Subject, n.To.Mail, err)
	}
	return m, nil
}

func renderAlert(n reports.Alert) (Message, error) {
	if err := checkAlert(n); err != nil {
		return Message{}, err
	}
	words, page, err := alertBodies(n)
	if err != nil {
		return Message{}, err
	}
	msg := mail.NewMsg(mail.WithNoDefaultUserAgent(), mail.WithEncoding(mail.EncodingQP))
	l := reports.Letter{From: n.From, ReplyTo: n.ReplyTo, To: n.To, MessageID: n.MessageID, Date: n.Date, Subject: n.Subject, Language: n.Language}
	address(msg, l)
	alertHeaders(msg, n)
	msg.SetBodyString(mail.TypeTextPlain, words)
	msg.AddAlternativeString(mail.TypeTextHTML, page)
	var b bytes.Buffer
	if _, err := msg.WriteTo(&b); err != nil {
		return Message{}, err
	}
	body, err := settleBoundaries(b.Bytes(), n.MessageID)
	if err != nil {
		return Message{}, err
	}
	sum := sha256.Sum256(body)
	return Message{From: n.From.Mail, To: n.To.Mail, MessageID: n.MessageID, Bytes: body, SHA256: hex.EncodeToString(sum[:])}, nil
}

// alertHeaders says that a program wrote it, to a list of its own. It is not bulk:
// somebody should look at it now.
func alertHeaders(msg *mail.Msg, n reports.Alert) {
	msg.Subject(encoded(n.Subject))
	msg.SetMessageIDWithValue(n.MessageID)
	msg.SetDateWithValue(n.Date)
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	msg.SetGenHeader("X-Auto-Response-Suppress", "All")
	msg.SetGenHeader("List-Id", "<"+listID(n.MessageID)+">")
	if n.Language != "" {
		msg.SetGenHeader("Content-Language", n.Language)
	}
}

func checkAlert(n reports.Alert) error {
	empty := error(nil)
	if len(n.Items) == 0 {
		empty = errors.New("it says nothing")
	}
	return errors.Join(
		mailbox("From", n.From), mailbox("To", n.To), replyTo(n.ReplyTo), header("Subject", n.Subject), needed("Subject", n.Subject),
		identifier("MessageID", n.MessageID), date(reports.Letter{Date: n.Date}), matches("Language", n.Language, language), empty,
	)
}

func alertBodies(n reports.Alert) (words, page string, err error) {
	plain, err := text.New("alert.txt.tmpl").Funcs(helpers(reports.Tongue{})).ParseFS(alertTemplates, "alert.txt.tmpl")
	if err != nil {
		return "", "", err
	}
	rich, err := html.New("alert.html.tmpl").Funcs(helpers(reports.Tongue{})).ParseFS(alertTemplates, "alert.html.tmpl")
	if err != nil {
		return "", "", err
	}
	var a, b strings.Builder
	err = errors.Join(plain.Execute(&a, n), rich.Execute(&b, n))
	return a.String(), unindent(b.String()), err
}
