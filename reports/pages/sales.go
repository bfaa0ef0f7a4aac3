package pages

import "clientele/reports"

// Sales describes the workbook of the sales managers.
func Sales(in Input) reports.Workbook {
	return reports.Workbook{}
}
