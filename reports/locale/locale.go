package locale

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// A Locale writes reports in one language and in one way of writing numbers, dates and money. A nil one changes nothing.
type Locale struct {
	o         Options
	tag       language.Tag
	forms     []plural.Form
	exact     map[string]string   // texts without parts
	nouns     map[string][]string // what is counted, in both forms of English
	many      map[string]bool     // the form of many
	templates map[string][]*template
	joints    []*template // those that go on with a sentence
}

// Parse reads the texts of a language. Translations that leave a part out or name one that is not there are refused.
func Parse(name, file string, o Options) (*Locale, error) {
	tag, err := language.Parse(name)
	if err != nil {
		return nil, fmt.Errorf("language %q is no tag of a language such as en: %w", name, err)
	}
	list, err := entries(file)
	if err != nil {
		return nil, fmt.Errorf("texts of language %s: %w", name, err)
	}
	o.Language = name
	l := &Locale{o: o, tag: tag, forms: formsOf(tag), exact: map[string]string{}, nouns: map[string][]string{}, many: map[string]bool{}, templates: map[string][]*template{}}
	for _, e := range list {
		if e.id == "" {
			continue // the head of the file
		}
		if err := l.add(e); err != nil {
			return nil, fmt.Errorf("texts of language %s: %q: %w", name, e.id, err)
		}
	}
	return l, nil
}

func (l *Locale) add(e entry) error {
	if e.plural != "" {
		return l.addNoun(e)
	}
	to := e.id
	if len(e.to) > 0 && e.to[0] != "" {
		to = e.to[0]
	}
	if !slices.Equal(partsOf(e.id), partsOf(to)) {
		return fmt.Errorf("the translation %q does not have the same parts", to)
	}
	l.keep(e.id, to)
	if id, ok := strings.CutPrefix(e.id, "{1} "); ok && strings.HasPrefix(to, "{1} ") && len(partsOf(id)) == len(partsOf(e.id))-1 {
		l.keep(renumbered(id, to[len("{1} "):])) // words that go on with others
	}
	ids, tos := strings.SplitAfter(e.id, ". "), strings.SplitAfter(to, ". ")
	for i := range ids { // a text of several sentences may stand among others
		if len(ids) > 1 && len(ids) == len(tos) && slices.Equal(partsOf(ids[i]), partsOf(tos[i])) {
			l.keep(renumbered(strings.TrimSpace(ids[i]), strings.TrimSpace(tos[i])))
		}
	}
	return nil
}

// keep adds a text to what is known.
func (l *Locale) keep(id, to string) {
	t := compiled(id, to)
	if t.joins() {
		l.joints = append(l.joints, t)
	}
	if len(t.lits) > 1 {
		if word := t.rarest(); word != "" {
			l.templates[word] = append(l.templates[word], t)
		}
		return
	}
	l.exact[id] = to
	if bare := strings.TrimLeft(id, begun); bare != id { // what goes on with a sentence may stand behind another mark
		l.exact[bare] = strings.TrimLeft(to, begun)
	}
}

// begun are the marks a text may begin with that goes on with a sentence.
const begun = " ,;.:"

func (l *Locale) addNoun(e entry) error {
	forms := e.to
	if len(forms) == 0 || strings.Join(forms, "") == "" {
		forms = []string{e.id, e.plural}
		for len(forms) < len(l.forms) {
			forms = append(forms, e.plural)
		}
		forms = forms[:max(len(l.forms), 1)]
		if len(l.forms) == 1 {
			forms = []string{e.plural}
		}
	}
	if len(forms) != len(l.forms) {
		return fmt.Errorf("%d forms are given, the language has %d", len(forms), len(l.forms))
	}
	l.nouns[e.id], l.nouns[e.plural] = forms, forms
	l.many[e.plural] = e.plural != e.id
	return nil
}

// Language is the tag of the language reports are written in.
func (l *Locale) Language() string {
	if l == nil {
		return "en"
	}
	return l.o.Language
}
