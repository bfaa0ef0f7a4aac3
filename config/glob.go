package config

import (
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Glob is a pattern for a whole text in any case: * stands for any letters, ? for one.
type Glob struct {
	text string
	expr *regexp.Regexp
}

// NewGlob makes a pattern of a text.
func NewGlob(text string) Glob {
	expr := regexp.QuoteMeta(text)
	expr = strings.ReplaceAll(expr, `\*`, `.*`)
	expr = strings.ReplaceAll(expr, `\?`, `.`)
	return Glob{text, regexp.MustCompile(`(?is)^` + expr + `$`)}
}

// Match tells whether the pattern covers the whole text.
func (g Glob) Match(text string) bool { return g.expr != nil && g.expr.MatchString(text) }

// String is the pattern as it was written.
func (g Glob) String() string { return g.text }

// MarshalText is the pattern as it was written.
func (g Glob) MarshalText() ([]byte, error) { return []byte(g.text), nil }

// decodeNode refuses a pattern of stars alone: it would exclude everybody.
func (g *Glob) decodeNode(d *decoder, n *yaml.Node, path string) {
	text, ok := d.line(n, path)
	if !ok {
		return
	}
	if strings.Trim(text, "*? ") == "" {
		d.problem(n, path, "the pattern "+quote(text)+" covers everything or nothing", "such as *@example.com")
		return
	}
	*g = NewGlob(text)
}
