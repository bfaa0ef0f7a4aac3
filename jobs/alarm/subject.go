package alarm

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is how many characters of a subject people get to see.
const longest = 110

// Subject says the gravest of several alarms in a line, and how many more there are.
func Subject(list []Alarm) string {
	if len(list) == 0 {
		return ""
	}
	more := ""
	if n := len(list) - 1; n > 0 {
		more = fmt.Sprintf(" (and %d more)", n)
	}
	line := "clientele: " + list[0].Title()
	if why := list[0].Why; why != "" && !slices.Contains([]Cause{Unknown, Late, Interrupted}, list[0].Cause) {
		line += ": " + why
	}
	return cut(line, longest-len(more)) + more
}

// Title says an alarm in a few words.
func (a Alarm) Title() string {
	var parts []string
	for _, word := range []string{a.Job, a.Label} {
		if word != "" {
			parts = append(parts, word)
		}
	}
	if len(parts) == 0 {
		return a.What
	}
	what := a.What
	if head, _, found := strings.Cut(what, ": tried "); found { // how often is for the text
		what = head
	}
	return strings.Join(parts, ", ") + ": " + what
}

// breaks tells what may not stand in a line: a server's words may hold anything.
func breaks(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u2028' || r == '\u2029'
}

// cut shortens a line to so many characters, at a blank where there is one.
func cut(s string, most int) string {
	s = strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, "?"), breaks), " ")
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	short := string([]rune(s)[:most-1])
	if at := strings.LastIndexByte(short, ' '); at > most/2 {
		short = short[:at]
	}
	return strings.TrimRight(short, " ,:;") + "…"
}
