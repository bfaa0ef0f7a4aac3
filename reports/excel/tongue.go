package excel

import (
	"strings"

	"clientele/reports"
)

// toldHead is the top of the sheet of chart data in the language of the workbook. Its tab is named there as well.
func toldHead(t reports.Tongue) reports.Head {
	h := dataHead
	h.Tab, h.Title, h.Question, h.Finding = t.Say(h.Tab), t.Say(h.Title), t.Say(h.Question), t.Say(h.Finding)
	return h
}

// localFormat writes a number format with the words, the order of dates and the place of the currency's sign that a
// company is used to. Which marks stand between digits is the application's business: it follows its reader's settings.
func localFormat(format, currency string, t reports.Tongue) string {
	if format == "" || t.Words == nil {
		return format
	}
	if t.Date != "" {
		format = strings.Replace(format, "d mmm yyyy", t.Date, 1)
	}
	sections := strings.Split(format, ";")
	for i := range sections {
		if t.SignAfter {
			sections[i] = signAfter(sections[i], quoted(reports.Symbol(currency)+reports.NBSP), quoted(reports.NBSP+reports.Symbol(currency)))
		}
		for _, w := range []struct{ before, word, after string }{{reports.NBSP, "M", ""}, {reports.NBSP, "k", ""}, {" ", "pp", ""}, {" ", "rows", ""}, {"", "Filtered:", " "}} {
			sections[i] = strings.ReplaceAll(sections[i], quoted(w.before+w.word+w.after), quoted(w.before+t.Say(w.word)+w.after))
		}
	}
	return strings.Join(sections, ";")
}

// signAfter moves the sign of a currency behind the digits of a section and what scales them.
func signAfter(section, before, after string) string {
	head, rest, found := strings.Cut(section, before)
	if !found {
		return section
	}
	digits := len(rest) - len(strings.TrimLeft(rest, "#,0."))
	for _, scale := range []string{quoted(reports.NBSP + "M"), quoted(reports.NBSP + "k")} {
		if strings.HasPrefix(rest[digits:], scale) {
			digits += len(scale)
		}
	}
	return head + rest[:digits] + after + rest[digits:]
}
