package config

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Exclude names the records that are no customers. An empty Exclude excludes nobody.
type Exclude struct {
	// Patterns of mail addresses, * for any letters: "*@example.com".
	Emails []Glob `yaml:"emails"`
	// Patterns of names, * for any letters: "Test *".
	Names []Glob `yaml:"names"`
	// Single records as source/id: "shop/4711".
	Parties []PartyRef `yaml:"parties"`
	// Customer groups, in the words of the sources: "Staff".
	Segments []string `yaml:"segments"`
}

// PartyRef is one record of one source.
type PartyRef struct {
	Source string
	ID     string
}

// String is the record as it stands in the file: source/id.
func (r PartyRef) String() string { return r.Source + "/" + r.ID }

// decodeNode cuts at the first slash: ids may contain more of them.
func (r *PartyRef) decodeNode(d *decoder, n *yaml.Node, path string) {
	text, ok := d.line(n, path)
	if !ok {
		return
	}
	source, id, found := strings.Cut(text, "/")
	if !found || source == "" || id == "" {
		d.problem(n, path, quote(text)+" is not a record", "write source/id, such as shop/4711")
		return
	}
	*r = PartyRef{source, id}
}

// Email tells whether a mail address is excluded.
func (e Exclude) Email(address string) bool { return covered(e.Emails, address) }

// Name tells whether a name is excluded.
func (e Exclude) Name(name string) bool { return covered(e.Names, name) }

// Party tells whether one record is excluded by its id.
func (e Exclude) Party(source, id string) bool {
	return slices.Contains(e.Parties, PartyRef{source, id})
}

// Segment tells whether a customer group is excluded, in any case.
func (e Exclude) Segment(segment string) bool {
	return slices.ContainsFunc(e.Segments, func(s string) bool { return strings.EqualFold(s, segment) })
}

func covered(globs []Glob, text string) bool {
	return slices.ContainsFunc(globs, func(g Glob) bool { return g.Match(text) })
}

// checkExclude looks for records of sources that are not there.
func checkExclude(c *Config, d *decoder) {
	for i, ref := range c.Exclude.Parties {
		if ref.Source == "" || c.Sources.Find(ref.Source) != nil {
			continue
		}
		path := element("exclude.parties", i)
		d.problemAt(d.at[path], path, "there is no source "+quote(ref.Source), meant(ref.Source, c.Sources.names()))
	}
}
