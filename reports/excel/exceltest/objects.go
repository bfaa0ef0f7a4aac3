package exceltest

import (
	"encoding/xml"
	"regexp"
	"strings"
)

// object is anything that lies over the cells of a sheet.
type object struct {
	Kind     string
	Name     string
	Says     string // its alternative text
	Col, Row int
}

// pictured are ends of file names, which tell nobody anything.
var pictured = regexp.MustCompile(`(?i)\.(png|jpe?g|gif|bmp|svg|emf|wmf|tiff?)\b`)

// objects holds what lies over the cells to words of their own, and to the order in which it is seen: a reader who
// steps from one to the next hears them as they lie in the file.
func (f *faults) objects(b *Book, s *Sheet) {
	said := map[string]string{}
	row := 0
	for _, o := range b.objectsOf(s) {
		if strings.TrimSpace(o.Says) == "" || pictured.MatchString(o.Says) {
			f.say("%s: the %s %q says %q to those who do not see it", s.Name, o.Kind, o.Name, o.Says)
		}
		if other, ok := said[o.Says]; ok && o.Says != "" {
			f.say("%s: %q and %q say the same", s.Name, other, o.Name)
		}
		if said[o.Says] = o.Name; o.Row < row {
			f.say("%s: %q is met after what lies below it", s.Name, o.Name)
		}
		row = o.Row
	}
}

// objectsOf lists what lies over a sheet, in the order of the file.
func (b *Book) objectsOf(s *Sheet) []object {
	if s.Layout.Drawing == nil {
		return nil
	}
	rels, _ := b.relations(s.Part)
	var all struct {
		Anchors []struct {
			From struct {
				Col int `xml:"col"`
				Row int `xml:"row"`
			} `xml:"from"`
			Inner string `xml:",innerxml"`
		} `xml:",any"`
	}
	if err := xml.Unmarshal(b.Parts[rels[s.Layout.Drawing.ID]], &all); err != nil {
		return []object{{Kind: "drawing", Name: err.Error()}}
	}
	var out []object
	for _, a := range all.Anchors {
		o := object{Kind: "object", Col: a.From.Col, Row: a.From.Row}
		for dec := xml.NewDecoder(strings.NewReader(a.Inner)); ; {
			tok, err := dec.Token()
			if err != nil {
				break
			}
			if e, ok := tok.(xml.StartElement); ok && e.Name.Local == "cNvPr" {
				o.Name, o.Says = attr(e, "name"), attr(e, "descr")
				break
			}
		}
		out = append(out, o)
	}
	return out
}
