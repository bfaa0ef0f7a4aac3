package config

import (
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// field is what the tags of a struct field say. The same jsonschema tag feeds the published schema, so an editor and
// this package cannot disagree.
type field struct {
	name     string
	index    int
	need     bool
	fallback string
	enum     []string
	min, max *int64
}

// fieldsOf lists the fields that stand in the file, in the order of the struct.
func fieldsOf(t reflect.Type) []field {
	var fields []field
	for i := range t.NumField() {
		name := t.Field(i).Tag.Get("yaml")
		if name == "" || name == "-" {
			continue
		}
		f := field{name: name, index: i}
		for rule := range strings.SplitSeq(t.Field(i).Tag.Get("jsonschema"), ",") {
			f.rule(rule)
		}
		fields = append(fields, f)
	}
	return fields
}

func (f *field) rule(rule string) {
	name, value, _ := strings.Cut(rule, "=")
	switch name {
	case "required":
		f.need = true
	case "default":
		f.fallback = value
	case "enum":
		f.enum = append(f.enum, value)
	case "minimum":
		f.min = number(value)
	case "maximum":
		f.max = number(value)
	}
}

func number(text string) *int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return nil
	}
	return &n
}

// field decodes an entry that is there and holds it against its rules.
func (d *decoder) field(v reflect.Value, f field, n *yaml.Node, path string) {
	n = target(n)
	if f.need && empty(n) {
		d.problemAt(d.at[path], path, "is empty, but it is needed", "")
		return
	}
	before := len(d.problems.List)
	d.value(v, n, path)
	if len(d.problems.List) > before {
		return
	}
	d.among(v, f, n, path)
	d.between(v, f, n, path)
}

func empty(n *yaml.Node) bool {
	if n.Kind == yaml.ScalarNode {
		return isNull(n) || strings.TrimSpace(n.Value) == ""
	}
	return len(n.Content) == 0
}

// absent fills in the default of an entry that is not there, or reports that it is needed.
func (d *decoder) absent(v reflect.Value, f field, parent string) {
	path := join(parent, f.name)
	_, own := v.Addr().Interface().(nodeDecoder)
	switch {
	case f.need:
		d.problemAt(d.at[parent], path, "is missing", "")
	case f.fallback != "":
		d.preset(v, f.fallback)
	case v.Kind() == reflect.Struct && !own:
		for _, inner := range fieldsOf(v.Type()) {
			if !inner.need {
				d.absent(v.Field(inner.index), inner, path)
			}
		}
	}
}

// preset decodes a default as if it stood in the file. The tests decode every default, so a bad one cannot ship.
func (d *decoder) preset(v reflect.Value, text string) {
	aside := newDecoder(d.file, d.dir, nil)
	aside.value(v, scalarNode(text), "default")
}

func scalarNode(text string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Value: text, Line: 1, Column: 1}
}
