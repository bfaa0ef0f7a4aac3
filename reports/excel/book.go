package excel

import (
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"

	"clientele/reports"
)

// book is a workbook in the making. The first error stops nothing but is the one reported.
type book struct {
	f          *excelize.File
	wb         reports.Workbook
	styles     map[look]int
	conditions map[look]int
	tabs       map[string]string // tab as described -> name of the sheet
	tables     names
	charts     map[string][]byte // part of the file -> chart drawn by us
	plain      map[string]bool   // table parts that have no filter buttons
	parked     parked
	parts      map[string]string // name of a sheet -> part of the file
	cells      map[string]*cells // part of the file -> what stands in the sheet
	shared     map[string]int    // words of cells -> their place among those shared
	data       *chartData
	err        error
}

func newBook(wb reports.Workbook) (*book, error) {
	if wb.AsOf.Year() < 1980 {
		return nil, fmt.Errorf("draw workbook %s: as-of day %s is missing or before 1980", wb.Name, wb.AsOf.Format(time.DateOnly))
	}
	if wb.Overview == nil && len(wb.Pages) == 0 {
		return nil, fmt.Errorf("draw workbook %s: it has no pages", wb.Name)
	}
	return &book{
		f: excelize.NewFile(), wb: wb, styles: map[look]int{}, conditions: map[look]int{}, tabs: map[string]string{},
		tables: names{}, charts: map[string][]byte{}, plain: map[string]bool{}, parked: parked{},
		parts: map[string]string{}, cells: map[string]*cells{}, shared: map[string]int{},
	}, nil
}

func (b *book) fail(err error) {
	if b.err == nil && err != nil {
		b.err = err
	}
}

// page is a described page with the name of its sheet.
type page struct {
	reports.Sheet
	tab string
}

func (b *book) draw() {
	b.setUp()
	pages := b.describe()
	b.addSheets(pages)
	if b.err != nil {
		return
	}
	if b.wb.Overview != nil {
		b.drawOverview(pages)
	}
	for _, p := range pages {
		if p.tab != b.dataTab() {
			b.drawPage(p)
		}
	}
	if b.data != nil {
		b.data.finish()
	}
	b.f.SetActiveSheet(0)
}

func (b *book) drawPage(p page) {
	if b.err != nil {
		return
	}
	if p.List != nil {
		b.drawList(p)
	} else {
		b.drawBoard(p)
	}
	if b.err != nil {
		b.err = fmt.Errorf("sheet %s: %w", p.tab, b.err)
	}
}

// describe lists the pages in the order of their sheets, the sheet of chart data among them.
func (b *book) describe() []page {
	taken := names{}
	if b.wb.Overview != nil {
		b.name(taken, b.wb.Overview.Tab)
	}
	var before, after []page
	feeds := b.wb.Overview != nil && overviewFeeds(b.wb.Overview)
	for _, p := range b.wb.Pages {
		s := p.Sheet()
		feeds = feeds || sheetFeeds(s)
		if s.Last {
			after = append(after, page{Sheet: s})
		} else {
			before = append(before, page{Sheet: s})
		}
	}
	if feeds {
		before = append(before, page{Sheet: reports.Sheet{Head: toldHead(b.wb.Tongue)}})
	}
	pages := append(before, after...)
	for i := range pages {
		pages[i].tab = b.name(taken, pages[i].Tab)
	}
	return pages
}

func (b *book) name(taken names, tab string) string {
	name := taken.take(tabName(tab), 31)
	if _, ok := b.tabs[tab]; !ok {
		b.tabs[tab] = name
	}
	return name
}

// addSheets creates all sheets first, so that links and chart references always have a target.
func (b *book) addSheets(pages []page) {
	var tabs []string
	if b.wb.Overview != nil {
		tabs = append(tabs, b.tabs[b.wb.Overview.Tab])
	}
	for _, p := range pages {
		tabs = append(tabs, p.tab)
	}
	b.fail(b.f.SetSheetName("Sheet1", tabs[0]))
	for i, tab := range tabs {
		if i > 0 {
			_, err := b.f.NewSheet(tab)
			b.fail(err)
		}
		b.parts[tab] = sheetPart(i + 1)
		b.cells[sheetPart(i+1)] = &cells{}
	}
	if tab, ok := b.tabs[toldHead(b.wb.Tongue).Tab]; ok {
		b.data = newChartData(b, tab)
	}
}

func (b *book) dataTab() string {
	if b.data == nil {
		return ""
	}
	return b.data.s.tab
}
