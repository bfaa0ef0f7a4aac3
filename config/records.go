package config

import (
	"reflect"
	"slices"

	"go.yaml.in/yaml/v4"
)

// Kinds lists the kinds of record a source can map, in the order they are read.
func Kinds() []string {
	return []string{
		"parties", "products", "orders", "lines", "invoices", "payments", "shipments", "returns", "tickets", "enquiries",
		"surveys", "answers", "contracts", "activities", "campaigns", "contacts", "costs", "rates", "reps", "targets",
	}
}

// Records are the mappings of one source in the order of Kinds.
type Records []Mapping

// Mapping says where the records of one kind come from. In the file it is the SELECT itself, or entries.
type Mapping struct {
	// Kind is its key in the file, one of Kinds.
	Kind string `yaml:"-"`
	// The SELECT; its result columns carry our field names.
	Select SQL `yaml:"select"`
	// The expression or column that makes the id.
	Key string `yaml:"key"`
	// The result column that says when a row last changed, if there is one.
	Changed string `yaml:"changed"`
	// The file of a csv source, inside its folder.
	File string `yaml:"file"`
	// Our field names, each with the header of the file's column it is taken from.
	Columns Columns `yaml:"columns"`
	// What separates the columns of the file: one character, or tab. A comma when left out.
	Delimiter Separator `yaml:"delimiter" jsonschema:"default=comma"`
	// What encloses the texts of the file: a double quote, a single quote or none.
	Quote string `yaml:"quote" jsonschema:"default=double,enum=double,enum=single,enum=none"`
}

// Find is the mapping of a kind, nil when the source does not have it.
func (r Records) Find(kind string) *Mapping {
	for i := range r {
		if r[i].Kind == kind {
			return &r[i]
		}
	}
	return nil
}

func (r *Records) decodeNode(d *decoder, n *yaml.Node, path string) {
	d.entries(n, path, Kinds(), func(kind string, value *yaml.Node) {
		mapping := Mapping{Kind: kind}
		mapping.decodeNode(d, target(value), join(path, kind))
		*r = append(*r, mapping)
	})
	slices.SortStableFunc(*r, func(a, b Mapping) int {
		return slices.Index(Kinds(), a.Kind) - slices.Index(Kinds(), b.Kind)
	})
}

// decodeNode takes a plain text for the SELECT.
func (m *Mapping) decodeNode(d *decoder, n *yaml.Node, path string) {
	if n.Kind != yaml.ScalarNode {
		d.plain(m, n, path)
		return
	}
	d.value(reflect.ValueOf(&m.Select).Elem(), n, path)
}
