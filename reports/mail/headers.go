package mail

import (
	"encoding/base64"
	netmail "net/mail"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/wneessen/go-mail"

	"clientele/reports"
)

// address names sender and recipient. One message goes to one person.
func address(msg *mail.Msg, l reports.Letter) {
	msg.FromMailAddress(box(l.From))
	msg.ToMailAddress(box(l.To))
	if l.ReplyTo.Mail != "" {
		msg.ReplyToMailAddress(box(l.ReplyTo))
	}
}

func box(a reports.Address) *netmail.Address {
	return &netmail.Address{Name: a.Name, Address: a.Mail}
}

// headers says what the message is, so that programs that answer mail keep quiet
// and people can file it by rule.
func headers(msg *mail.Msg, l reports.Letter) {
	msg.Subject(encoded(l.Subject))
	msg.SetMessageIDWithValue(l.MessageID)
	msg.SetDateWithValue(l.Date)
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	msg.SetGenHeader("X-Auto-Response-Suppress", "All")
	msg.SetGenHeader("Precedence", "bulk")
	msg.SetGenHeader("List-Id", "<"+listID(l.MessageID)+">")
	msg.SetGenHeader("List-Help", "<"+mailto(l, "help")+">")
	msg.SetGenHeader("List-Unsubscribe", "<"+mailto(l, "unsubscribe")+">") // a person reads it: RFC 8058's one click needs a web server
	if l.InReplyTo != "" {
		msg.SetGenHeader("In-Reply-To", "<"+l.InReplyTo+">")
		msg.SetGenHeader("References", "<"+l.InReplyTo+">")
	}
	if l.Language != "" {
		msg.SetGenHeader("Content-Language", l.Language)
	}
}

// listID names the report at the sender's domain: what the message ids of all its
// mailings have in common.
func listID(messageID string) string {
	local, domain, _ := strings.Cut(messageID, "@")
	report, _, _ := strings.Cut(local, ".")
	return report + "." + domain
}

// mailto is a link (RFC 6068) by which a reader asks whoever answers for the report for
// something, with the report named.
func mailto(l reports.Letter, wish string) string {
	to := l.ReplyTo.Mail
	if to == "" {
		to = l.From.Mail
	}
	at := strings.LastIndexByte(to, '@') // at least one: the address was looked at before
	report, _, _ := strings.Cut(listID(l.MessageID), ".")
	return "mailto:" + url.QueryEscape(to[:at]) + "@" + url.PathEscape(to[at+1:]) + "?subject=" + url.PathEscape(wish+" "+report)
}

// encoded writes words beyond ASCII in pieces short enough that the first stands
// on the line of the header's name; some readers show an empty first line as a
// blank before the subject.
func encoded(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 && !strings.Contains(s, "=?") {
		return s
	}
	const most = 30
	var pieces []string
	for s != "" {
		n := min(most, len(s))
		for n < len(s) && !utf8.RuneStart(s[n]) {
			n--
		}
		pieces = append(pieces, "=?UTF-8?b?"+base64.StdEncoding.EncodeToString([]byte(s[:n]))+"?=")
		s = s[n:]
	}
	return strings.Join(pieces, " ")
}
