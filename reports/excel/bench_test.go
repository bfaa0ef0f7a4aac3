package excel

import (
	"testing"

	"clientele/reports"
)

// BenchmarkCustomerFile writes the largest list there is: 20,000 customers with 28 columns.
func BenchmarkCustomerFile(b *testing.B) {
	page := listPage(20_000)
	page.Columns = page.Columns[:11]
	for len(page.Columns) < 28 {
		c := page.Columns[4+len(page.Columns)%6]
		page.Columns = append(page.Columns, c)
	}
	wb := sample(10)
	wb.Pages = []reports.Page{page}
	size := 0
	for b.Loop() {
		data, err := Bytes(wb)
		if err != nil {
			b.Fatal(err)
		}
		size = len(data)
	}
	b.ReportMetric(float64(size)/1e6, "MB/file")
}
