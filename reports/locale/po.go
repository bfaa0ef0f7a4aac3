package locale

import (
	"fmt"
	"strconv"
	"strings"
)

// An entry is a text with its translation. One with a plural has as many translations as the language has forms.
type entry struct {
	id, plural string
	to         []string
}

// entries reads a file in the format of GNU gettext. Comments, contexts and entries marked obsolete are passed over.
func entries(text string) ([]entry, error) {
	var out []entry
	var now *entry
	var open *string
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		word, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
			continue
		case strings.HasPrefix(line, `"`):
			rest = line
		case word == "msgid":
			out = append(out, entry{})
			now = &out[len(out)-1]
			open = &now.id
		case word == "msgid_plural" && now != nil:
			open = &now.plural
		case (word == "msgstr" || strings.HasPrefix(word, "msgstr[")) && now != nil:
			now.to = append(now.to, "")
			if i := "msgstr[" + strconv.Itoa(len(now.to)-1) + "]"; word != "msgstr" && word != i {
				return nil, fmt.Errorf("line %d: %s where %s was expected", n+1, word, i)
			}
			open = &now.to[len(now.to)-1]
		default:
			return nil, fmt.Errorf("line %d: %q is no msgid, msgid_plural or msgstr", n+1, line)
		}
		s, err := strconv.Unquote(strings.TrimSpace(rest))
		if err != nil || open == nil {
			return nil, fmt.Errorf("line %d: want words in quotation marks after %s", n+1, word)
		}
		*open += s
	}
	return out, nil
}
