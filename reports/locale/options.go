package locale

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

//go:embed texts
var files embed.FS

// Options say how a company wants its reports written. The zero value is English as the pages write it.
type Options struct {
	Language string // BCP 47 tag; empty is English
	Numbers  string // see Numbers; empty is the first
	Dates    string // see Dates; empty is the first
	Money    string // see MoneySigns; empty is the first
}

// Numbers are the ways to write a number: 1,234.5 and 1.234,5 and 1 234,5 and 1'234.5.
func Numbers() []string { return []string{"point", "comma", "space", "apostrophe"} }

// Dates are the ways to write a day: 31 Oct 2026, 31.10.2026, 31/10/2026, 10/31/2026 and 2026-10-31.
func Dates() []string { return []string{"words", "dots", "slashes", "american", "iso"} }

// MoneySigns are the places a currency's sign stands in: € 5 and 5 €.
func MoneySigns() []string { return []string{"before", "after"} }

// Languages lists the languages there are, English first.
func Languages() []string {
	list := []string{"en"}
	entries, err := files.ReadDir("texts")
	if err != nil {
		return list
	}
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".po"); ok && name != "en" {
			list = append(list, name)
		}
	}
	return list
}

// New returns what writes reports as the options say. For reports as pages write them it returns nil, which changes
// nothing.
func New(o Options) (*Locale, error) {
	name, err := spoken(o.Language, Languages())
	if err != nil {
		return nil, err
	}
	for _, c := range []struct {
		what, is string
		of       []string
	}{{"numbers", o.Numbers, Numbers()}, {"dates", o.Dates, Dates()}, {"money sign", o.Money, MoneySigns()}} {
		if c.is != "" && !slices.Contains(c.of, c.is) {
			return nil, fmt.Errorf("%s %q is not one of %s", c.what, c.is, strings.Join(c.of, ", "))
		}
	}
	own := func(is string, all []string) bool { return is != "" && is != all[0] }
	if name == "en" && !own(o.Numbers, Numbers()) && !own(o.Dates, Dates()) && !own(o.Money, MoneySigns()) {
		return nil, nil
	}
	file := name + ".po"
	if name == "en" {
		file = "messages.pot"
	}
	text, err := files.ReadFile(path.Join("texts", file))
	if err != nil {
		return nil, fmt.Errorf("read the texts of language %s: %w", name, err)
	}
	return Parse(name, string(text), o)
}

// spoken is the language among those there are that a tag asks for: the tag itself, or its language without the region.
func spoken(tag string, all []string) (string, error) {
	if tag == "" {
		return "en", nil
	}
	t, err := language.Parse(tag)
	if err != nil {
		return "", fmt.Errorf("language %q is no tag of a language such as en", tag)
	}
	base, _ := t.Base()
	for _, name := range []string{t.String(), base.String()} {
		if slices.Contains(all, name) {
			return name, nil
		}
	}
	return "", fmt.Errorf("there are no texts in language %q; there are: %s", tag, strings.Join(all, ", "))
}
