package main

import (
	"strings"

	"clientele/reports/locale"
	"clientele/reports/pages"
	"clientele/transform"
)

// An answerForm is how the columns of a list of answers are called, in lower case, and
// which words answer.
type answerForm struct {
	a, b, decision, note string
	kinds                map[string]string // by the answer in lower case; what decides nothing has no kind
}

// heads are the columns a list must have; that of notes may be among them too.
func (f answerForm) heads() []string { return []string{f.a, f.b, f.decision} }

// answerForms lists the forms that are taken: that of the sheet Review pairs, in English
// and in the language of the workbooks, and that of lists of earlier releases.
func answerForms(l *locale.Locale) []answerForm {
	english := func(s string) string { return strings.ToLower(s) }
	forms := []answerForm{reviewForm(english)}
	if l != nil {
		said := l.Speaker(nil)
		forms = append(forms, reviewForm(func(s string) string { return strings.ToLower(said.Say(s)) }))
	}
	earlier := forms[0]
	earlier.a, earlier.b, earlier.decision, earlier.note = "first", "second", "verdict", "why"
	return append(forms, earlier)
}

func reviewForm(say func(string) string) answerForm {
	f := answerForm{a: say(pages.HeadRecordA), b: say(pages.HeadRecordB), decision: say(pages.HeadDecision), note: say(pages.HeadNote), kinds: map[string]string{"": ""}}
	for word, kind := range map[string]string{pages.AnswerSame: transform.MustLink, pages.AnswerDifferent: transform.CannotLink, pages.AnswerUnsure: ""} {
		f.kinds[strings.ToLower(word)], f.kinds[say(word)] = kind, kind // who answers in English is understood everywhere
	}
	return f
}
