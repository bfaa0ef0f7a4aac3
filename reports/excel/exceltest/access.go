package exceltest

import (
	"regexp"
	"strings"
)

// The accessibility checker of the application cannot run here, so these are the rules it is documented to hold
// (Microsoft, "Rules for the Accessibility Checker", and the edition of 2016, which had more of them).
//
// Errors, as far as workbooks are concerned:
//
//   - all that is no text has an alternative text, and none names a picture file: f.objects;
//   - tables say which row holds their heads: f.headed;
//   - negative numbers are not told by red alone: f.signed;
//   - nothing keeps programs that read aloud from the content: f.open.
//
// Warnings:
//
//   - tables are simple: no merged cells (f.sheet), none split or inside another (f.headed);
//   - sheets have names that say something, and none is blank: f.called;
//   - text stands out from its ground by 4.5 to 1: f.cells, f.legible where conditions colour either, f.chart and
//     f.insideBars in charts;
//   - links say where they lead: f.worded (2016);
//   - no table has blank rows for looks: f.headed (2016).
//
// Held though the checker does not ask: objects are met in the order they are seen (f.objects), the file has a title
// (f.file) and one language (f.spoken), nothing is hidden (f.sheet), nor by its format (f.signed).
//
// Its other rules are of things no workbook of ours has, and f.objects, f.open and f.file find one that has: titles of
// slides, names of sections, titles of form fields, headings of documents, objects in line with text, watermarks,
// captions of films, alternative texts that a machine made up. Small lines are no objects: they
// have no alternative text to fill in, and their numbers stand in cells that nothing hides.
func (f *faults) access(b *Book) {
	f.open(b)
	f.signed(b)
	f.spoken(b)
	for _, s := range b.Sheets {
		f.called(s)
		f.objects(b, s)
		f.headed(b, s)
		f.worded(b, s)
		f.legible(b, s)
	}
}

// open holds a file to letting every program read it.
func (f *faults) open(b *Book) {
	for _, z := range b.Files {
		text := string(b.Parts[z.Name])
		for _, lock := range []string{"<workbookProtection", "<sheetProtection", "<fileSharing", "<legacyDrawing", "<picture ", "<oleObjects", "<controls"} {
			if strings.HasSuffix(z.Name, ".xml") && strings.Contains(text, lock) {
				f.say("%s holds %s>, which not everybody can read", z.Name, strings.TrimSpace(lock))
			}
		}
		if strings.HasSuffix(z.Name, ".vml") || strings.Contains(z.Name, "/media/") || strings.Contains(z.Name, "omments") {
			f.say("%s is seen and not heard", z.Name)
		}
	}
}

// condition is what a section of a number format applies to, and no sign that is seen.
var condition = regexp.MustCompile(`\[[^\]]*\]`)

// signed holds number formats to telling without colour what is negative, and to showing what there is.
func (f *faults) signed(b *Book) {
	for _, l := range b.Styles.Looks {
		if l.Format == "" {
			continue
		}
		if lower := strings.ToLower(l.Format); strings.Contains(lower, "[red]") || strings.Contains(lower, "[color") {
			f.say("the number format %s colours numbers: conditions do, beside a sign", l.Format)
		}
		sections := strings.Split(condition.ReplaceAllString(l.Format, ""), ";")
		if len(sections) > 1 && !strings.ContainsAny(sections[1], "−-▼(") {
			f.say("the number format %s shows negative numbers without a sign", l.Format)
		}
		if strings.Trim(l.Format, `; "`) == "" {
			f.say("the number format %q hides what there is", l.Format)
		}
	}
}

var language = regexp.MustCompile(`<c:lang val="([^"]*)"|\blang="([^"]*)"`)

// spoken holds a file to one language, which a program that reads aloud takes the voice from.
func (f *faults) spoken(b *Book) {
	_, told, _ := strings.Cut(string(b.Parts["docProps/core.xml"]), "<dc:language>")
	told, _, _ = strings.Cut(told, "<")
	for _, z := range b.Files {
		if !strings.HasPrefix(z.Name, "xl/charts/") {
			continue
		}
		for _, m := range language.FindAllStringSubmatch(string(b.Parts[z.Name]), -1) {
			if other := m[1] + m[2]; other != told {
				f.say("%s speaks %q in a file in %q", z.Name, other, told)
				break
			}
		}
	}
}

// standard are names that applications give to sheets and tables, in the languages of most readers.
var standard = regexp.MustCompile(`(?i)^(sheet|table|tabelle|tableau|feuil|feuille|hoja|tabla|foglio|tabella|planilha|tabela|blad|ark|taulukko|arkusz|list|лист)[ _]?[0-9]*$`)

// called holds a sheet to a name that says something, and to having content below its head.
func (f *faults) called(s *Sheet) {
	if standard.MatchString(s.Name) {
		f.say("%s is a name that says nothing", s.Name)
	}
	for i := range s.Cells {
		if m := reference.FindStringSubmatch("x!" + s.Cells[i].Ref); m != nil && number(m[4]) > 5 {
			return
		}
	}
	f.say("%s is blank below its head", s.Name)
}

// headed holds tables to a row of heads that is marked, to lying beside each other, and to rows and columns that hold
// something. A column of small lines is empty on purpose, and so is one of what was not measured of anybody.
func (f *faults) headed(b *Book, s *Sheet) {
	var taken [][4]int
	for _, t := range b.tablesOf(s) {
		m := reference.FindStringSubmatch("x!" + t.Ref)
		if m == nil || m[5] == "" {
			continue // f.table says so
		}
		at := [4]int{colNumber(m[3]), number(m[4]), colNumber(m[5]), number(m[6])}
		if t.Heads == "0" {
			f.say("%s: table %s does not mark its heads", s.Name, t.Name)
		}
		if standard.MatchString(t.Name) {
			f.say("%s: table %s has a name that says nothing", s.Name, t.Name)
		}
		for _, o := range taken {
			if at[0] <= o[2] && o[0] <= at[2] && at[1] <= o[3] && o[1] <= at[3] {
				f.say("%s: table %s lies in another", s.Name, t.Name)
			}
		}
		taken = append(taken, at)
		for row := at[1] + 1; row <= at[3] && at[3] > at[1]+1; row++ { // a table without rows has one that is blank
			if s.blank(at[0], row, at[2], row) {
				f.say("%s: table %s has a blank row %d", s.Name, t.Name, row)
			}
		}
	}
}

func (s *Sheet) blank(c1, r1, c2, r2 int) bool {
	for row := r1; row <= r2; row++ {
		for col := c1; col <= c2; col++ {
			if s.At[Ref(col, row)] != nil {
				return false
			}
		}
	}
	return true
}

var letters = regexp.MustCompile(`\pL{2,}|\p{Han}`)

// worded holds links to words that say where they lead: inside, the name of the sheet, which an arrow may go with.
func (f *faults) worded(b *Book, s *Sheet) {
	for _, l := range s.Layout.Links {
		c := s.At[l.Ref]
		if c == nil {
			continue // f.links says so
		}
		to := b.sheetOf(l.Location)
		switch text := strings.TrimSpace(c.Text); {
		case !letters.MatchString(text) || strings.Contains(text, "://"):
			f.say("%s!%s: the link %q says nothing", s.Name, l.Ref, text)
		case to != nil && !strings.Contains(text, to.Name):
			f.say("%s!%s: the link %q leads to %s and does not say so", s.Name, l.Ref, text, to.Name)
		}
	}
}
