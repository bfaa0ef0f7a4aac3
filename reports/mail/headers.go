package mail

import (
	netmail "net/mail"
	"strings"

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
	msg.Subject(l.Subject)
	msg.SetMessageIDWithValue(l.MessageID)
	msg.SetDateWithValue(l.Date)
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	msg.SetGenHeader("X-Auto-Response-Suppress", "All")
	msg.SetGenHeader("Precedence", "bulk")
	msg.SetGenHeader("List-Id", "<"+listID(l.MessageID)+">")
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
