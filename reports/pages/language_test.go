package pages

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"clientele/reports"
	"clientele/reports/locale"
	"clientele/transform"
)

// texts is the file of everything reports can say.
func texts(t *testing.T) string {
	t.Helper()
	pot, err := os.ReadFile("../locale/texts/messages.pot")
	if err != nil {
		t.Fatal(err)
	}
	return string(pot)
}

func spoken(t *testing.T, file string, o locale.Options) *locale.Locale {
	t.Helper()
	l, err := locale.Parse("nl", file, o)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// everySent is what several companies are sent: rising and falling, the company and a scope, the first report and a later one.
func everySent(t *testing.T) (list []reports.Workbook, letters []reports.Letter) {
	t.Helper()
	add := func(in Input) {
		for _, wb := range []reports.Workbook{Sales(in), Marketing(in)} {
			list, letters = append(list, wb), append(letters, Letter(in, wb))
		}
	}
	for _, trend := range []int{5, -5} {
		in := company(t, trend)
		add(in)
		in.Previous = KeyFigures(in, Sales(in))
		in.Previous[keyAtRisk], in.Previous["revenue_at_risk"] = "", "1"
		add(in)
	}
	add(redefined(t))
	set := finished(t, ledger(), histories(5)...)
	add(input(set.Results(transform.Scope{Territory: "North"})))
	return list, letters
}

// data are texts of the companies of these tests that stand in no column of names: answers to their questionnaires,
// subjects of their tickets, and what is said about their records.
var data = []string{"Most important", "email", "Orders of shop: source, and warehouse", "the row has no name, company or e-mail", "of persons agrees at other rates", "of persons αηςεεσ ατ"}

// TestEveryTextHasItsTemplate holds that a language is one file: no sheet and no letter says anything that is not in it.
func TestEveryTextHasItsTemplate(t *testing.T) {
	l := spoken(t, texts(t), locale.Options{})
	list, letters := everySent(t)
	seen := 0
	for i, wb := range list {
		_, s := l.Workbook(wb)
		see := func(where, text string) {
			seen++
			for _, d := range data {
				if strings.Contains(text, d) {
					return
				}
			}
			if _, whole := s.Understand(text); !whole {
				t.Errorf("%s: no template says %q", where, text)
			}
		}
		locale.Texts(wb, see)
		locale.LetterTexts(letters[i], see)
	}
	if seen < 10_000 {
		t.Errorf("only %d texts were looked at", seen)
	}
}

// madeUp is a second language: every small letter a to z of a text is a Greek one.
func madeUp(t *testing.T) string {
	part := regexp.MustCompile(`\{\d+\}`)
	greek := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' {
				return 'α' + (r-'a')%24
			}
			return r
		}, s)
	}
	said := func(quoted string) string {
		s, err := strconv.Unquote(quoted)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		at := 0
		for _, m := range part.FindAllStringIndex(s, -1) {
			b.WriteString(greek(s[at:m[0]]) + s[m[0]:m[1]])
			at = m[1]
		}
		return strconv.Quote(b.String() + greek(s[at:]))
	}
	var b strings.Builder
	id, many := "", ""
	for line := range strings.Lines(texts(t)) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case strings.HasPrefix(line, "msgid_plural "):
			many = said(strings.TrimPrefix(line, "msgid_plural "))
		case strings.HasPrefix(line, "msgid "):
			id = said(strings.TrimPrefix(line, "msgid "))
		case strings.HasPrefix(line, "msgstr[0]"):
			line = "msgstr[0] " + id
		case strings.HasPrefix(line, "msgstr[1]"):
			line = "msgstr[1] " + many
		case line == `msgstr ""` && id != `""`:
			line = "msgstr " + id
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}

// english finds words of English: three small letters in a row.
var english = regexp.MustCompile(`[a-z]{3}`)

// TestASecondLanguageTurnsUpEverywhere draws both reports in a made-up language and looks for English on every sheet and in
// the letter; names stay as they are.
func TestASecondLanguageTurnsUpEverywhere(t *testing.T) {
	l := spoken(t, madeUp(t), locale.Options{Numbers: "comma", Dates: "dots", Money: "after"})
	list, letters := everySent(t)
	for i, wb := range list {
		told, s := l.Workbook(wb)
		names := l.Names(wb)
		look := func(where, text string) {
			for _, w := range regexp.MustCompile(`[a-z_]+\.[a-z_]+|\S+@\S+|\b[0-9a-f]{8}\b`).FindAllString(text, -1) { // fields, addresses, editions
				text = strings.ReplaceAll(text, w, "")
			}
			for _, n := range names {
				text = strings.ReplaceAll(strings.ReplaceAll(text, n, ""), lower(n), "")
			}
			for _, d := range append(data, "Northgate", "shop", "billing", "source, and warehouse", "Oςδεςσ οζ : σουςγε", "Oςδεςσ οζ : source") {
				if strings.Contains(text, d) {
					return
				}
			}
			if english.MatchString(text) {
				t.Errorf("%s of %s still says %q", where, wb.Name, text)
			}
		}
		locale.Texts(told, look)
		locale.LetterTexts(s.Letter(letters[i]), look)
		for k, p := range told.Pages {
			if was, is := wb.Pages[k].Sheet().Head, p.Sheet().Head; was.Title == is.Title || was.Question == is.Question || was.Finding == is.Finding {
				t.Errorf("sheet %s keeps its head: %+v", was.Tab, is)
			}
		}
	}
}

