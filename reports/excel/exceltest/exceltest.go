// Package exceltest reads finished workbooks without the library that wrote them, and holds them to the rules every
// workbook of ours keeps. It serves tests; no part of the program imports it.
//
// It knows what a file must be like whatever stands in it: whole, typed, legible, the same in every reader. Whether
// the figures are right is left to the tests of those who compute and describe them.
package exceltest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"
)

// Book is a workbook as it lies in its file.
type Book struct {
	Size   int
	Files  []*zip.File
	Parts  map[string][]byte
	Sheets []*Sheet
	Names  []Name
	Styles *Styles
}

// Name is a defined name.
type Name struct {
	Name    string `xml:"name,attr"`
	Sheet   *int   `xml:"localSheetId,attr"`
	Refers  string `xml:",chardata"`
	Comment string `xml:"comment,attr"`
}

// Open reads a workbook.
func Open(data []byte) (*Book, error) {
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("open workbook: %w", err)
	}
	b := &Book{Size: len(data), Files: zr.File, Parts: map[string][]byte{}}
	for _, f := range zr.File {
		if b.Parts[f.Name], err = contents(f); err != nil {
			return nil, fmt.Errorf("read part %s: %w", f.Name, err)
		}
	}
	if b.Styles, err = styles(b.Parts["xl/styles.xml"]); err != nil {
		return nil, fmt.Errorf("read styles: %w", err)
	}
	return b, b.readSheets()
}

func contents(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

func (b *Book) readSheets() error {
	var wb struct {
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
		Names []Name `xml:"definedNames>definedName"`
	}
	if err := xml.Unmarshal(b.Parts["xl/workbook.xml"], &wb); err != nil {
		return fmt.Errorf("read xl/workbook.xml: %w", err)
	}
	b.Names = wb.Names
	texts, err := sharedStrings(b.Parts["xl/sharedStrings.xml"])
	if err != nil {
		return fmt.Errorf("read shared strings: %w", err)
	}
	rels, err := b.relations("xl/workbook.xml")
	if err != nil {
		return err
	}
	for _, s := range wb.Sheets {
		sheet := &Sheet{Name: s.Name, State: s.State, Part: rels[s.ID]}
		if err := sheet.read(b.Parts[sheet.Part], texts, b.Styles); err != nil {
			return fmt.Errorf("read sheet %s: %w", s.Name, err)
		}
		b.Sheets = append(b.Sheets, sheet)
	}
	return nil
}

// relations maps the ids of a part's relations to the parts they lead to, or to addresses outside.
func (b *Book) relations(part string) (map[string]string, error) {
	name := path.Dir(part) + "/_rels/" + path.Base(part) + ".rels"
	if b.Parts[name] == nil {
		return nil, nil
	}
	var rels struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	if err := xml.Unmarshal(b.Parts[name], &rels); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	out := map[string]string{}
	for _, r := range rels.All {
		switch {
		case r.Mode == "External":
			out[r.ID] = r.Target
		case strings.HasPrefix(r.Target, "/"):
			out[r.ID] = r.Target[1:]
		default:
			out[r.ID] = path.Join(path.Dir(part), r.Target)
		}
	}
	return out, nil
}

// sharedStrings are the texts of all cells, runs of one text joined.
func sharedStrings(part []byte) ([]string, error) {
	if part == nil {
		return nil, nil
	}
	var sst struct {
		Items []struct {
			Text string   `xml:"t"`
			Runs []string `xml:"r>t"`
		} `xml:"si"`
	}
	if err := xml.Unmarshal(part, &sst); err != nil {
		return nil, err
	}
	out := make([]string, len(sst.Items))
	for i, s := range sst.Items {
		out[i] = s.Text + strings.Join(s.Runs, "")
	}
	return out, nil
}
