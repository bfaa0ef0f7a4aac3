package golden

import (
	"strings"

	"clientele/extract"
)

// written reads a party from the words of a case: "first=Ann; last=Miller".
func written(id, fields string) extract.Party {
	p := extract.Party{Ref: extract.Ref{Source: "shop", ID: id}, Type: extract.Person}
	said := map[string]string{}
	for part := range strings.SplitSeq(fields, ";") {
		if name, value, ok := strings.Cut(strings.TrimSpace(part), "="); ok {
			said[name] = value
		}
	}
	for _, f := range p.Fields() {
		value, given := said[f.Name]
		if !given {
			continue
		}
		switch to := f.Ptr.(type) {
		case *string:
			*to = value
		case *extract.Day:
			*to, _ = extract.ParseDay(value)
		}
	}
	return p
}
