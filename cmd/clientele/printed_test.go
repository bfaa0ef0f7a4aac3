package main

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// printed is what a manager takes into a meeting: titles that stand on the one sheet of paper of their page.
var printed = map[string][]string{
	"Profitability":  {"Five equal groups of buying customers, by net profit", "What sets profitable customers apart"},
	"Segments":       {"Behaviour segments (recency and frequency of orders)", "Growth by business type", "Loyalty ladder"},
	"Attrition":      {"Why they left", "Attrition by business type", "Attrition by source", "Who stays: share of each quarter's new customers still active", "Signs of leaving: who left more often than the average, and who less"},
	"Lifetime value": {"By business type", "So far × ahead", "How far to trust the forecast"},
	"Products":       {"By number of categories a customer buys", "Categories", "Households by size"},
	"Satisfaction":   {"Channel × product, mean answer 1–5", "Risk by last answer", "What complaints are about"},
	"Needs":          {"What matters most to you?", "Why do you buy from us?", "Asked for, not in our range"},
	"Initiatives":    {"Register of initiatives, best first"},
}

// printsOnOneSheet holds every page of a workbook to one sheet of A4 across, and says what must be on it. Lists, the numbers
// of charts and the page of methods go on.
func printsOnOneSheet(t *testing.T, path string) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, tab := range f.GetSheetList() {
		l, err := f.GetPageLayout(tab)
		if err != nil {
			t.Fatal(err)
		}
		if *l.Size != 9 || *l.Orientation != "landscape" || *l.FitToWidth != 1 {
			t.Errorf("%s, %s: not A4 landscape, one sheet wide", filepath.Base(path), tab)
		}
		panes, err := f.GetPanes(tab)
		if err != nil {
			t.Fatal(err)
		}
		if panes.Freeze || tab == "Chart data" || tab == "Method & data" {
			continue
		}
		if *l.FitToHeight != 1 {
			t.Errorf("%s, %s: a page of several sheets", filepath.Base(path), tab)
		}
		onPaper(t, f, tab)
	}
}

// onPaper looks for the titles of a page within what prints.
func onPaper(t *testing.T, f *excelize.File, tab string) {
	t.Helper()
	last := 0
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Area" && n.Scope == tab {
			last, _ = strconv.Atoi(n.RefersTo[strings.LastIndex(n.RefersTo, "$")+1:])
		}
	}
	rows, err := f.GetRows(tab)
	if err != nil {
		t.Fatal(err)
	}
	for _, title := range printed[tab] {
		at := slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, title) })
		if at < 0 || at+1 > last {
			t.Errorf("%s: %q stands in row %d, the page prints up to %d", tab, title, at+1, last)
		}
	}
}
