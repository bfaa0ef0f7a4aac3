package config

import (
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Fresh is how old the newest record of a source may be at the end of the period a report is about. In the file it is
// the days themselves, or entries.
type Fresh struct {
	// How long before the end of the period the newest record may be; not looked at when left out.
	Within Days `yaml:"within" jsonschema:"minimum=1"`
	// What comes of older ones: the report is held until the source has caught up, or goes out with a warning.
	OnFail string `yaml:"on_fail" jsonschema:"default=hold,enum=hold,enum=warn"`
	// The same for single kinds of record.
	Kinds KindDays `yaml:"kinds"`
}

// IsZero tells whether nothing is asked for.
func (f Fresh) IsZero() bool { return f.Within == 0 && len(f.Kinds) == 0 }

// decodeNode takes plain days.
func (f *Fresh) decodeNode(d *decoder, n *yaml.Node, path string) {
	f.OnFail = "hold"
	if n.Kind == yaml.MappingNode || isNull(n) {
		d.plain(f, n, path)
		return
	}
	f.Within = d.days(n, path)
}

// days reads a number of days that has to be one at least.
func (d *decoder) days(n *yaml.Node, path string) Days {
	var x Days
	before := len(d.problems.List)
	d.value(reflect.ValueOf(&x).Elem(), n, path)
	if x == 0 && len(d.problems.List) == before {
		d.problem(n, path, n.Value+" is too small", "at least 1 day")
	}
	return x
}

// KindDays are days by kind of record, in the order of the file.
type KindDays []KindDay

// KindDay is how old the newest record of one kind may be.
type KindDay struct {
	Kind string
	Days Days
}

func (k *KindDays) decodeNode(d *decoder, n *yaml.Node, path string) {
	d.entries(n, path, DatedKinds(), func(kind string, value *yaml.Node) {
		*k = append(*k, KindDay{kind, d.days(target(value), join(path, kind))})
	})
}

// DatedKinds lists the kinds of record that carry the moment by which freshness is judged.
func DatedKinds() []string {
	return []string{
		"parties", "orders", "invoices", "payments", "shipments", "returns", "tickets", "enquiries", "surveys", "answers", "activities",
		"contacts",
	}
}

// checkFresh refuses to wait for records that a source does not have.
func checkFresh(s *Source, d *decoder) {
	path := join("sources", s.Name) + ".fresh"
	if d.failedBelow(join("sources", s.Name)) {
		return
	}
	dated := slices.ContainsFunc(DatedKinds(), func(kind string) bool { return s.Records.Find(kind) != nil })
	if s.Fresh.Within > 0 && !dated {
		d.problemAt(d.place(path), path, "the source maps nothing that has a moment, so it could never be fresh",
			"map one of "+strings.Join(DatedKinds(), ", ")+", or remove the entry")
	}
	for _, k := range s.Fresh.Kinds {
		at := path + ".kinds." + k.Kind
		if s.Records.Find(k.Kind) == nil {
			d.problemAt(d.place(at), at, "the source maps no "+k.Kind, "map them, or remove the entry")
		}
	}
}
