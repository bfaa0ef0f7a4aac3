package config

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// document parses the text into nodes and returns the topmost one; nil after a problem that leaves nothing to decode.
func (d *decoder) document(data []byte) *yaml.Node {
	if !d.readable(data) {
		return nil
	}
	var docs []yaml.Node
	if err := yaml.Load(data, &docs, yaml.WithAllDocuments(), yaml.WithUniqueKeys(false)); err != nil {
		d.syntax(err)
		return nil
	}
	if len(docs) == 0 || len(docs[0].Content) == 0 {
		d.problemAt(position{1, 1}, "", "the file is empty", "`clientele init` writes a commented one to start from")
		return nil
	}
	if len(docs) > 1 {
		d.problem(&docs[1], "", "a second document begins here", "one configuration is one document; remove the line ---")
	}
	return docs[0].Content[0]
}

// readable tells where the text is not UTF-8 or has control characters, which the parser reports without a place.
func (d *decoder) readable(data []byte) bool {
	line, column := 1, 1
	for rest := data; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if r == utf8.RuneError && size == 1 {
			d.problemAt(position{line, column}, "", "the file is not UTF-8 from here on", "save it as UTF-8")
			return false
		}
		if !printable(r) {
			d.problemAt(position{line, column}, "", "a control character", "remove it")
			return false
		}
		rest = rest[size:]
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
	}
	return true
}

// printable is what YAML allows in a file. A byte order mark is left to the parser, which wants it in front.
func printable(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r == 0x85 || r == '\ufeff' || unicode.IsGraphic(r) ||
		r >= 0xa0 && r <= 0xfffd || r >= 0x10000
}

// syntax reports what the parser stumbled over. The name of an unknown anchor is withheld: it may be a password that
// begins with an asterisk.
func (d *decoder) syntax(err error) {
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		d.problemAt(position{1, 1}, "", "this is not YAML: "+err.Error(), "")
		return
	}
	at := position{max(load.Mark.Line, 1), max(load.Mark.Column, 1)}
	text, hint := load.Message, ""
	switch {
	case strings.Contains(text, "unknown anchor"):
		text, hint = "an asterisk refers to an anchor that is not there", "put a text that begins with * in quotes"
	case strings.Contains(text, "mapping values are not allowed"):
		hint = "check the indentation, and put a text that contains a colon and a blank in quotes"
	case strings.Contains(text, "cannot start any token"):
		hint = "indent with blanks, not tabs, and put a text that begins with @, % or ` in quotes"
	}
	d.problemAt(at, "", "this is not YAML: "+text, hint)
}
