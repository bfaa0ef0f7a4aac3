package config

import (
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// Columns are the columns of a file under our names, in the order of the configuration.
type Columns []Column

// Column takes one of our fields from one column of a file.
type Column struct {
	Field  string
	Header string
}

// Map is the headers by our field names.
func (c Columns) Map() map[string]string {
	headers := make(map[string]string, len(c))
	for _, column := range c {
		headers[column.Field] = column.Header
	}
	return headers
}

func (c *Columns) decodeNode(d *decoder, n *yaml.Node, path string) {
	d.entries(n, path, nil, func(field string, value *yaml.Node) {
		if header, ok := d.line(target(value), join(path, field)); ok {
			*c = append(*c, Column{field, header})
		}
	})
}

// Separator is the character between the columns of a file.
type Separator rune

// String is the character itself, empty where none was given.
func (s Separator) String() string {
	if s == 0 {
		return ""
	}
	return string(rune(s))
}

// Enclosure is the sign that encloses the texts of the file, or "none".
func (m Mapping) Enclosure() string {
	switch m.Quote {
	case "single":
		return "'"
	case "none":
		return "none"
	default:
		return `"`
	}
}

func (s *Separator) decodeNode(d *decoder, n *yaml.Node, path string) {
	text, ok := d.text(n, path)
	if !ok {
		return
	}
	if named, known := map[string]Separator{"comma": ',', "semicolon": ';', "tab": '\t'}[text]; known {
		*s = named
		return
	}
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 || size != len(text) || unicode.IsLetter(r) || unicode.IsDigit(r) || r == '"' || r == '\n' || r == '\r' {
		d.problem(n, path, quote(text)+" cannot separate columns", `comma, semicolon, tab or one character such as "|"`)
		return
	}
	*s = Separator(r)
}
