package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
)

const (
	referencePage   = "../docs/configuration.md"
	referenceBegins = "<!-- From here on written by: go test ./config -run Reference -update -->\n"
)

// The part above the mark is written by hand, the part below from the structs and the schema's descriptions.
func TestReferenceListsEveryEntry(t *testing.T) {
	page, err := os.ReadFile(referencePage)
	if err != nil {
		t.Fatal(err)
	}
	head, lists, found := bytes.Cut(page, []byte(referenceBegins))
	if !found {
		t.Fatalf("%s has no line %q", referencePage, referenceBegins)
	}
	want := reference(t)
	if *update {
		if err := os.WriteFile(referencePage, []byte(string(head)+referenceBegins+want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if string(lists) != want {
		t.Errorf("%s does not list the entries as they are: run go test ./config -run Reference -update", referencePage)
	}
}

// reference lists the entries of every part of the file.
func reference(t *testing.T) string {
	t.Helper()
	var root map[string]any
	if err := json.Unmarshal(Schema(), &root); err != nil {
		t.Fatal(err)
	}
	r := entryList{t: t, about: map[string]string{}}
	r.describe(root, "")
	parts := reflect.TypeFor[Config]()
	for _, f := range fieldsOf(parts) {
		fmt.Fprintf(&r.text, "\n## %s\n\n%s%s\n\n| entry | what stands there | when left out | meaning |\n|---|---|---|---|\n", f.name, r.about[f.name], must(f))
		r.list(parts.Field(f.index).Type, f.name)
	}
	return r.text.String()
}

func must(f field) string {
	if f.need {
		return " It must be there."
	}
	return ""
}

type entryList struct {
	t     *testing.T
	about map[string]string // descriptions by path
	text  strings.Builder
}

// describe collects the descriptions of a schema by path; lists and named blocks add nothing to a path.
func (r *entryList) describe(node map[string]any, path string) {
	inner, _ := node["properties"].(map[string]any)
	for name, v := range inner {
		if s, ok := v.(map[string]any); ok {
			at := strings.TrimPrefix(path+"."+name, ".")
			r.about[at], _ = s["description"].(string)
			r.describe(s, at)
		}
	}
	for _, key := range []string{"items", "additionalProperties"} {
		if s, ok := node[key].(map[string]any); ok {
			r.describe(s, path)
		}
	}
	choices, _ := node["anyOf"].([]any)
	for _, c := range choices {
		if s, ok := c.(map[string]any); ok {
			r.describe(s, path)
		}
	}
}

// list writes the entries of a struct, those of the structs in it behind them.
func (r *entryList) list(t reflect.Type, path string) {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	for _, f := range fieldsOf(t) {
		at, own := path+"."+f.name, t.Field(f.index).Type
		if r.about[at] == "" {
			r.t.Errorf("the schema says nothing of %s", at)
		}
		fmt.Fprintf(&r.text, "| `%s` | %s | %s | %s |\n", strings.TrimPrefix(shown(at), "."), r.word(f, own), leftOut(f), strings.ReplaceAll(r.about[at], "|", `\|`))
		if hasEntries(own) {
			r.list(own, at)
		}
	}
}

// shown puts the names the reader chooses into a path.
func shown(path string) string {
	path = strings.Replace(path, "sources.", "sources.NAME.", 1)
	path = strings.Replace(path, ".records.", ".records.KIND.", 1)
	path = strings.Replace(path, "calendars.", "calendars.NAME.", 1)
	path = strings.Replace(path, "survivorship.fields.", "survivorship.fields.FIELD.", 1)
	return strings.Replace(path, "reports.", "reports.NAME.", 1)
}

// hasEntries tells whether entries of their own stand below one of this type.
func hasEntries(t reflect.Type) bool {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.Kind() == reflect.Struct && len(fieldsOf(t)) > 0
}

func leftOut(f field) string {
	switch {
	case f.need:
		return "**needed**"
	case f.fallback != "":
		return "`" + f.fallback + "`"
	}
	return ""
}

// word says what may stand at an entry.
func (r *entryList) word(f field, t reflect.Type) string {
	switch {
	case len(f.enum) > 0:
		return "`" + strings.Join(f.enum, "`, `") + "`"
	case t.Kind() == reflect.Slice && t != reflect.TypeFor[Columns]() && t != reflect.TypeFor[Sources]() && t != reflect.TypeFor[Records]() && t != reflect.TypeFor[Reports]() && t != reflect.TypeFor[Calendars]() && t != reflect.TypeFor[FieldGroups]() && t != reflect.TypeFor[FieldRules]() && t != reflect.TypeFor[Weekdays]() && t != reflect.TypeFor[KindDays]():
		return "list: " + r.word(field{}, t.Elem())
	}
	return r.named(t) + bounds(f)
}

func bounds(f field) string {
	switch {
	case f.min != nil && f.max != nil:
		return fmt.Sprintf(", %d to %d", *f.min, *f.max)
	case f.max != nil:
		return fmt.Sprintf(", at most %d", *f.max)
	case f.min != nil:
		return fmt.Sprintf(", at least %d", *f.min)
	}
	return ""
}

// named is the reader's word for a type.
func (r *entryList) named(t reflect.Type) string {
	words := map[reflect.Type]string{
		reflect.TypeFor[Zone](): "zone", reflect.TypeFor[Currency](): "currency", reflect.TypeFor[Country](): "country",
		reflect.TypeFor[Days](): "days", reflect.TypeFor[Duration](): "span of time", reflect.TypeFor[Percent](): "share",
		reflect.TypeFor[Amount](): "amount", reflect.TypeFor[Decimal](): "number", reflect.TypeFor[Date](): "day",
		reflect.TypeFor[Month](): "month", reflect.TypeFor[Secret](): "secret", reflect.TypeFor[Address](): "address",
		reflect.TypeFor[Domain](): "domain", reflect.TypeFor[Glob](): "pattern", reflect.TypeFor[PartyRef](): "record",
		reflect.TypeFor[Schedule](): "schedule", reflect.TypeFor[SQL](): "SELECT", reflect.TypeFor[Text](): "text",
		reflect.TypeFor[Separator](): "separator", reflect.TypeFor[Columns](): "field: header", reflect.TypeFor[Group](): "segment, or list of ids",
		reflect.TypeFor[HalfLife](): "days, or never", reflect.TypeFor[FieldGroups](): "name: list of fields", reflect.TypeFor[FieldRules](): "field or group: entries",
		reflect.TypeFor[Store](): "path, or entries", reflect.TypeFor[Recipient](): "address, or entries",
		reflect.TypeFor[Heartbeat](): "secret, or job: secret", reflect.TypeFor[Listen](): "address:port",
		reflect.TypeFor[Fresh](): "days, or entries", reflect.TypeFor[KindDays](): "kind: days", reflect.TypeFor[Level](): "number, or share",
		reflect.TypeFor[Size](): "size", reflect.TypeFor[Link](): "web address",
		reflect.TypeFor[Cadence](): "`never`, `monthly`, `quarterly`, `yearly`, or days", reflect.TypeFor[Calendars](): "name: entries", reflect.TypeFor[Holiday](): "day, of one year or every year", reflect.TypeFor[Weekdays](): "list: day of the week",
		reflect.TypeFor[Records](): "kind: mapping", reflect.TypeFor[Sources](): "name: entries", reflect.TypeFor[Reports](): "name: entries",
	}
	if w, ok := words[t]; ok {
		return w
	}
	switch t.Kind() {
	case reflect.String:
		return "text"
	case reflect.Int, reflect.Int64:
		return "whole number"
	case reflect.Bool:
		return "`true`, `false`"
	case reflect.Struct:
		return "entries"
	case reflect.Pointer:
		return r.named(t.Elem())
	}
	r.t.Errorf("the page has no word for a %s", t)
	return ""
}
