// Package excel draws workbooks from their descriptions and is the only room that knows the spreadsheet library.
//
// It decides looks: fonts, colours, number formats, widths, where blocks stand and how a sheet prints. What a
// number means and which sentence stands above it is left to who describes the page. The same description
// gives the same bytes: there is no clock, no random number and no map order in a file.
package excel

import (
	"bytes"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"clientele/reports"
)

// Write draws the workbook into w.
func Write(w io.Writer, wb reports.Workbook) error {
	b, err := newBook(wb)
	if err != nil {
		return err
	}
	defer b.f.Close()
	b.draw()
	if b.err != nil {
		return fmt.Errorf("draw workbook %s: %w", wb.Name, b.err)
	}
	data, err := b.pack()
	if err != nil {
		return fmt.Errorf("pack workbook %s: %w", wb.Name, err)
	}
	_, err = w.Write(data)
	return err
}

// Bytes draws the workbook into memory.
func Bytes(wb reports.Workbook) ([]byte, error) {
	var buf bytes.Buffer
	if err := Write(&buf, wb); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// Protect returns the file locked with a password to open it. The salt is random, so compare files before it.
func Protect(file []byte, password string) ([]byte, error) {
	if password == "" {
		return nil, fmt.Errorf("protect workbook: the password is empty; give one or send the file unprotected")
	}
	out, err := excelize.Encrypt(file, &excelize.Options{Password: password})
	if err != nil {
		return nil, fmt.Errorf("protect workbook: %w", err)
	}
	return out, nil
}
