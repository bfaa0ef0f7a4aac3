package source

import (
	"path/filepath"
	"strings"
	"unicode/utf8"

	"clientele/extract"
)

// A layout is how a file is written.
type layout struct {
	delimiter rune
	quote     byte // exchanged with the double quote before and after parsing
}

// layout checks a kind's file and returns how it is written.
func (f *folder) layout(k extract.Kind) (layout, error) {
	m := f.src.opt.Mappings[k]
	if strings.TrimSpace(m.Select) != "" {
		return layout{}, hint("name a file and its columns", "files are not read by a SELECT")
	}
	if !filepath.IsLocal(f.fileOf(k)) {
		return layout{}, hint("name a file inside the folder", "file %s lies outside of the folder", m.File)
	}
	l := layout{delimiter: ',', quote: '"'}
	switch m.Delimiter {
	case "":
	case "tab", `\t`:
		l.delimiter = '\t'
	default:
		l.delimiter, _ = utf8.DecodeRuneInString(m.Delimiter)
	}
	switch {
	case m.Quote == "none":
		l.quote = 0x1f // no text has it, so no quote is one
	case len(m.Quote) == 1:
		l.quote = m.Quote[0]
	case m.Quote != "":
		return layout{}, hint(`write one character or "none"`, "quote %q cannot be used", m.Quote)
	}
	if len(m.Delimiter) > 3 || l.delimiter == utf8.RuneError || strings.ContainsRune("\r\n\"", l.delimiter) || l.delimiter == rune(l.quote) {
		return layout{}, hint(`write one character or "tab"`, "delimiter %q cannot be used", m.Delimiter)
	}
	return l, nil
}

// swap exchanges the layout's quote and the double quote in place: the parser
// knows only the latter.
func (l layout) swap(b []byte) {
	if l.quote == '"' {
		return
	}
	for i, c := range b {
		switch c {
		case '"':
			b[i] = l.quote
		case l.quote:
			b[i] = '"'
		}
	}
}

// likely returns the delimiter that a header of one column was probably meant to
// be cut at, none if there is no sign of one.
func (layout) likely(header string) string {
	for _, d := range []struct{ mark, name string }{{";", `";"`}, {"\t", "tab"}, {"|", `"|"`}, {",", `","`}} {
		if strings.Contains(header, d.mark) {
			return d.name
		}
	}
	return ""
}
