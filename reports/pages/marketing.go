package pages

import "clientele/reports"

// Marketing describes the workbook of the marketing managers.
func Marketing(in Input) reports.Workbook {
	return reports.Workbook{}
}
