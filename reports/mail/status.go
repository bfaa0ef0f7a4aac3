package mail

import (
	"regexp"
	"strconv"
	"strings"
)

// enhanced is the status of RFC 3463 that many servers put before their words.
var enhanced = regexp.MustCompile(`^\s*([245]\.[0-9]{1,3}\.[0-9]{1,3})(?:[\s:-]|$)`)

// statusIn returns the enhanced status a server's words begin with, empty for none.
func statusIn(words string) string {
	if found := enhanced.FindStringSubmatch(words); found != nil {
		return found[1]
	}
	return ""
}

// class is what a status is about: subject and detail of RFC 3463.
func class(status string) (subject, detail int) {
	parts := strings.Split(status, ".")
	if len(parts) != 3 {
		return 0, 0
	}
	subject, _ = strconv.Atoi(parts[1])
	detail, _ = strconv.Atoi(parts[2])
	return subject, detail
}

// Subjects of RFC 3463.
const (
	ofAddress = 1
	ofMailbox = 2
	ofSystem  = 3
	ofContent = 6
	ofPolicy  = 7
)

// A verdict is what a permanent refusal is about.
type verdict int

const (
	unsaid          verdict = iota // it does not say
	ofTheAddress                   // the recipient's address is bad
	ofSomethingElse                // the letter, the sender, a limit or a policy: the address may be good
)

// verdictOf reads a status. What names the network, the protocol or nothing at all is
// unsaid: some of the largest providers answer 5.4.1 and 5.5.0 for unknown mailboxes.
func verdictOf(status string) verdict {
	switch subject, detail := class(status); subject {
	case ofAddress:
		if detail >= 7 && detail <= 9 { // of the sender, or of a system that takes no such mail
			return ofSomethingElse
		}
		return ofTheAddress
	case ofMailbox:
		if detail == 1 { // disabled
			return ofTheAddress
		}
		if detail > 0 { // full, too large, a list that failed to expand
			return ofSomethingElse
		}
	case ofSystem, ofContent, ofPolicy:
		return ofSomethingElse
	}
	return unsaid
}

// ofRecipient tells whether a permanent answer is about the address. A code alone says
// so only in answer to the recipient's name.
func ofRecipient(code int, status string, toRecipient bool) bool {
	switch verdictOf(status) {
	case ofTheAddress:
		return true
	case ofSomethingElse:
		return false
	}
	return toRecipient && (code == 550 || code == 551 || code == 553)
}

// oversize tells whether an answer says that the letter is too large. 552 alone means
// so, but also that a mailbox is full, which then stands in the status.
func oversize(code int, status string) bool {
	switch subject, detail := class(status); {
	case subject == ofSystem && detail == 4, subject == ofMailbox && detail == 3:
		return code >= 500
	case subject == ofMailbox, subject == ofPolicy, subject == ofContent:
		return false
	}
	return code == 552
}
