package main

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"clientele/jobs"
	"clientele/reports/excel"
	"clientele/reports/pages"
	"clientele/transform"
)

// An answers is what a list of answers says.
type answers struct {
	words  []jobs.Word
	unsure int // rows without an answer, or with "unsure"
}

// readAnswers reads a list of answers, .csv or .xlsx. All that is wrong with it is one
// error, a line each with the cell.
func readAnswers(path string, by speaker, forms []answerForm) (answers, error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return answers{}, usageError{fmt.Errorf("read the answers: %w", err)}
	}
	var rows []excel.Answer
	var form answerForm
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx":
		rows, form, err = bookList(file, forms)
	case ".csv":
		rows, form, err = csvList(file, forms)
	default:
		err = errors.New("name a file that ends in .csv or .xlsx")
	}
	if err != nil {
		return answers{}, usageError{fmt.Errorf("%s: %w", path, err)}
	}
	return answersOf(rows, filepath.Base(path), by, form)
}

// bookList finds the list in a workbook, by the first form that a sheet of it has.
func bookList(file []byte, forms []answerForm) ([]excel.Answer, answerForm, error) {
	var first error
	for _, f := range forms {
		rows, err := excel.FindList(file, f.heads()...)
		if err == nil {
			return rows, f, nil
		}
		first = cmp.Or(first, err)
	}
	return nil, answerForm{}, first
}

// csvList reads text with a line of heads, separated by comma, semicolon or tab.
func csvList(file []byte, forms []answerForm) ([]excel.Answer, answerForm, error) {
	file = bytes.TrimPrefix(file, []byte("\ufeff"))
	if !utf8.Valid(file) {
		return nil, answerForm{}, errors.New("it is not UTF-8: save it as \"CSV UTF-8\", or as .xlsx")
	}
	head, _, _ := bytes.Cut(file, []byte("\n"))
	for _, form := range forms {
		for _, comma := range ",;\t" {
			r := csv.NewReader(bytes.NewReader(head))
			r.Comma, r.LazyQuotes = comma, true
			if row, err := r.Read(); err == nil && excel.Headed(row, form.heads()...) {
				rows, err := csvRows(file, comma)
				return rows, form, err
			}
		}
	}
	return nil, answerForm{}, fmt.Errorf("its first line must name the columns %s (and may name %s)", strings.Join(forms[0].heads(), ", "), forms[0].note)
}

func csvRows(file []byte, comma rune) ([]excel.Answer, error) {
	r := csv.NewReader(bytes.NewReader(file))
	r.Comma, r.FieldsPerRecord = comma, -1
	var heads []string
	var out []excel.Answer
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("not a table: %w", err)
	}
	for n, row := range rows {
		if n == 0 {
			heads = row
			continue
		}
		a := excel.Answer{Row: n + 1, Fields: map[string]string{}}
		for i, v := range row {
			if v = strings.TrimSpace(v); i < len(heads) && v != "" {
				a.Fields[strings.ToLower(strings.TrimSpace(heads[i]))] = v
			}
		}
		if len(a.Fields) > 0 {
			out = append(out, a)
		}
	}
	return out, nil
}

func answersOf(rows []excel.Answer, name string, by speaker, form answerForm) (answers, error) {
	var out answers
	var problems []string
	for _, row := range rows {
		at := func(head string) string {
			if cell := row.Cell(head); cell != "" {
				return fmt.Sprintf("cell %s of sheet %q of %s, column %s", cell, row.Tab, name, head)
			}
			return fmt.Sprintf("row %d of %s, column %s", row.Row, name, head)
		}
		kind, is := form.kinds[strings.ToLower(row.Fields[form.decision])]
		if !is {
			problems = append(problems, fmt.Sprintf("%s: %q is not one of %s, %s, %s", at(form.decision), row.Fields[form.decision], pages.AnswerSame, pages.AnswerDifferent, pages.AnswerUnsure))
			continue
		}
		if kind == "" {
			out.unsure++
			continue
		}
		w := jobs.Word{Where: fmt.Sprintf("row %d of %s", row.Row, name), Decision: transform.Decision{Kind: kind, Who: by.who, Why: cmp.Or(oneLine(row.Fields[form.note]), by.why, "looked through "+name)}}
		var err error
		if w.A, err = recordNamed(row.Fields[form.a]); err != nil {
			problems = append(problems, at(form.a)+": "+err.Error())
		}
		if w.B, err = recordNamed(row.Fields[form.b]); err != nil {
			problems = append(problems, at(form.b)+": "+err.Error())
		}
		out.words = append(out.words, w)
	}
	if len(problems) > 0 {
		return out, usageError{fmt.Errorf("%w:\n  %s", jobs.ErrRefused, strings.Join(problems, "\n  "))}
	}
	return out, nil
}
