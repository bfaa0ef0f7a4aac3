package mail

import (
	"cmp"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// statuses reads the groups of a delivery status: who reports, and what became of the
// letter for each recipient.
func statuses(list groups) (by string, about []Reported) {
	by = oneLine(afterType(list.named("Reporting-MTA")))
	for _, g := range list {
		if get(g, "Final-Recipient") == "" && get(g, "Original-Recipient") == "" {
			continue // it tells of the report itself
		}
		if r, understood := statusOf(g, by); understood {
			about = append(about, r)
		}
	}
	return by, about
}

// statusField is a status at the beginning of its field; words may follow it.
var statusField = regexp.MustCompile(`^[245]\.[0-9]{1,3}\.[0-9]{1,3}`)

// statusOf reads what became of the letter for one recipient.
func statusOf(g []field, by string) (Reported, bool) {
	status := statusField.FindString(get(g, "Status"))
	r := Reported{Action: actionOf(get(g, "Action"), status)}
	for _, name := range []string{"Original-Recipient", "Final-Recipient"} {
		r.Addresses = append(r.Addresses, addressesIn(afterType(get(g, name)))...)
	}
	diagnostic := oneLine(afterType(get(g, "Diagnostic-Code")))
	var own string // what the last server said itself is nearer to the truth
	r.Code, own = codeIn(diagnostic)
	r.Address = r.Action == Failed && aboutAddress(own, status)
	server := cmp.Or(oneLine(afterType(get(g, "Remote-MTA"))), by)
	r.Words = oneLine(phrase(r.Action, server, cmp.Or(diagnostic, status, "no reason given")))
	return r, r.Action != ""
}

// aboutAddress tells whether a letter that came back counts against the address: it
// does unless a status says that something else was the reason.
func aboutAddress(statuses ...string) bool {
	for _, s := range statuses {
		if v := verdictOf(s); v != unsaid {
			return v == ofTheAddress
		}
	}
	return true
}

// phrase says what became of a letter.
func phrase(action, server, words string) string {
	said := map[string]string{Failed: "bounced", Delayed: "delayed, still being tried", Delivered: "delivered into the mailbox", Relayed: "passed on to a server that does not report", Expanded: "passed on to a list's members"}[action]
	if server != "" {
		said += " (" + server + ")"
	}
	return said + ": " + words
}

// actionOf reads an action; without one the status tells.
func actionOf(action, status string) string {
	word, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(action))+" ", " ")
	switch {
	case slices.Contains([]string{Failed, Delayed, Delivered, Relayed, Expanded}, word):
		return word
	case strings.HasPrefix(status, "5"):
		return Failed
	case strings.HasPrefix(status, "4"):
		return Delayed
	}
	return ""
}

// afterType returns what follows the type a field's value begins with: "rfc822; ".
func afterType(s string) string {
	if _, value, is := strings.Cut(s, ";"); is {
		return strings.TrimSpace(value)
	}
	return strings.TrimSpace(s)
}

// xtext is how RFC 3461 writes what is not a plain letter.
var xtext = regexp.MustCompile(`\+[0-9A-F]{2}`)

// addressesIn reads an address, also as it would be if it were encoded: not every
// server decodes what it was given.
func addressesIn(s string) []string {
	s = strings.Trim(oneLine(s), "<>\\ ")
	if s == "" {
		return nil
	}
	out := []string{s}
	if plain := xtext.ReplaceAllStringFunc(s, func(code string) string {
		text, err := url.PathUnescape("%" + code[1:])
		if err != nil {
			return code
		}
		return text
	}); plain != s {
		out = append(out, plain)
	}
	return out
}

// smtpCode finds the answer of a server in the words of another.
var smtpCode = regexp.MustCompile(`(?:^|[^0-9.])([245][0-9]{2})(?:[ -]+([245]\.[0-9]{1,3}\.[0-9]{1,3}))?(?:[ :-]|$)`)

// codeIn returns code and status that a server's words hold, zero and empty for none.
func codeIn(words string) (code int, status string) {
	found := smtpCode.FindStringSubmatch(words)
	if found == nil {
		return 0, statusIn(words)
	}
	code, err := strconv.Atoi(found[1])
	if err != nil {
		return 0, ""
	}
	return code, found[2]
}