// TestNamesStandAsTheyAreInEveryLanguage holds that no customer is renamed, not even one called as a word of ours.
func TestNamesStandAsTheyAreInEveryLanguage(t *testing.T) {
	in := company(t, 5)
	in.Results.Rows[0].Name, in.Results.Rows[1].Name = "Lost", "Revenue of 12 months is 5 % above last year"
	wb := Sales(in)
	told, _ := spoken(t, madeUp(t), locale.Options{}).Workbook(wb)
	seen := 0
	for i, p := range wb.Pages {
		was, is := p.Sheet(), told.Pages[i].Sheet()
		if was.List == nil {
			continue
		}
		for c, head := range was.List.Columns {
			if head.Text != "Customer" {
				continue
			}
			for n := range was.List.Len {
				seen++
				if a, b := was.List.Row(n)[c].Text, is.List.Row(n)[c].Text; a != b {
					t.Errorf("%s: %q became %q", was.Tab, a, b)
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no customer was looked at")
	}
}

// TestTheSameFiguresInEveryLanguage holds that a language changes no value.
func TestTheSameFiguresInEveryLanguage(t *testing.T) {
	in := company(t, -5)
	wb := Marketing(in)
	told, _ := spoken(t, madeUp(t), locale.Options{Numbers: "comma"}).Workbook(wb)
	for i, p := range wb.Pages {
		was, is := p.Sheet().Grids(), told.Pages[i].Sheet().Grids()
		for g := range was {
			for n := range was[g].Len {
				a, b := was[g].Row(n), is[g].Row(n)
				for c := range a {
					if a[c].Number != b[c].Number || a[c].Amount != b[c].Amount || !a[c].Time.Equal(b[c].Time) || a[c].Known != b[c].Known {
						t.Fatalf("%s: %v became %v", p.Sheet().Tab, a[c], b[c])
					}
				}
			}
		}
	}
}

// TestACompanyWritesNumbersItsWay reads the letter as a company in Switzerland or Germany would have it.
func TestACompanyWritesNumbersItsWay(t *testing.T) {
	in := company(t, 5)
	wb := Sales(in)
	_, s := spoken(t, texts(t), locale.Options{Numbers: "comma", Dates: "dots", Money: "after"}).Workbook(wb)
	was := Letter(in, wb)
	l := s.Letter(was)
	if was.Rows[0].Value == l.Rows[0].Value || !strings.HasSuffix(l.Rows[0].Value, "€") || strings.Contains(l.Headline, "€\u00a0") {
		t.Errorf("%q, %q", l.Rows[0].Value, l.Headline)
	}
	if !strings.Contains(l.DataTo, ".10.2026") && !strings.Contains(l.DataTo, ".11.2026") && was.DataTo != "" {
		t.Errorf("%q", l.DataTo)
	}
	for _, r := range l.Rows {
		if strings.IndexFunc(r.Value, unicode.IsDigit) >= 0 && regexp.MustCompile(`\d\.\d\D`).MatchString(r.Value+" ") {
			t.Errorf("%q has a decimal point", r.Value)
		}
	}
}

// TestTheLanguageOfTheSourceStaysAsItIs puts every text into the language it is written in, by its own templates: not a
// capital is another.
func TestTheLanguageOfTheSourceStaysAsItIs(t *testing.T) {
	l := spoken(t, texts(t), locale.Options{})
	list, letters := everySent(t)
	for i, wb := range list {
		_, s := l.Workbook(wb)
		see := func(where, text string) {
			if said := s.Say(text); said != text {
				t.Errorf("%s: %q became %q", where, text, said)
			}
		}
		locale.Texts(wb, see)
		locale.LetterTexts(letters[i], see)
	}
}

// TestCapitalsStandWhereTheyStood holds that a text begins with a capital in another language where it does in English, and
// a word within a sentence does not become one.
func TestCapitalsStandWhereTheyStood(t *testing.T) {
	l := spoken(t, madeUp(t), locale.Options{})
	capitals := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsUpper(r) {
				return 'X'
			}
			return 'x'
		}, s)
	}
	list, letters := everySent(t)
	for i, wb := range list {
		_, s := l.Workbook(wb)
		see := func(where, text string) {
			if said := s.Say(text); capitals(said) != capitals(text) {
				t.Errorf("%s: %q became %q", where, text, said)
			}
		}
		locale.Texts(wb, see)
		locale.LetterTexts(letters[i], see)
	}
}
