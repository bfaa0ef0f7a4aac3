package exceltest

import (
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// FindOffice looks for LibreOffice. The error says what is missing.
func FindOffice() (string, error) {
	for _, name := range []string{"soffice", "libreoffice", "localc"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("LibreOffice is not installed (Debian: libreoffice-calc-nogui): no workbook is opened and printed with it")
}

// Convert has LibreOffice write workbooks in another form ("fods", "pdf") into a folder.
func Convert(office, form, dir string, files ...string) error {
	args := append([]string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", form, "--outdir", dir}, files...)
	if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("convert %q to %s: %w\n%s", files, form, err, out)
	}
	for _, file := range files {
		base := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
		if _, err := os.Stat(filepath.Join(dir, base+"."+form)); err != nil {
			return fmt.Errorf("convert %s to %s: %w", file, form, err)
		}
	}
	return nil
}

// flatCell is a cell of a flat OpenDocument spreadsheet.
type flatCell struct {
	Repeated int    `xml:"number-columns-repeated,attr"`
	Type     string `xml:"value-type,attr"`
	Value    string `xml:"value,attr"`
	Day      string `xml:"date-value,attr"`
	Lines    []struct {
		Inner string `xml:",innerxml"`
	} `xml:"p"`
}

// FlatSpreadsheet reads what Convert wrote in the form "fods".
func FlatSpreadsheet(path string) ([]ReadCell, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var cells []ReadCell
	sheet, row, height := "", 0, 0
	for dec := xml.NewDecoder(f); ; {
		tok, err := dec.Token()
		if err == io.EOF {
			return cells, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		start, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "table":
			sheet, row, height = attr(start, "name"), 0, 1
		case "table-row":
			var line struct {
				Cells []flatCell `xml:",any"`
			}
			row += height
			if height, _ = strconv.Atoi(attr(start, "number-rows-repeated")); height == 0 {
				height = 1
			}
			if err := dec.DecodeElement(&line, &start); err != nil {
				return nil, fmt.Errorf("read %s: %w", path, err)
			}
			if cells, err = appendRow(cells, sheet, row, line.Cells); err != nil {
				return nil, fmt.Errorf("read %s, %s, row %d: %w", path, sheet, row, err)
			}
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func appendRow(out []ReadCell, sheet string, row int, line []flatCell) ([]ReadCell, error) {
	col := 1
	for _, c := range line {
		for range max(c.Repeated, 1) {
			if c.Type == "" {
				col += max(c.Repeated, 1)
				break
			}
			r := ReadCell{Sheet: sheet, Ref: Ref(col, row)}
			if err := r.take(c); err != nil {
				return nil, err
			}
			out = append(out, r)
			col++
		}
	}
	return out, nil
}

func (r *ReadCell) take(c flatCell) (err error) {
	switch c.Type {
	case "string":
		r.Kind = Text
		var lines []string
		for _, p := range c.Lines {
			lines = append(lines, words(p.Inner))
		}
		r.Text = strings.Join(lines, "\n")
	case "date":
		r.Kind = Date
		r.Number, err = serial(c.Day)
	case "float", "percentage", "currency":
		r.Kind = Number
		r.Number, err = strconv.ParseFloat(c.Value, 64)
	default:
		r.Kind = Kind(c.Type)
	}
	return err
}

// words are the text of a paragraph without its marks; runs of spaces are marks of their own.
func words(inner string) string {
	var out strings.Builder
	dec := xml.NewDecoder(strings.NewReader(inner))
	dec.Strict = false
	for {
		tok, err := dec.Token()
		if err != nil {
			return out.String()
		}
		switch x := tok.(type) {
		case xml.CharData:
			out.Write(x)
		case xml.StartElement:
			if n := x.Name.Local; n == "s" || n == "tab" || n == "line-break" {
				out.WriteByte(' ')
			}
		}
	}
}

// serial is a day as spreadsheets count: from 30 December 1899.
func serial(day string) (float64, error) {
	layout := "2006-01-02"
	if strings.Contains(day, "T") {
		layout = "2006-01-02T15:04:05.999999999"
	}
	at, err := time.Parse(layout, day)
	return at.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24, err
}
