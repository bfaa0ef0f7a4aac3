package config

import (
	"fmt"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Survivorship says whose value stands in the customer table where a customer's records disagree.
type Survivorship struct {
	// How many days of age make up for one place in the order of the sources, for every field that says nothing else: a number of days, or never. When left out, 365 days for email, phone and address, and never for the others.
	HalfLife HalfLife `yaml:"half_life"`
	// Fields that are taken from one record together, by a name of your own: field_sales: [territory, rep]. Name and address are groups anyway.
	Groups FieldGroups `yaml:"groups"`
	// What is special about a field or a group, by its name.
	Fields FieldRules `yaml:"fields"`
}

// FieldGroups are the groups in the order of the file.
type FieldGroups []FieldGroup

// FieldGroup is fields that move together.
type FieldGroup struct {
	// Name is its key in the file.
	Name string `yaml:"-"`
	// Fields are among GroupableFields.
	Fields []string `yaml:"-"`
}

// FieldRules are the rules in the order of the file.
type FieldRules []FieldRule

// FieldRule is what is special about one field or group.
type FieldRule struct {
	// Name is its key in the file: the field or group.
	Name string `yaml:"-"`
	// The sources, the most trusted first; those not listed follow in their order in the file. It comes before whether a value is complete, but never makes a placeholder a value.
	Sources []string `yaml:"sources"`
	// What is looked at before anything else: source (the source further up, less what its age costs), newest (the record changed last), oldest (the record created first), frequent (the value in most sources, then in most records) or longest.
	Prefer string `yaml:"prefer" jsonschema:"enum=source,enum=newest,enum=oldest,enum=frequent,enum=longest"`
	// How many days of age make up for one place in the order of the sources: a number of days, or never.
	HalfLife HalfLife `yaml:"half_life"`
	// Sources whose value is never taken.
	Never []string `yaml:"never"`
}

// RuledFields are the fields and groups that a rule can be given for.
func RuledFields() []string {
	return append([]string{"name", "company", "email", "phone", "address"}, append(GroupableFields(), "account")...)
}

// GroupableFields are the fields that can be put into a group.
func GroupableFields() []string {
	return []string{"born", "tax_number", "register_number", "segment", "territory", "rep", "language"}
}

// mean writes the rules by the names of their fields.
func (s Survivorship) mean(w *meaning) {
	w.line("survivorship.half_life", s.HalfLife.String())
	for _, g := range s.Groups {
		w.line(join("survivorship.groups", g.Name), strings.Join(g.Fields, ", "))
	}
	for _, f := range s.Fields {
		w.add(join("survivorship.fields", f.Name), reflect.ValueOf(f))
	}
}

func (g *FieldGroups) decodeNode(d *decoder, n *yaml.Node, path string) {
	if isNull(n) {
		return
	}
	d.entries(n, path, nil, func(name string, value *yaml.Node) {
		if !sourceName.MatchString(name) {
			d.problemAt(d.at[join(path, name)], path, quote(name)+" cannot be the name of a group",
				"small letters, digits, _ and -, beginning with a letter")
			return
		}
		group := FieldGroup{Name: name}
		d.value(reflect.ValueOf(&group.Fields).Elem(), value, join(path, name))
		*g = append(*g, group)
	})
}

func (f *FieldRules) decodeNode(d *decoder, n *yaml.Node, path string) {
	if isNull(n) {
		return
	}
	d.entries(n, path, nil, func(name string, value *yaml.Node) {
		rule := FieldRule{Name: name}
		d.value(reflect.ValueOf(&rule).Elem(), value, join(path, name))
		*f = append(*f, rule)
	})
}

// HalfLife is a number of days, or never. Zero is not said.
type HalfLife int

// NoHalfLife says that trust does not fade with age.
const NoHalfLife HalfLife = -1

// longestHalfLife is more than any trust lasts.
const longestHalfLife = 3650

// String is the half-life as it is written.
func (x HalfLife) String() string {
	switch {
	case x < 0:
		return "never"
	case x == 0:
		return ""
	}
	return fmt.Sprintf("%d days", int(x))
}

func (x *HalfLife) decodeNode(d *decoder, n *yaml.Node, path string) {
	text, ok := d.text(n, path)
	if !ok {
		return
	}
	if text == "never" {
		*x = NoHalfLife
		return
	}
	match := numberOfDays.FindStringSubmatch(text)
	var days Days
	switch {
	case match == nil:
		d.problem(n, path, "a number of days, or never, is expected here", "such as 180 days")
	case match[1] == "0":
		d.problem(n, path, "with 0 days the source would count for nothing", "write prefer: newest at the field, or at least 1 day")
	default:
		days.decodeNode(d, n, path)
		if days > longestHalfLife {
			d.problem(n, path, fmt.Sprintf("%d days is too long", int(days)), fmt.Sprintf("at most %d days; never, if age does not count", longestHalfLife))
			return
		}
		*x = HalfLife(days)
	}
}
