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
	"clientele/transform"
)

// answerHeads are the columns a file of verdicts has; "why" may be among them too.
var answerHeads = []string{"first", "second", "verdict"}

// An answers is what a file of verdicts says.
type answers struct {
	words  []jobs.Word
	unsure int // rows without a verdict, or with "unsure"
}

// readAnswers reads a file of verdicts, .csv or .xlsx. All that is wrong with it is one
// error, a line each with row and column.
func readAnswers(path string, by speaker) (answers, error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return answers{}, usageError{fmt.Errorf("read the answers: %w", err)}
	}
	var rows []excel.Answer
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx":
		rows, err = excel.FindList(file, answerHeads...)
	case ".csv":
		rows, err = csvList(file)
	default:
		err = errors.New("name a file that ends in .csv or .xlsx")
	}
	if err != nil {
		return answers{}, usageError{fmt.Errorf("%s: %w", path, err)}
	}
	return answersOf(rows, filepath.Base(path), by)
}

// csvList reads text with a line of heads, separated by comma, semicolon or tab.
func csvList(file []byte) ([]excel.Answer, error) {
	file = bytes.TrimPrefix(file, []byte("\ufeff"))
	if !utf8.Valid(file) {
		return nil, errors.New("it is not UTF-8: save it as \"CSV UTF-8\", or as .xlsx")
	}
	head, _, _ := bytes.Cut(file, []byte("\n"))
	for _, comma := range ",;\t" {
		r := csv.NewReader(bytes.NewReader(head))
		r.Comma, r.LazyQuotes = comma, true
		if row, err := r.Read(); err == nil && excel.Headed(row, answerHeads...) {
			return csvRows(file, comma)
		}
	}
	return nil, fmt.Errorf("its first line must name the columns %s (and may name why)", strings.Join(answerHeads, ", "))
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

// kindOf lists the verdicts; those that decide nothing have no kind.
var kindOf = map[string]string{"same": transform.MustLink, "different": transform.CannotLink, "unsure": "", "": ""}

func answersOf(rows []excel.Answer, name string, by speaker) (answers, error) {
	var out answers
	var problems []string
	for _, row := range rows {
		at := fmt.Sprintf("row %d of %s", row.Row, name)
		kind, is := kindOf[strings.ToLower(row.Fields["verdict"])]
		if !is {
			problems = append(problems, fmt.Sprintf("%s, column verdict: %q is not one of same, different, unsure", at, row.Fields["verdict"]))
			continue
		}
		if kind == "" {
			out.unsure++
			continue
		}
		w := jobs.Word{Where: at, Decision: transform.Decision{Kind: kind, Who: by.who, Why: cmp.Or(oneLine(row.Fields["why"]), by.why, "looked through "+name)}}
		var err error
		if w.A, err = recordNamed(row.Fields["first"]); err != nil {
			problems = append(problems, at+", column first: "+err.Error())
		}
		if w.B, err = recordNamed(row.Fields["second"]); err != nil {
			problems = append(problems, at+", column second: "+err.Error())
		}
		out.words = append(out.words, w)
	}
	if len(problems) > 0 {
		return out, usageError{fmt.Errorf("%w:\n  %s", jobs.ErrRefused, strings.Join(problems, "\n  "))}
	}
	return out, nil
}
