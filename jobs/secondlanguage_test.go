package jobs

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"clientele/reports/excel/exceltest"
	"clientele/reports/locale"
	"clientele/reports/pages"
	"clientele/transform"
)

// madeUpLanguage translates every text there is into itself with letters of Greek.
func madeUpLanguage(t *testing.T) *locale.Locale {
	t.Helper()
	pot, err := os.ReadFile("../reports/locale/texts/messages.pot")
	if err != nil {
		t.Fatal(err)
	}
	part := regexp.MustCompile(`\{\d+\}|\\.|[a-z]`)
	said := func(quoted string) string {
		return part.ReplaceAllStringFunc(quoted, func(s string) string {
			if len(s) > 1 {
				return s
			}
			return string('α' + rune(s[0]-'a')%24)
		})
	}
	var out strings.Builder
	id, many := "", ""
	for line := range strings.Lines(string(pot)) {
		if text, found := strings.CutPrefix(line, "msgid_plural "); found {
			many = said(text)
		} else if text, found := strings.CutPrefix(line, "msgid "); found {
			id = said(text)
		}
		switch quote := strconv.Quote("") + "\n"; {
		case line == "msgstr[0] "+quote:
			line = "msgstr[0] " + id
		case line == "msgstr[1] "+quote:
			line = "msgstr[1] " + many
		case line == "msgstr "+quote && id != quote:
			line = "msgstr " + id
		}
		out.WriteString(line)
	}
	l, err := locale.Parse("nl", out.String(), locale.Options{Numbers: "comma", Dates: "dots", Money: "after"})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// small finds words of English.
var small = regexp.MustCompile(`[a-z]{3}`)

// TestASecondLanguageIsDrawn draws workbooks and letters in a made-up language and opens
// them: the files are sound, and what they say is in it.
func TestASecondLanguageIsDrawn(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	d.Locale = madeUpLanguage(t)
	refreshed(t, d)
	for _, name := range []string{pages.SalesName, pages.MarketingName} {
		i := drawn(t, d, name, transform.Scope{})
		wb, err := exceltest.Open(i.Workbook)
		if err != nil {
			t.Fatal(err)
		}
		for _, sheet := range wb.Sheets {
			if small.MatchString(sheet.Name) {
				t.Errorf("the sheet %q of %s is in English", sheet.Name, name)
			}
		}
		if schemas, err := exceltest.FindSchemas(); err == nil {
			if faults, err := schemas.Faults(i.Workbook); err != nil || len(faults) > 0 {
				t.Errorf("%s: %q, %v", name, faults, err)
			}
		}
		text, html := bodiesRead(t, i.Letter)
		for what, body := range map[string]string{"text": text, "HTML": html} {
			if !strings.Contains(body, "τθεςε ισ ξοξε το γονπαςε χιτθ") {
				t.Errorf("the %s of %s is not in it: %.800s", what, name, body)
			}
			if strings.Contains(body, "You get this") || strings.Contains(body, "Since the last report") {
				t.Errorf("the %s of %s is in English: %.800s", what, name, body)
			}
		}
	}
}
