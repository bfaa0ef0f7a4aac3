package mail

import (
	"embed"
	"fmt"
	html "html/template"
	"strings"
	text "text/template"
	"unicode"
	"unicode/utf8"

	"clientele/reports"
)

// clipped is the size from which well-known readers cut a page off.
const clipped = 100_000

//go:embed letter.html.tmpl letter.txt.tmpl
var templates embed.FS

func htmlOf(l reports.Letter) (string, error) {
	t, err := html.New("letter.html.tmpl").Funcs(helpers(l.Tongue)).ParseFS(templates, "letter.html.tmpl")
	if err != nil {
		return "", err
	}
	var b strings.Builder
	if err := t.Execute(&b, l); err != nil {
		return "", err
	}
	page := unindent(b.String())
	if len(page) > clipped {
		return "", fmt.Errorf("the page is %s long and would be cut off; cap its lists", reports.ByteSize(len(page)))
	}
	return page, nil
}

func textOf(l reports.Letter) (string, error) {
	t, err := text.New("letter.txt.tmpl").Funcs(helpers(l.Tongue)).ParseFS(templates, "letter.txt.tmpl")
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = t.Execute(&b, l)
	return b.String(), err
}

func helpers(t reports.Tongue) map[string]any {
	return map[string]any{
		"line":    line,
		"upper":   func(s string) string { return strings.ToUpper(line(s)) },
		"capital": capital,
		"number":  func(i int) int { return i + 1 },
		"join":    join,
		"sheet":   func(tab string) string { return sheet(t, tab) },
		"say":     t.Say,
		"good":    func(t reports.Tone) bool { return t == reports.Welcome },
		"bad":     func(t reports.Tone) bool { return t == reports.Unwelcome },
	}
}

// line puts words on one line, so that a customer's name cannot look like a line
// of ours.
func line(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || breaks(r) }), " ")
}

func capital(s string) string {
	s = line(s)
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// sheet tells where in the workbook the cases stand.
func sheet(t reports.Tongue, tab string) string {
	if tab = line(tab); tab != "" {
		return t.Say("see sheet") + " " + tab
	}
	return ""
}

// join puts the words that are there behind one another.
func join(separator string, words ...string) string {
	var kept []string
	for _, w := range words {
		if w = line(w); w != "" {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, separator)
}

// unindent drops the template's indentation and empty lines.
func unindent(s string) string {
	var b strings.Builder
	for l := range strings.Lines(s) {
		if l = strings.TrimLeft(l, " \t"); l != "\n" {
			b.WriteString(l)
		}
	}
	return b.String()
}
