package config

import (
	"reflect"
	"regexp"
	"slices"

	"go.yaml.in/yaml/v4"
)

// Sources are the sources in the order of the file.
type Sources []Source

// Source is one company database, or one folder of exports, and how its rows become records.
type Source struct {
	// Name is its key in the file.
	Name string `yaml:"-"`
	// What it is: mysql (also MariaDB), sqlite or csv.
	Driver string `yaml:"driver" jsonschema:"required,enum=csv,enum=mysql,enum=sqlite"`
	// How to connect; for sqlite the path of the file.
	DSN Secret `yaml:"dsn"`
	// The folder of the files of a csv source.
	Folder string `yaml:"folder"`
	// The zone of times that name none; the company's when left out.
	Zone Zone `yaml:"zone"`
	// The country of telephone numbers and addresses that name none; the company's when left out.
	Country Country `yaml:"country"`
	// The encoding of texts. With auto, what is not UTF-8 is read as windows-1252.
	Encoding string `yaml:"encoding" jsonschema:"default=utf-8,enum=utf-8,enum=windows-1252,enum=iso-8859-1,enum=iso-8859-15,enum=utf-16,enum=auto"`
	// How long one statement may run.
	StatementTimeout Duration `yaml:"statement_timeout" jsonschema:"default=10m"`
	// The share of rows that may be kept aside for breaking their contract before the run stops.
	MaxKeptAside Percent `yaml:"max_kept_aside" jsonschema:"default=1%"`
	// The share of records that may be gone since the last run before the run stops.
	MaxVanished Percent `yaml:"max_vanished" jsonschema:"default=20%"`
	// How old its newest record may be at the end of the period a report is about, so that a copy that lags behind is noticed; not looked at when left out. Plain days, or entries.
	Fresh Fresh `yaml:"fresh"`
	// Who can correct its records: the report of operations names them beside rejected rows and late sources.
	Owner string `yaml:"owner"`
	// The kinds of record the source has, each with its SELECT or, for csv, its file.
	Records Records `yaml:"records" jsonschema:"required"`
}

// Find is the source of a name, nil when there is none.
func (s Sources) Find(name string) *Source {
	for i := range s {
		if s[i].Name == name {
			return &s[i]
		}
	}
	return nil
}

// Maps tells whether any source has a kind of record.
func (s Sources) Maps(kind string) bool {
	return slices.ContainsFunc(s, func(source Source) bool { return source.Records.Find(kind) != nil })
}

func (s Sources) names() []string {
	names := make([]string, len(s))
	for i := range s {
		names[i] = s[i].Name
	}
	return names
}

func (s *Source) inherit(c Company) {
	if s.Zone.IsZero() {
		s.Zone = c.Zone
	}
	if s.Country == "" {
		s.Country = c.Country
	}
}

// sourceName leaves out the slash, because records are written source/id.
var sourceName = regexp.MustCompile(`^[a-z][a-z0-9_-]{0,39}$`)

func (s *Sources) decodeNode(d *decoder, n *yaml.Node, path string) {
	d.entries(n, path, nil, func(name string, value *yaml.Node) {
		if !sourceName.MatchString(name) {
			d.problemAt(d.at[join(path, name)], path, quote(name)+" cannot be the name of a source",
				"small letters, digits, _ and -, beginning with a letter")
			return
		}
		source := Source{Name: name}
		d.value(reflect.ValueOf(&source).Elem(), value, join(path, name))
		*s = append(*s, source)
	})
}
