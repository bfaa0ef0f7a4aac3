package pages

import (
	"fmt"
	"strings"

	"clientele/reports"
)

// mostFull bounds a list that is given in full: at about 225 bytes a row of the customer
// file more would make files that no mail server takes, and take a gigabyte to draw.
const mostFull = 100_000

// MostFull is that bound, for who gathers the rows.
const MostFull = mostFull

// A cuttable list holds everybody of a kind, and is cut in the workbook where they are
// many. Lists of the best or worst of all customers (Top customers, Movers, Cross-sell)
// are none: that they end is their point.
type cuttable struct {
	has  bool // the sheet is in the workbook
	rows int
	most int // rows in the workbook
	page func() reports.Page
}

// Full describes the workbook of all rows of the lists that a report's workbook cuts,
// sheet for sheet with the same columns, and says which. There is none where no list is
// cut, or nobody asked for one.
func Full(name string, in Input) (wb reports.Workbook, lists []reports.FullList, found bool) {
	if !in.FullLists {
		return wb, nil, false
	}
	b := open(in)
	b.whole = true
	wb = b.workbook(name, capital(name)+" report, full lists")
	wb.FileName = reports.FullName(wb.FileName)
	for _, c := range b.cut(name) {
		p := c.page()
		wb.Pages = append(wb.Pages, p)
		lists = append(lists, reports.FullList{Tab: p.Sheet().Tab, Rows: reports.Plural(min(c.rows, mostFull), "row", "rows")})
	}
	return wb, lists, len(lists) > 0
}

// Cuts reports whether a report's workbook comes with one of full lists.
func Cuts(name string, in Input) bool { return in.FullLists && len(open(in).cut(name)) > 0 }

// cut are the lists that a report's workbook cuts.
func (b *book) cut(name string) (list []cuttable) {
	r, found := Find(name)
	if !found || r.cuttable == nil {
		return nil
	}
	for _, c := range r.cuttable(b) {
		if c.has && c.rows > c.most {
			list = append(list, c)
		}
	}
	return list
}

func (b *book) salesCuttable() []cuttable {
	return []cuttable{
		{b.judged(), len(b.endangered()), mostAtRisk, b.atRisk},
		{b.profitable(), len(b.find(b.r.Profitability.LossMakers)), mostLosses, b.lossMakers},
		b.cuttableComplaints(),
		b.cuttableContracts(),
		{b.hasProspects(), len(b.r.Prospects.Rows), mostProspects, b.pipeline},
		b.cuttableFile(false),
	}
}

func (b *book) marketingCuttable() []cuttable {
	asked := len(b.courted())
	return []cuttable{
		{asked > 0, asked, mostProspects, b.prospects},
		b.cuttableFile(true),
	}
}

func (b *book) cuttableComplaints() cuttable {
	all := b.complaining()
	return cuttable{len(all) > 0, len(all), waitingMost(b, b.complaintColumns(), all), b.complaints}
}

func (b *book) cuttableContracts() cuttable {
	all := b.contractRows()
	return cuttable{b.hasContracts(), len(all), waitingMost(b, b.contractColumns(), all), b.contracts}
}

func (b *book) cuttableFile(marketing bool) cuttable {
	all := b.filed()
	return cuttable{b.bought(), len(all), b.fileMost(marketing, all), func() reports.Page { return b.customerFile(marketing) }}
}

// capped returns the rows of a cuttable list that stand in the workbook in hand.
func capped[T any](b *book, all []T, most int) []T {
	if b.whole {
		most = mostFull
	}
	return first(all, most)
}

// cutNote puts before the remark below a cuttable list where its other rows are. It
// names no file and no way: how the letter brings it is settled after this is drawn.
func (b *book) cutNote(note string, shown, of int) string {
	rows := reports.Plural(of, "row", "rows")
	says := ""
	switch {
	case !b.in.FullLists:
		return note
	case b.whole && shown == of:
		says = "All " + rows + "."
	case b.whole:
		says = fmt.Sprintf("%s of %s: more make a file that few programs open.", reports.Thousands(shown), rows)
	case shown < of:
		says = fmt.Sprintf("%s of %s; all of them are in the workbook of full lists that comes with this one.", reports.Thousands(shown), rows)
	}
	return strings.TrimSpace(says + " " + note)
}
