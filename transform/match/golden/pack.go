package golden

import (
	"strconv"
	"time"
	"unicode/utf8"

	"clientele/extract"
)

// pack writes what was chosen for one customer as one value: a JSON object with a field
// or group for a key, in the order they were chosen.
//
//	{"email":{"value":"ann@x.org","from":"crm/17","changed":"2026-05-03T09:12:00Z",
//	 "rule":"newest","over":[{"value":"bob@y.org","from":"shop/4"}]}}
func (w *work) pack() string {
	if len(w.chosen) == 0 {
		return ""
	}
	out := append(w.packed[:0], '{')
	for n := range w.chosen {
		c := &w.chosen[n]
		if n > 0 {
			out = append(out, ',')
		}
		out = append(quoted(out, c.Field), ":{"...)
		out = append(said(out, c.Value, c.From, c.Changed), `,"rule":`...)
		out = quoted(out, c.Rule)
		out = append(passed(out, c), '}')
	}
	w.packed = append(out, '}')
	return string(w.packed)
}

func passed(out []byte, c *Chosen) []byte {
	for n := range c.Over {
		if n == 0 {
			out = append(out, `,"over":[{`...)
		} else {
			out = append(out, ",{"...)
		}
		out = append(said(out, c.Over[n].Value, c.Over[n].From, c.Over[n].Changed), '}')
	}
	if len(c.Over) > 0 {
		out = append(out, ']')
	}
	if c.More > 0 {
		out = strconv.AppendInt(append(out, `,"more":`...), int64(c.More), 10)
	}
	return out
}

func said(out []byte, value string, from extract.Ref, changed extract.Instant) []byte {
	out = quoted(append(out, `"value":`...), value)
	if from.Source != "" {
		out = append(out, `,"from":`...)
		out = quoted(out, from.Source)
		out[len(out)-1] = '/' // in place of the closing quote
		at := len(out)
		out = quoted(out, from.ID)
		out = append(out[:at], out[at+1:]...)
	}
	if changed != 0 {
		out = append(out, `,"changed":"`...)
		out = append(changed.Time().AppendFormat(out, time.RFC3339Nano), '"')
	}
	return out
}

const hex = "0123456789abcdef"

// quoted adds a text as JSON writes it; bytes that are no text become U+FFFD.
func quoted(out []byte, s string) []byte {
	out = append(out, '"')
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			out = utf8.AppendRune(out, r)
			i += n
			continue
		}
		switch {
		case c == '"' || c == '\\':
			out = append(out, '\\', c)
		case c < ' ':
			out = append(out, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		default:
			out = append(out, c)
		}
		i++
	}
	return append(out, '"')
}
