package locale

import (
	"slices"
	"strings"
	"testing"
	"time"

	"clientele/reports"
)

const polish = `msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"
msgid "customer"
msgid_plural "customers"
msgstr[0] "klient"
msgstr[1] "klienci"
msgstr[2] "klientów"
msgid "{1} of {2} left, {3} than last year."
msgstr "Z {2} odeszło {1}, {3} niż w zeszłym roku."
msgid "more"
msgstr "więcej"
msgid "; {1} at risk"
msgstr "; zagrożone {1}"
# a text that goes on
msgid "First "
"sentence. Second {1} sentence."
msgstr "Pierwsze zdanie. Drugie {1} zdanie."
msgid "k"
msgstr "tys."
msgid "words, ¤ {1}"
msgstr "words, ¤ {1}"
msgid "October"
msgstr "październik"
msgid "Not translated {1}"
msgstr ""
`

func inPolish(t *testing.T, o Options, names ...string) *Speaker {
	t.Helper()
	l, err := Parse("pl", polish, o)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]bool{}
	for _, n := range names {
		all[n] = true
	}
	return l.Speaker(all)
}

func TestTextsAreKnownByTheirTemplate(t *testing.T) {
	s := inPolish(t, Options{Numbers: "space", Dates: "iso", Money: "after"}, "Lost & Found")
	for _, c := range []struct{ text, want string }{
		{"1 customer", "1 klient"},
		{"3 customers", "3 klienci"},
		{"1,005 customers", "1\u202f005 klientów"},
		{"3 customers of Lost & Found left, 4.1\u00a0% more than last year.", "Z Lost & Found odeszło 3 klienci, 4,1\u00a0% więcej niż w zeszłym roku."},
		{"1,234", "1\u202f234"},
		{"€\u00a01.5\u00a0M", "1,5\u00a0M\u00a0€"},
		{"−\u202f€\u00a01,500", "−\u202f1\u202f500\u00a0€"},
		{"+\u00a0€\u00a026\u00a0k", "+\u00a026\u00a0tys.\u00a0€"},
		{"−\u00a0€\u00a09,908", "−\u00a09\u202f908\u00a0€"},
		{"▲ 4.1\u00a0%", "▲ 4,1\u00a0%"},
		{"31 Oct 2026", "2026-10-31"},
		{"3 Oct 2026 18:22", "2026-10-03 18:22"},
		{"October 2026", "październik 2026"},
		{"Second 5 sentence.", "Drugie 5 zdanie."},
		{"Not translated 1.5", "Not translated 1,5"},
		{"more (€\u00a01)", "więcej (1\u00a0€)"},
		{"words, ¤ k", "words, tys. ¤"},
		{"words, €\u00a0M · words", "words, M\u00a0€ · words"},
		{"words nobody made", "words nobody made"},
		{"", ""},
	} {
		if got := s.Say(c.text); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestNamesAreNoWords(t *testing.T) {
	if got := inPolish(t, Options{}, "more").Say("more"); got != "more" {
		t.Errorf("a name became %q", got)
	}
	if got := inPolish(t, Options{}).Say("more"); got != "więcej" {
		t.Errorf("a word became %q", got)
	}
}

func TestEveryWayToWriteNumbersAndDays(t *testing.T) {
	for _, c := range []struct{ numbers, dates, number, day string }{
		{"point", "words", "1,234.5", "3 Oct 2026"},
		{"comma", "dots", "1.234,5", "03.10.2026"},
		{"space", "slashes", "1\u202f234,5", "03/10/2026"},
		{"apostrophe", "american", "1’234.5", "10/03/2026"},
		{"", "iso", "1,234.5", "2026-10-03"},
	} {
		s := inPolish(t, Options{Numbers: c.numbers, Dates: c.dates})
		if n, d := s.Say("1,234.5"), s.Say("3 Oct 2026"); n != c.number || d != c.day {
			t.Errorf("%s, %s: %q, %q", c.numbers, c.dates, n, d)
		}
	}
}

func TestFilesWithFaultsAreRefused(t *testing.T) {
	for text, want := range map[string]string{
		"msgid \"{1} of {2}\"\nmsgstr \"{1} von\"\n":         "same parts",
		"msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"x\"\n": "1 forms are given, the language has 3",
		"msgid a\n":                         "line 1: want words in quotation marks",
		"msgid \"a\"\nmsgstr \"b\"\noops\n": "line 3",
		"msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[1] \"x\"\n": "msgstr[0] was expected",
		"\"x\"\n": "line 1",
	} {
		if _, err := Parse("pl", text, Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestALanguageThatIsNotThereIsRefusedWithThoseThatAre(t *testing.T) {
	for o, want := range map[Options]string{
		{Language: "tlh"}: `no texts in language "tlh"; there are: en`, {Language: "?"}: "no tag", {Numbers: "dots"}: `numbers "dots" is not one of point`,
	} {
		if _, err := New(o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %q", o, err, want)
		}
	}
	for _, o := range []Options{{}, {Language: "en-GB"}, {Language: "en", Numbers: "point", Dates: "words", Money: "before"}} {
		if l, err := New(o); l != nil || err != nil {
			t.Errorf("%+v: %v, %v", o, l, err)
		}
	}
	if l, err := New(Options{Numbers: "comma"}); l == nil || err != nil || l.Speaker(nil).Say("17 customers") != "17 customers" || l.Speaker(nil).Say("1,700 customers") != "1.700 customers" {
		t.Errorf("%v, %v", l, err)
	}
}

func TestFormsOfNounsFollowTheLanguage(t *testing.T) {
	for name, want := range map[string]int{"en": 2, "de": 2, "pl": 3, "ja": 1, "ar": 6} {
		l, err := Parse(name, "", Options{})
		if err != nil || len(l.forms) != want {
			t.Errorf("%s has %d forms, want %d: %v", name, len(l.forms), want, err)
		}
	}
}

// TestNoTextTakesLong holds that a name made to be taken apart in countless ways takes no longer than others.
func TestNoTextTakesLong(t *testing.T) {
	pot, err := files.ReadFile("texts/messages.pot")
	if err != nil {
		t.Fatal(err)
	}
	l, err := Parse("en", string(pot), Options{Numbers: "comma"})
	if err != nil {
		t.Fatal(err)
	}
	s := l.Speaker(nil)
	from := time.Now()
	for _, piece := range []string{"of , ; ( ) ", "1 of 2 customers, ", "revenue of ", "a. ", "; and ", "\xff\xfe "} {
		text := strings.Repeat(piece, 1_000/len(piece))
		if got := s.Say(text); len(got) < len(text)/2 {
			t.Errorf("%.20q... became %.40q", text, got)
		}
	}
	if d := time.Since(from); d > 20*time.Second { // some 0.3 s on a quiet core; it would be years
		t.Errorf("six texts took %v", d)
	}
}

func TestALetterKeepsAddressesAndNames(t *testing.T) {
	s := inPolish(t, Options{})
	l := reports.Letter{Subject: "more", To: reports.Address{Name: "more", Mail: "more@example.org"}, MessageID: "more@x", Attached: reports.Attachment{Name: "more"}, Rows: []reports.LetterRow{{Label: "more"}}}
	was := slices.Clone(l.Rows)
	got := s.Letter(l)
	if got.Subject != "więcej" || got.To != l.To || got.MessageID != l.MessageID || got.Attached.Name != "more" || got.Rows[0].Label != "więcej" || !slices.Equal(l.Rows, was) {
		t.Errorf("%+v", got)
	}
}
