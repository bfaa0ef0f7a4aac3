package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const (
	mostText = 32 << 10 // bytes kept of one value
	mostID   = 255      // bytes an id may have
)

// Encodings lists the names Options.Encoding can have. With auto, text that is
// not UTF-8 is taken for windows-1252.
func Encodings() []string {
	return []string{"utf-8", "auto", "windows-1252", "iso-8859-1", "iso-8859-15", "utf-16", "utf-16le", "utf-16be"}
}

// A textDecoder turns bytes into text.
type textDecoder struct {
	name   string
	whole  encoding.Encoding // of whole files; nil: bytes are taken as they are
	broken encoding.Encoding // of values that are not UTF-8; nil: they are refused
}

func newTextDecoder(name string) (*textDecoder, error) {
	d := &textDecoder{name: strings.ToLower(name)}
	switch d.name {
	case "", "utf-8", "utf8":
		d.name = "utf-8"
	case "auto":
		d.broken = charmap.Windows1252
	case "windows-1252", "cp1252":
		d.whole = charmap.Windows1252
	case "iso-8859-1", "latin1":
		d.whole = charmap.ISO8859_1
	case "iso-8859-15":
		d.whole = charmap.ISO8859_15
	case "utf-16", "utf-16le":
		d.whole = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
		if d.name == "utf-16le" {
			d.whole = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
		}
	case "utf-16be":
		d.whole = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	default:
		return nil, hint(suggest(name, Encodings()), "encoding %q is not known", name)
	}
	if d.broken == nil {
		d.broken = d.whole
	}
	return d, nil
}

// valid returns the bytes as UTF-8, decoded if need be; false if they are not and
// no encoding says what they are.
func (d *textDecoder) valid(b []byte) (out []byte, decoded, ok bool) {
	if utf8.Valid(b) {
		return b, false, true
	}
	if d.broken == nil {
		return nil, false, false
	}
	out, err := d.broken.NewDecoder().Bytes(b)
	return out, true, err == nil
}

// plainText reports whether a value can be kept as it is: printable ASCII with no
// space at either end.
func plainText[T string | []byte](b T) bool {
	for i := range len(b) {
		if b[i]-' ' >= 0x7f-' ' {
			return false
		}
	}
	return len(b) == 0 || len(b) <= mostText && b[0] != ' ' && b[len(b)-1] != ' '
}

// tidy trims blanks of every sort, turns line ends into newlines, drops other
// control characters and cuts what is too long, counting what it did.
func tidy(b []byte, s *Stats) []byte {
	b = bytes.TrimFunc(b, isBlank)
	if bytes.ContainsFunc(b, isControl) {
		b = bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
		b = bytes.ReplaceAll(b, []byte("\r"), []byte("\n"))
		n := len(b)
		b = bytes.Map(func(r rune) rune {
			if isControl(r) {
				return -1
			}
			return r
		}, b)
		s.Stripped += count(len(b) < n)
	}
	if len(b) > mostText {
		end := mostText
		for !utf8.RuneStart(b[end]) {
			end--
		}
		b = b[:end]
		s.Cut++
	}
	s.Garbled += count(bytes.ContainsRune(b, utf8.RuneError))
	return b
}

func isControl(r rune) bool { return r < ' ' && r != '\t' && r != '\n' || r == 0x7f }

func count(b bool) int64 {
	if b {
		return 1
	}
	return 0
}
