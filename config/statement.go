package config

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// checkSelect reads a SELECT as far as can be without its database: it begins like one, is one statement, its strings
// and comments end, and its named parameters are ours and come with what they need.
func checkSelect(d *decoder, m *Mapping, path string, mysql bool) {
	n := d.nodes[path]
	found, unclosed := tokens(string(m.Select), mysql)
	if unclosed != nil {
		d.problemAt(d.inside(n, unclosed.at), path, "a "+unclosed.text+" in the SQL begins here and never ends", "")
	}
	if len(found) == 0 {
		if unclosed == nil {
			d.problem(n, path, "there is no SQL in it", "write a SELECT")
		}
		return
	}
	if word := strings.ToUpper(found[0].text); word != "SELECT" && word != "WITH" && word != "(" {
		d.problemAt(d.inside(n, found[0].at), path, "the SQL must begin with SELECT or WITH", "sources are only read")
	}
	oneStatement(d, n, path, found)
	used := map[string]bool{}
	for _, t := range found {
		if name, is := strings.CutPrefix(t.text, ":"); is && name != "" && name != ":" {
			parameter(d, n, path, t)
			used[name] = true
		}
	}
	if used["since"] && m.Changed == "" {
		d.problem(n, path, "uses :since, but nothing says which result column tells when a row changed",
			"write {select: ..., changed: column}")
	}
	if used["after"] && m.Key == "" {
		d.problem(n, path, "uses :after, but nothing says which expression makes the key", "write {select: ..., key: expression}")
	}
}

func oneStatement(d *decoder, n *yaml.Node, path string, found []token) {
	for i, t := range found {
		if t.text == ";" && i < len(found)-1 {
			d.problemAt(d.inside(n, found[i+1].at), path, "a second statement begins here", "one SELECT for a kind; join them with UNION ALL")
			return
		}
	}
}

func parameter(d *decoder, n *yaml.Node, path string, t token) {
	name := t.text[1:]
	if slices.Contains(Parameters(), name) {
		return
	}
	hint := "only :since, :after and :limit are known; put a text with a colon in quotes"
	if near := nearest(name, Parameters()); near != "" {
		hint = fmt.Sprintf("did you mean :%s?", near)
	}
	d.problemAt(d.inside(n, t.at), path, "unknown parameter "+t.text, hint)
}

// inside is the place in the file of a byte offset in a text: exact where the text stands in the file as it is, else
// the place where the text begins.
func (d *decoder) inside(n *yaml.Node, offset int) position {
	before := n.Value[:offset]
	row := strings.Count(before, "\n")
	begin := strings.LastIndexByte(before, '\n') + 1
	text, _, _ := strings.Cut(n.Value[begin:], "\n")
	line := n.Line + row
	from := n.Column - 1
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		line, from = line+1, 0
	}
	if line > len(d.lines) || from > utf8.RuneCountInString(d.lines[line-1]) {
		return position{n.Line, n.Column}
	}
	raw := string([]rune(d.lines[line-1])[from:])
	i := strings.Index(raw, text)
	if i < 0 {
		return position{n.Line, n.Column}
	}
	return position{line, from + utf8.RuneCountInString(raw[:i]+n.Value[begin:offset]) + 1}
}
