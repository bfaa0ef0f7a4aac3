// Package pages says what stands in each workbook: rows, columns, charts, and the
// sentence to read first. One file holds one page.
//
// It is pure: figures are transform/metrics', meaning is reports', and how a page
// looks is reports/excel's. A page without data is left out and named on the page
// "Method & data"; nothing is shown that no input supports.
package pages
