package mail

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	netmail "net/mail"
	"strings"
)

// A Notice is what a mail server reports about a letter it was given: that it came
// back, is late, or arrived.
type Notice struct {
	MessageID string // of the letter, without angle brackets
	By        string // the server that reports, empty if it does not say
	About     []Reported
}

// Reported is what became of the letter for one recipient.
type Reported struct {
	Action    string   // one of the Actions
	Addresses []string // of the recipient, as the sender and as the last server wrote it
	Code      int      // of SMTP, zero if it is not said
	Words     string   // on one line, fit to be shown and kept
	Address   bool     // Failed, and nothing says that it is not because of the address
}

// Actions of RFC 3464: what a server did with a letter.
const (
	Failed    = "failed"    // gave up for good
	Delayed   = "delayed"   // goes on trying
	Delivered = "delivered" // put it into the mailbox
	Relayed   = "relayed"   // passed it on to a server that does not report
	Expanded  = "expanded"  // passed it on to the members of a list
)

// ErrNoNotice means that a mail is no report of a mail server about a letter.
var ErrNoNotice = errors.New("this is no report of a mail server about a letter of ours")

// MostNotice is how long a notice may be: it often carries the letter with its
// workbook.
const MostNotice = 64 << 20

// ReadNotice reads a mail that may be a report about a letter: a delivery status
// notification (RFC 3464, in ASCII or RFC 6533), or one of the forms older servers
// use. It believes nothing but what it reads; whether the Message-ID is that of a
// letter of ours is for the caller to look up. ErrNoNotice for any other mail.
func ReadNotice(r io.Reader) (Notice, error) {
	all, err := io.ReadAll(io.LimitReader(r, MostNotice+1))
	switch {
	case err != nil:
		return Notice{}, fmt.Errorf("read the mail: %w", err)
	case len(all) > MostNotice:
		return Notice{}, fmt.Errorf("%w: it is longer than %d bytes", ErrNoNotice, MostNotice)
	}
	m, err := netmail.ReadMessage(bytes.NewReader(unwrapped(all)))
	if err != nil {
		return Notice{}, fmt.Errorf("%w: its head cannot be read: %s", ErrNoNotice, oneLine(err.Error()))
	}
	found := dig(m)
	n := found.notice(m.Header)
	switch {
	case len(n.About) == 0:
		return Notice{}, fmt.Errorf("%w: it is %s", ErrNoNotice, found.kind(m.Header))
	case n.MessageID == "":
		return Notice{}, fmt.Errorf("%w: it does not carry the Message-ID of the letter it is about", ErrNoNotice)
	}
	return n, nil
}

// unwrapped drops what a mailbox file or a filter puts in front of a mail.
func unwrapped(all []byte) []byte {
	all = bytes.TrimLeft(bytes.TrimPrefix(all, []byte("\xef\xbb\xbf")), "\r\n")
	for bytes.HasPrefix(all, []byte("From ")) || bytes.HasPrefix(all, []byte(">From ")) {
		_, all, _ = bytes.Cut(all, []byte("\n"))
	}
	return all
}

// notice makes sense of what was found in a mail.
func (f *finds) notice(head netmail.Header) Notice {
	n := Notice{MessageID: f.returned}
	if len(f.status) > 0 {
		n.By, n.About = statuses(f.status)
	}
	if len(n.About) == 0 {
		n.About = told(head, f.text)
	}
	for _, s := range []string{f.status.named("Original-Message-ID"), messageIDIn(f.text), head.Get("In-Reply-To"), lastOf(head.Get("References"))} {
		if n.MessageID == "" {
			n.MessageID = bareID(s)
		}
	}
	return n
}

// kind says what a mail is instead of a notice.
func (f *finds) kind(head netmail.Header) string {
	switch auto := strings.ToLower(head.Get("Auto-Submitted")); {
	case f.report != "" && f.report != "delivery-status":
		return "a report of another kind: " + oneLine(f.report)
	case f.report != "":
		return "a delivery status notification that names no recipient"
	case strings.HasPrefix(auto, "auto-replied"), head.Get("X-Autoreply") != "", head.Get("X-Autorespond") != "":
		return "an automatic reply, such as of somebody who is away"
	case head.Get("List-Id") != "", head.Get("List-Unsubscribe") != "":
		return "a mail of a list"
	case auto != "" && auto != "no":
		return "an automatic mail"
	}
	return "an ordinary mail"
}

// bareID is a message id without its brackets, empty for what is none.
func bareID(s string) string {
	s = strings.TrimSpace(s)
	if from, to := strings.IndexByte(s, '<'), strings.LastIndexByte(s, '>'); from >= 0 && to > from {
		s = s[from+1 : to]
	}
	if !messageID.MatchString(s) {
		return ""
	}
	return s
}

func lastOf(references string) string {
	all := strings.Fields(references)
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1]
}
