// Package reports names what managers are sent: workbooks made of pages, charts, and letters.
//
// Everything here is description: rows, columns, sentences and what each number means. It imports the
// standard library only. How a page looks is left to reports/excel, how a chart is drawn for a mail to
// reports/chart, how a letter is posted to reports/mail, and what stands on a page to reports/pages.
//
// Amounts are integers counting 1/10,000 of the currency's unit. Shares are fractions: 0.25 is a quarter.
// Points are percentage points: 1.5 is 1.5 pp. A value that was not measured is blank, never zero.
package reports

import "time"

// Workbook is the set of pages one audience is sent. The first page read is Overview, which also lists the
// finding of every page after it.
type Workbook struct {
	Name     string    // "sales", "marketing", "operations"
	Title    string    // "Sales report – October 2026"
	Subject  string    // document property: what it is about
	Company  string    // printed in the footer
	Currency string    // ISO 4217 code
	Language string    // BCP 47 tag of the sentences, for instance "en-GB"
	FileName string    // proposed name, see FileName
	Tongue   Tongue    // of the words the renderer adds
	AsOf     time.Time // the day the figures stand for; every date inside the file derives from it
	Stamp    Stamp     // line 4 of every page
	Overview *Overview // may be nil: then the first page opens the workbook
	Pages    []Page    // in reading order; empty pages are left out by who builds them
}

// Page is one worksheet as renderers see it. List and Board implement it.
type Page interface {
	// Sheet returns the page without its row type.
	Sheet() Sheet
}

// Sheet is a page stripped of its row type: a head, and either one list or bands of blocks.
type Sheet struct {
	Head
	List      *Grid  // set for list pages
	Bands     []Band // set for boards
	Reference bool   // a board that prints on as many sheets as it takes
}

// Head is the top of a page: what it is called, the question it answers and the answer.
type Head struct {
	Tab      string // name of the tab, at most 31 characters
	Title    string // line 1
	Question string // line 2, ends in "?"
	Finding  string // line 3: one computed sentence with numbers
	Note     string // optional remark shown below the content
	Last     bool   // stands after the sheet of chart data, as the method page does
}
