package excel

import (
	"net/url"

	"github.com/xuri/excelize/v2"
)

// maxLinks is the number of links the library puts on a sheet; the words of further ones stay, without a link.
const maxLinks = excelize.TotalSheetHyperlinks

// link leads to a sheet ("#tab") or to an address, and tells whether it could: a sheet may have been left out of
// this workbook, and an address may be none.
func (s *sheet) link(col, row int, text, target string) bool {
	if target == "" || s.links >= maxLinks {
		return false
	}
	kind := "External"
	if target[0] == '#' {
		tab, ok := s.tabs[target[1:]]
		if !ok {
			return false
		}
		kind, target = "Location", quotedTab(tab)+"!A1"
	} else if target = address(target); target == "" {
		return false
	}
	s.lead(col, row, text, target, kind)
	return true
}

// leadTo leads to a sheet of this workbook by the name it has here, which of two pages of one name is another.
func (s *sheet) leadTo(col, row int, text, tab string) {
	if s.links < maxLinks {
		s.lead(col, row, text, quotedTab(tab)+"!A1", "Location")
	}
}

func (s *sheet) lead(col, row int, text, target, kind string) {
	s.links++
	tip := clipped(oneLine(text), 200)
	s.fail(s.f.SetCellHyperLink(s.tab, cell(col, row), target, kind, excelize.HyperlinkOpts{Display: &tip, Tooltip: &tip}))
}

// address is a web or mail address in the form a file may hold, empty if it is none.
func address(s string) string {
	u, err := url.Parse(clean(s))
	if err != nil || len(s) > 2000 {
		return ""
	}
	switch u.Scheme {
	case "http", "https", "mailto":
		return u.String()
	}
	return ""
}
