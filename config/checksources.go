package config

import "path/filepath"

// checkSources holds every source against its driver and its mappings.
func checkSources(c *Config, d *decoder) {
	for i := range c.Sources {
		checkSource(&c.Sources[i], d)
	}
	if !d.failedBelow("sources") && !c.Sources.Maps("parties") {
		d.problemAt(d.place("sources"), "sources", "no source maps parties", "at least one must: they are the customers")
	}
}

func checkSource(s *Source, d *decoder) {
	path := join("sources", s.Name)
	if d.failed(join(path, "driver")) || s.Driver == "" {
		return
	}
	csv := s.Driver == CSV
	d.required(path, "folder", "a csv source needs the folder of its files", csv && s.Folder == "")
	d.required(path, "dsn", "a "+s.Driver+" source needs to know how to connect", !csv && s.DSN.IsZero())
	d.unwanted(join(path, "dsn"), "a csv source has a folder and no dsn", csv)
	d.unwanted(join(path, "folder"), "only a csv source has a folder", !csv)
	d.unwanted(join(path, "statement_timeout"), "would stop every statement at once", s.StatementTimeout == 0)
	if s.Records.Find("lines") != nil && s.Records.Find("orders") == nil {
		lines := path + ".records.lines"
		d.problemAt(d.place(lines), lines, "lines belong to orders, but the source maps no orders", "map orders as well")
	}
	for i := range s.Records {
		m := &s.Records[i]
		checkMapping(d, s, m, path+".records."+m.Kind)
	}
}

func checkMapping(d *decoder, s *Source, m *Mapping, path string) {
	if s.Driver == CSV {
		checkFile(d, m, path)
		return
	}
	for _, key := range []string{"file", "columns", "delimiter", "quote"} {
		d.unwanted(join(path, key), "only a mapping of a csv source has this", true)
	}
	where := path
	if _, entry := d.nodes[join(path, "select")]; entry {
		where = join(path, "select")
	}
	d.required(path, "select", "the mapping has no SELECT", d.nodes[where] == nil)
	if d.nodes[where] != nil && !d.failed(where) {
		checkSelect(d, m, where, s.Driver == MySQL)
	}
}

// required reports an entry that the entries beside it make necessary.
func (d *decoder) required(parent, key, text string, missing bool) {
	if _, given := d.nodes[join(parent, key)]; missing && !given {
		d.problemAt(d.place(parent), join(parent, key), text, "")
	}
}

// unwanted reports an entry that the entries beside it make meaningless.
func (d *decoder) unwanted(path, text string, wrong bool) {
	if n := d.nodes[path]; wrong && n != nil {
		d.problemAt(d.place(path), path, text, "remove it")
	}
}

// checkFile holds the mapping of a file against what a file needs.
func checkFile(d *decoder, m *Mapping, path string) {
	d.unwanted(path, "a csv source has no SQL; write {file: name.csv}", m.Select != "" && d.nodes[join(path, "select")] == nil)
	for _, key := range []string{"select", "key", "changed"} {
		d.unwanted(join(path, key), "a mapping of a csv source has a file and no SQL", true)
	}
	if m.Select == "" {
		d.required(path, "file", "the mapping has no file", m.File == "")
	}
	if m.File != "" && !filepath.IsLocal(m.File) {
		at := join(path, "file")
		d.problemAt(d.place(at), at, "the file must lie inside the source's folder", "write its name, or a path below the folder")
	}
}
