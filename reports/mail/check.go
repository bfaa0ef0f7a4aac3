package mail

import (
	"errors"
	"fmt"
	netmail "net/mail"
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"clientele/reports"
)

var (
	messageID = regexp.MustCompile(`^[A-Za-z0-9!#$%&'*+/=?^_{|}~.-]+@[A-Za-z0-9.-]+$`)
	language  = regexp.MustCompile(`^[A-Za-z0-9-]*$`)
)

// check returns every reason not to write a letter, or nil.
func check(l reports.Letter) error {
	return errors.Join(
		mailbox("From", l.From),
		mailbox("To", l.To),
		replyTo(l.ReplyTo),
		header("Subject", l.Subject),
		needed("Subject", l.Subject),
		needed("Headline", l.Headline),
		identifier("MessageID", l.MessageID),
		inReplyTo(l.InReplyTo),
		date(l),
		matches("Language", l.Language, language),
		link("Link", l.Apart.Link),
		link("Full", l.Full.Link),
		attachment(l.Attached),
		apart(l),
		fullLists(l.Full),
	)
}

// header refuses what would end the header and begin another.
func header(field, s string) error {
	if i := strings.IndexFunc(s, breaks); i >= 0 {
		return fmt.Errorf("%s %q: control characters and line breaks may not stand in a header; clean the text where it comes from", field, s)
	}
	if s != strings.ToValidUTF8(s, "") {
		return fmt.Errorf("%s %q: not UTF-8", field, s)
	}
	return nil
}

func breaks(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }

func needed(field, s string) error {
	if strings.TrimSpace(s) == "" {
		return fmt.Errorf("%s is empty", field)
	}
	return nil
}

func mailbox(field string, a reports.Address) error {
	if err := errors.Join(header(field+" name", a.Name), header(field+" address", a.Mail)); err != nil {
		return err
	}
	parsed, err := netmail.ParseAddress(a.Mail)
	if err != nil || parsed.Address != a.Mail || parsed.Name != "" {
		return fmt.Errorf("%s address %q: want one bare address such as ann@example.org", field, a.Mail)
	}
	return nil
}

func replyTo(a reports.Address) error {
	if a == (reports.Address{}) {
		return nil
	}
	return mailbox("ReplyTo", a)
}

func identifier(field, s string) error { return matches(field, s, messageID) }

func inReplyTo(s string) error {
	if s == "" {
		return nil
	}
	return identifier("InReplyTo", s)
}

func matches(field, s string, want *regexp.Regexp) error {
	if !want.MatchString(s) {
		return fmt.Errorf("%s %q does not have the form %s", field, s, want)
	}
	return nil
}

func date(l reports.Letter) error {
	if l.Date.IsZero() {
		return errors.New("no Date: whoever sends a letter says when")
	}
	return nil
}

func link(field, s string) error {
	if s == "" {
		return nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return fmt.Errorf("%s %q: want an address that begins with https://", field, s)
	}
	return nil
}

func attachment(a reports.Attachment) error {
	switch {
	case a.Name == "" && len(a.Bytes) == 0:
		return nil
	case a.Name == "":
		return errors.New("the attachment has no name")
	case len(a.Bytes) == 0:
		return fmt.Errorf("attachment %s is empty", a.Name)
	case strings.ContainsAny(a.Name, `/\`):
		return fmt.Errorf("attachment %q: a file name, not a path", a.Name)
	}
	return header("attachment name", a.Name)
}

// apart refuses a letter that leaves its reader without a way to the workbook, or
// both carries it and says that it does not.
func apart(l reports.Letter) error {
	switch a := l.Apart; {
	case a.Name == "":
		return nil
	case l.Attached.Name != "":
		return fmt.Errorf("workbook %s is attached and apart", a.Name)
	case a.Link == "" && (a.Place == "" || a.Ask == ""):
		return fmt.Errorf("workbook %s is apart: want its link, or its place and whom to ask", a.Name)
	}
	return nil
}

// fullLists refuses full lists that a letter speaks of and leaves no way to.
func fullLists(f reports.FullLists) error {
	switch {
	case f.Name == "":
		return nil
	case len(f.Bytes) > 0:
		return attachment(reports.Attachment{Name: f.Name, Bytes: f.Bytes})
	case f.Link == "" && (f.Place == "" || f.Ask == ""):
		return fmt.Errorf("full lists %s are not attached: want their link, or their place and whom to ask", f.Name)
	}
	return header("name of the full lists", f.Name)
}
