package source

import (
	"strings"
)

// A dialect is what one must know of a database's SQL to find its parameters.
type dialect struct {
	backslash bool               // a backslash escapes within quotes
	hash      bool               // # begins a comment
	brackets  bool               // [name] is a name
	mark      func(n int) string // the n-th parameter, from 1
}

// A lexer walks through a statement, copying everything but the parameters.
type lexer struct {
	dialect
	src   string
	pos   int
	out   strings.Builder
	names []string
	first string // first word, lower case
	last  string // the word before, lower case
	ended bool   // a semicolon has been seen
}

// Parameters are the names that a mapping's SELECT may use behind a colon.
var parameters = []string{"since", "after", "limit"}

func (l *lexer) run() error {
	for l.pos < len(l.src) {
		n := l.skip()
		if s := l.src[l.pos:]; strings.HasPrefix(s, "/*!") || strings.HasPrefix(s, "/*M!") {
			return hint("write it out, without the comment", "a comment that MySQL executes hides what is done")
		}
		if n > 0 {
			l.copy(n)
			continue
		}
		if err := l.step(); err != nil {
			return err
		}
	}
	return nil
}

// skip returns the length of the space, comment, literal or cast that begins here.
func (l *lexer) skip() int {
	s := l.src[l.pos:]
	switch {
	case strings.HasPrefix(s, "--"), l.hash && s[0] == '#':
		return until(s, "\n")
	case strings.HasPrefix(s, "/*"):
		return 2 + until(s[2:], "*/")
	case s[0] == '\'', s[0] == '"', s[0] == '`':
		return l.quoted(s)
	case l.brackets && s[0] == '[':
		return until(s, "]")
	case strings.HasPrefix(s, "::"), strings.HasPrefix(s, ":="):
		return 2
	case s[0] == ' ', s[0] == '\t', s[0] == '\n', s[0] == '\r':
		return 1
	}
	return 0
}

// step handles a character outside of comments and literals.
func (l *lexer) step() error {
	c := l.src[l.pos]
	switch {
	case l.ended:
		return hint("write one SELECT, the semicolon last or not at all", "there is text behind the semicolon")
	case c == ';':
		l.ended = true
		l.pos++
		return nil
	case c == '?':
		return hint("write :since, :after or :limit", "a question mark is no parameter here")
	case c == ':':
		return l.parameter()
	}
	n := max(1, word(l.src[l.pos:]))
	w := strings.ToLower(l.src[l.pos : l.pos+n])
	if l.first == "" {
		l.first = w
	}
	if w == "into" || l.last == "for" && (w == "update" || w == "share") || l.last == "in" && w == "share" {
		return hint("a source is only read: take it out of the SELECT", "%s writes or locks", strings.ToUpper(w))
	}
	l.last = w
	l.copy(n)
	return nil
}

func (l *lexer) parameter() error {
	n := word(l.src[l.pos+1:])
	name := strings.ToLower(l.src[l.pos+1 : l.pos+1+n])
	for _, p := range parameters {
		if p == name {
			l.names = append(l.names, p)
			l.out.WriteString(l.mark(len(l.names)))
			l.pos += 1 + n
			return nil
		}
	}
	if n == 0 || name[0] >= '0' && name[0] <= '9' {
		l.copy(1)
		return nil
	}
	return hint(suggest(name, parameters), "there is no parameter :%s", name)
}

func (l *lexer) copy(n int) {
	n = min(n, len(l.src)-l.pos)
	text := l.src[l.pos : l.pos+n]
	if !l.ended {
		l.out.WriteString(text)
	}
	l.pos += n
}

// quoted returns the length of a literal or quoted name. A doubled quote is two
// literals side by side, which is the same to us.
func (l *lexer) quoted(s string) int {
	q := s[0]
	for i := 1; i < len(s); i++ {
		if s[i] == '\\' && l.backslash && q != '`' {
			i++
		} else if s[i] == q {
			return i + 1
		}
	}
	return len(s)
}

func until(s, end string) int {
	if i := strings.Index(s, end); i >= 0 {
		return i + len(end)
	}
	return len(s)
}

// word returns the length of the name that begins here.
func word(s string) int {
	n := 0
	for n < len(s) && (s[n] == '_' || s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z' || s[n] >= '0' && s[n] <= '9' || s[n] >= 0x80) {
		n++
	}
	return n
}
