package mail

import (
	netmail "net/mail"
	"regexp"
	"strings"
)

// Servers that do not write RFC 3464 write for people, and differ. Two forms are told
// apart well enough to be believed: that of qmail, which its author wrote down, and
// the head line X-Failed-Recipients of Exim.

// qmailGreeting begins every report of qmail and of what came after it.
const qmailGreeting = "Hi. This is the"

// copies are the lines after which the letter itself follows.
var copies = []string{"--- Below this line is a copy of the message", "--- Enclosed are the original headers", "------ This is a copy of"}

// told reads what became of a letter from a report without a delivery status.
func told(head netmail.Header, text string) []Reported {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if i := beginsCopy(text); i >= 0 {
		text = text[:i]
	}
	if failed := head.Get("X-Failed-Recipients"); failed != "" {
		return exims(failed, text)
	}
	if i := strings.Index(text, qmailGreeting); i >= 0 && (i == 0 || text[i-1] == '\n') {
		return qmails(text[i:])
	}
	return nil
}

func beginsCopy(text string) int {
	first := -1
	for _, c := range copies {
		if i := strings.Index(text, c); i >= 0 && (first < 0 || i < first) {
			first = i
		}
	}
	return first
}

// qmails reads paragraphs that begin with an address and a colon; a paragraph of a
// letter that is only late does not.
func qmails(text string) []Reported {
	var out []Reported
	for _, paragraph := range strings.Split(text, "\n\n") {
		paragraph = strings.TrimSpace(paragraph)
		name, words, is := strings.Cut(paragraph, ">:\n")
		if !is || !strings.HasPrefix(name, "<") || strings.Contains(name, "\n") {
			continue
		}
		out = append(out, failed(name, words))
	}
	return out
}

// exims reads the recipients from the head and, of the text, what follows the name of
// each.
func exims(list, text string) []Reported {
	var out []Reported
	for _, to := range strings.Split(list, ",") {
		if to = strings.TrimSpace(to); to == "" {
			continue
		}
		_, words, _ := strings.Cut(text, "\n  "+to+"\n")
		out = append(out, failed(to, indented(words)))
	}
	return out
}

// indented returns the lines up to the first that stands no further in than a
// recipient.
func indented(text string) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "    ") {
			break
		}
		out.WriteString(line)
	}
	return out.String()
}

func failed(to, words string) Reported {
	words = oneLine(words)
	if words == "" {
		words = "no reason given"
	}
	code, status := codeIn(words)
	return Reported{
		Action: Failed, Addresses: addressesIn(to), Code: code, Words: oneLine(phrase(Failed, "", words)), Address: aboutAddress(status),
	}
}

// idLine is the line of a letter's head that holds its Message-ID.
var idLine = regexp.MustCompile(`(?im)^message-id:[ \t]*(?:\r?\n[ \t]+)?(<[^<>\s]+>)`)

// messageIDIn finds the Message-ID of the letter that a report carries in its text,
// behind the line that announces it.
func messageIDIn(text string) string {
	i := beginsCopy(text)
	if i < 0 {
		return ""
	}
	if found := idLine.FindStringSubmatch(text[i:]); found != nil {
		return found[1]
	}
	return ""
}
