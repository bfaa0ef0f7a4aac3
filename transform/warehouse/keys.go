package warehouse

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"clientele/extract"
)

// What a key may be long, in bytes. Servers bound the length of a primary key (3072
// bytes with InnoDB's usual pages, half of that with small ones); the same bound
// holds in a file, so that both keep the same rows.
const (
	longestSource = 64
	longestKey    = 512 // an id, or the order of a line
)

// longestText is the longest text a server's column holds, in bytes.
const longestText = 1<<24 - 1

// unkept returns why a row cannot be kept by every database, nil where it can.
func (in *intake) unkept(k key, fields []extract.Field) *extract.Fault {
	if k.lead == "" || (len(in.keys) == 2 && k.id == "") {
		return &extract.Fault{Field: "id", Value: in.idOf(k), Reason: "it has no key: map " + strings.Join(in.keys, " and ")}
	}
	for i, f := range fields {
		p, ok := f.Ptr.(*string)
		if !ok {
			continue
		}
		most := longestText
		if i == in.keyAt[0] || i == in.keyAt[len(in.keyAt)-1] {
			most = longestKey
		}
		if len(*p) > most {
			return &extract.Fault{Field: f.Name, Value: *p, Reason: fmt.Sprintf("it has %d bytes, at most %d are kept: shorten it in the mapping", len(*p), most)}
		}
		if !utf8.ValidString(*p) {
			return &extract.Fault{Field: f.Name, Value: *p, Reason: "it is no UTF-8: name the encoding of the source"}
		}
	}
	return nil
}

// quoted is how many bytes of a text are kept of a row that was kept aside.
const quoted = 1 << 15

// legible returns a text as every database keeps it.
func legible(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if len(s) <= quoted {
		return s
	}
	end := quoted
	for !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + "…"
}
