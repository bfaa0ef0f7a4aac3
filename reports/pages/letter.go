package pages

import "clientele/reports"

// Letter describes the mail that carries a workbook, all but who writes it to whom
// and when, the drawing of the chart and the file.
func Letter(in Input, wb reports.Workbook) reports.Letter {
	return reports.Letter{}
}

// KeyFigures returns what the next period's letter compares with: to be kept when
// the workbook was accepted, and handed in as Input.Previous.
func KeyFigures(in Input, wb reports.Workbook) map[string]string {
	return map[string]string{}
}
