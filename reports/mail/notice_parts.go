package mail

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"net/textproto"
	"strings"
)

// Bounds of what is looked at in a mail that anybody may have written.
const (
	deepest   = 8       // parts inside parts
	mostParts = 100     // of one mail
	mostText  = 1 << 20 // bytes of one part, decoded
)

// finds is what a mail holds that may tell of a letter.
type finds struct {
	report   string // the kind of a multipart/report
	status   groups // of the part that tells what became of it
	returned string // Message-ID of the letter that is sent back
	text     string // what is written for people
	parts    int
}

// dig looks through the parts of a mail. A letter that is sent back is looked at no
// deeper than its head: what it carries is no report about it.
func dig(m *netmail.Message) *finds {
	f := &finds{}
	f.part(textproto.MIMEHeader(m.Header), m.Body, 0)
	return f
}

func (f *finds) part(head textproto.MIMEHeader, body io.Reader, depth int) {
	if f.parts++; f.parts > mostParts || depth > deepest {
		return
	}
	kind, params, err := mime.ParseMediaType(head.Get("Content-Type"))
	if err != nil && kind == "" {
		kind = "text/plain"
	}
	switch kind = strings.ToLower(kind); {
	case strings.HasPrefix(kind, "multipart/") && params["boundary"] != "":
		if kind == "multipart/report" && f.report == "" {
			f.report = strings.ToLower(params["report-type"])
		}
		f.inside(multipart.NewReader(body, params["boundary"]), depth)
	case kind == "message/delivery-status", kind == "message/global-delivery-status":
		f.status = append(f.status, groupsOf(asWritten(head, body))...)
	case kind == "message/rfc822", kind == "message/global", strings.HasSuffix(kind, "rfc822-headers"), kind == "message/global-headers":
		if f.returned == "" {
			f.returned = bareID(headOf(asWritten(head, body)).Get("Message-Id"))
		}
	case kind == "text/plain" && len(f.text) < mostText:
		f.text += string(asWritten(head, body)) + "\n"
	}
}

func (f *finds) inside(parts *multipart.Reader, depth int) {
	for f.parts <= mostParts {
		part, err := parts.NextRawPart()
		if err != nil {
			return // the end, or a mail that was cut off: what came before it counts
		}
		f.part(part.Header, part, depth+1)
	}
}

// asWritten reads the beginning of a part as it was before it was encoded. What cannot
// be decoded ends there.
func asWritten(head textproto.MIMEHeader, body io.Reader) []byte {
	switch strings.ToLower(strings.TrimSpace(head.Get("Content-Transfer-Encoding"))) {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	}
	out, err := io.ReadAll(io.LimitReader(body, mostText))
	if err != nil {
		return out // whole as far as it goes
	}
	return out
}

// headOf reads the head of a letter that was sent back, which may be cut off.
func headOf(letter []byte) netmail.Header {
	head := textproto.MIMEHeader{}
	if all := groupsOf(unwrapped(letter)); len(all) > 0 { // what follows the first is the letter's body
		for _, f := range all[0] {
			head.Add(f.name, f.value)
		}
	}
	return netmail.Header(head)
}

// A field is one line of a head, unfolded.
type field struct{ name, value string }

// groups are fields between empty lines: those of the whole report, then those of
// each recipient.
type groups [][]field

// groupsOf reads fields as servers write them, not only as they should: what is no
// field is passed over.
func groupsOf(text []byte) groups {
	var out groups
	var now []field
	for line := range bytes.Lines(text) {
		line := strings.TrimRight(string(line), "\r\n")
		name, value, is := strings.Cut(line, ":")
		switch {
		case strings.TrimSpace(line) == "":
			if len(now) > 0 {
				out, now = append(out, now), nil
			}
		case line[0] == ' ' || line[0] == '\t':
			if len(now) > 0 {
				now[len(now)-1].value += " " + strings.TrimSpace(line)
			}
		case is:
			now = append(now, field{textproto.CanonicalMIMEHeaderKey(strings.TrimSpace(name)), strings.TrimSpace(value)})
		}
	}
	if len(now) > 0 {
		out = append(out, now)
	}
	return out
}

// get returns a field of a group, empty if it is not there.
func get(group []field, name string) string {
	for _, f := range group {
		if strings.EqualFold(f.name, name) {
			return f.value
		}
	}
	return ""
}

// named returns the first field of a name in any group.
func (g groups) named(name string) string {
	for _, group := range g {
		if v := get(group, name); v != "" {
			return v
		}
	}
	return ""
}
