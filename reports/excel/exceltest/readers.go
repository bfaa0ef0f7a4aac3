package exceltest

import (
	"bytes"
	_ "embed" // the script of the reader
	"encoding/json"
	"fmt"
	"math"
	"os/exec"
	"strconv"
	"strings"
)

// ReadCell is a cell as a program reads it that has no line in common with ours.
type ReadCell struct {
	Sheet, Ref string
	Kind       Kind
	Text       string
	Number     float64
}

//go:embed readers/openpyxl_cells.py
var openpyxlCells string

// FindOpenpyxl looks for a Python that has openpyxl. The error says what is missing.
func FindOpenpyxl() (string, error) {
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(python, "-c", "import openpyxl").Run() == nil {
			return python, nil
		}
	}
	return "", fmt.Errorf("no python3 has openpyxl (Debian: python3-openpyxl): no workbook is read with it")
}

// Openpyxl reads a workbook with openpyxl.
func Openpyxl(python, path string) ([]ReadCell, error) {
	cmd := exec.Command(python, "-c", openpyxlCells, path)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	cmd.Env = append(cmd.Environ(), "PYTHONIOENCODING=utf-8", "PYTHONDONTWRITEBYTECODE=1")
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("read %s with openpyxl: %w\n%s", path, err, errs.String())
	}
	var cells []ReadCell
	for line := range strings.Lines(out.String()) {
		var f [4]string
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			return nil, fmt.Errorf("read %s with openpyxl: %w: %s", path, err, line)
		}
		c := ReadCell{Sheet: f[0], Ref: f[1], Kind: Kind(f[2]), Text: f[3]}
		if c.Kind != Text {
			x, err := strconv.ParseFloat(f[3], 64)
			if err != nil {
				return nil, fmt.Errorf("%s!%s: %w", c.Sheet, c.Ref, err)
			}
			c.Number, c.Text = x, ""
		}
		cells = append(cells, c)
	}
	return cells, nil
}

// Differences compares what a program read with what lies in the file: every cell of the one has to be in the other,
// with its type and its value.
func (b *Book) Differences(read []ReadCell) []string {
	var f faults
	found := 0
	sheets := map[string]*Sheet{}
	for _, s := range b.Sheets {
		sheets[s.Name] = s
	}
	for _, r := range read {
		s := sheets[r.Sheet]
		if s == nil {
			f.say("there is no sheet %q", r.Sheet)
			return f
		}
		c := s.At[r.Ref]
		if c == nil || c.Kind == Text && c.Text == "" {
			f.say("%s!%s is read as %s %q %g, and empty", r.Sheet, r.Ref, r.Kind, r.Text, r.Number)
			continue
		}
		found++
		if c.Kind != r.Kind || c.Kind == Text && !alike(c.Text, r.Text) || c.Kind != Text && math.Abs(c.Number-r.Number) > c.precision() {
			f.say("%s!%s holds %s %q, and is read as %s %q %g", r.Sheet, r.Ref, c.Kind, c, r.Kind, r.Text, r.Number)
		}
	}
	held := 0
	for _, s := range b.Sheets {
		for i := range s.Cells {
			if s.Cells[i].Kind != Text || s.Cells[i].Text != "" {
				held++
			}
		}
	}
	if held != found || held == 0 {
		f.say("%d cells hold something, %d were read", held, found)
	}
	return f
}

// precision is how closely readers keep a number: fifteen digits, moments to the second.
func (c *Cell) precision() float64 {
	if c.Kind == Date {
		return 1.0 / 86_400
	}
	return 1e-12 * math.Abs(c.Number)
}

// alike compares texts but for what readers join: spaces and ends of lines.
func alike(a, b string) bool {
	return strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}
