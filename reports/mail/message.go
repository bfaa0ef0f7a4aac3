package mail

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"mime"

	"github.com/wneessen/go-mail"

	"clientele/reports"
)

const (
	chartName = "chart.png"
	typePNG   = "image/png"
	typeXLSX  = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)

// A Message is a letter in its final bytes.
type Message struct {
	From, To  string // envelope addresses
	MessageID string
	Name      string // of the file an Outbox writes; set by the caller, see FileName
	Bytes     []byte
	SHA256    string // of Bytes, in hexadecimal
}

// Render writes a letter. It refuses a letter that could not be delivered or whose
// headers could be read as something else, naming every fault.
func Render(l reports.Letter) (Message, error) {
	m, err := render(l)
	if err != nil {
		return Message{}, fmt.Errorf("write letter %q to %s: %w", l.Subject, l.To.Mail, err)
	}
	return m, nil
}

func render(l reports.Letter) (Message, error) {
	if err := check(l); err != nil {
		return Message{}, err
	}
	msg, err := compose(l)
	if err != nil {
		return Message{}, err
	}
	var b bytes.Buffer
	if _, err := msg.WriteTo(&b); err != nil {
		return Message{}, err
	}
	body, err := settleBoundaries(b.Bytes(), l.MessageID)
	if err != nil {
		return Message{}, err
	}
	sum := sha256.Sum256(body)
	return Message{From: l.From.Mail, To: l.To.Mail, MessageID: l.MessageID, Bytes: body, SHA256: hex.EncodeToString(sum[:])}, nil
}

// compose nests the parts as mixed(related(alternative(text, html), chart), workbook, full lists).
func compose(l reports.Letter) (*mail.Msg, error) {
	text, err := textOf(l)
	if err != nil {
		return nil, err
	}
	page, err := htmlOf(l)
	if err != nil {
		return nil, err
	}
	msg := mail.NewMsg(mail.WithNoDefaultUserAgent(), mail.WithEncoding(mail.EncodingQP))
	address(msg, l)
	headers(msg, l)
	msg.SetBodyString(mail.TypeTextPlain, text)
	msg.AddAlternativeString(mail.TypeTextHTML, page)
	if len(l.ChartPNG) > 0 {
		err = msg.EmbedReader(chartName, bytes.NewReader(l.ChartPNG), named("inline", typePNG, chartName), mail.WithFileContentID("<"+chartName+">"))
	}
	if err == nil && l.Attached.Name != "" {
		err = msg.AttachReader("attachment", bytes.NewReader(l.Attached.Bytes), named("attachment", typeXLSX, l.Attached.Name))
	}
	if err == nil && len(l.Full.Bytes) > 0 {
		err = msg.AttachReader("full", bytes.NewReader(l.Full.Bytes), named("attachment", typeXLSX, l.Full.Name))
	}
	return msg, err
}

// named gives a part its type and file name ourselves: the library would ask the
// machine for the type, and write names in other scripts as only some readers
// understand.
func named(disposition, contentType, name string) mail.FileOption {
	return func(f *mail.File) {
		f.Header.Set("Content-Type", mime.FormatMediaType(contentType, map[string]string{"name": name}))
		f.Header.Set("Content-Disposition", mime.FormatMediaType(disposition, map[string]string{"filename": name}))
	}
}
