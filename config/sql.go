package config

import (
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"
)

// SQL is the text of a SELECT, kept exactly as written.
type SQL string

func (s *SQL) decodeNode(d *decoder, n *yaml.Node, path string) {
	if text, ok := d.text(n, path); ok {
		*s = SQL(text)
	}
}

// Parameters lists the named parameters a SELECT may use: rows changed at or after :since, keys above :after, and at
// most :limit rows.
func Parameters() []string { return []string{"since", "after", "limit"} }

// token is a word, a parameter with its colon, or a sign of an SQL text outside its strings and comments.
type token struct {
	text string
	at   int // byte offset
}

// scanner walks an SQL text. Only MySQL has comments that begin with # and strings in which a backslash escapes.
type scanner struct {
	text  string
	at    int
	mysql bool
	open  *token // a string or comment that never ends
}

// tokens are the parts of an SQL text that mean something; unclosed is a string or comment without an end.
func tokens(text string, mysql bool) (found []token, unclosed *token) {
	s := scanner{text: text, mysql: mysql}
	for s.at < len(text) && s.open == nil {
		if t := s.next(); strings.TrimSpace(t.text) != "" {
			found = append(found, t)
		}
	}
	return found, s.open
}

// next is the token at the current place, without text for what does not count.
func (s *scanner) next() token {
	start, rest := s.at, s.text[s.at:]
	switch c := rest[0]; {
	case c == '\'' || c == '"' || c == '`':
		s.skipQuoted(c)
		return token{s.text[start:start+1] + s.text[start:start+1], start}
	case s.lineComment(rest):
		s.skipTo("\n", start, true)
		return token{"", start}
	case strings.HasPrefix(rest, "/*"):
		s.at += 2
		s.skipTo("*/", start, false)
		return token{"", start}
	case strings.HasPrefix(rest, "::"):
		s.at += 2
	case c == ':' && len(rest) > 1 && letter(rest[1]):
		s.at++
		s.skipWord()
	case letter(c) || c >= '0' && c <= '9':
		s.skipWord()
	default:
		s.at++
	}
	return token{s.text[start:s.at], start}
}

// lineComment follows each engine: MySQL wants white space after the dashes, because a--1 is a minus minus one.
func (s *scanner) lineComment(rest string) bool {
	if s.mysql && rest[0] == '#' {
		return true
	}
	dashes, found := strings.CutPrefix(rest, "--")
	return found && (!s.mysql || dashes == "" || unicode.IsSpace(rune(dashes[0])))
}

func (s *scanner) skipTo(end string, start int, orEnd bool) {
	i := strings.Index(s.text[s.at:], end)
	if i < 0 {
		s.at = len(s.text)
		if !orEnd {
			s.open = &token{"comment", start}
		}
		return
	}
	s.at += i + len(end)
}

// skipQuoted passes a quoted text. A doubled quote inside it looks like two texts side by side, which is as good.
func (s *scanner) skipQuoted(quote byte) {
	start := s.at
	for s.at++; s.at < len(s.text); s.at++ {
		switch c := s.text[s.at]; {
		case c == '\\' && s.mysql && quote != '`':
			s.at++
		case c == quote:
			s.at++
			return
		}
	}
	s.at = len(s.text)
	s.open = &token{"string", start}
}

func (s *scanner) skipWord() {
	for s.at < len(s.text) && (letter(s.text[s.at]) || s.text[s.at] >= '0' && s.text[s.at] <= '9') {
		s.at++
	}
}

// letter takes every byte of a character beyond ASCII for a letter, as the engines do in names.
func letter(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}
