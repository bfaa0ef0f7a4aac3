package config

import "slices"

// checkSurvivorship holds rules and groups against the fields and sources there are.
func checkSurvivorship(c *Config, d *decoder) {
	s := c.Survivorship
	in := map[string]string{} // the group of a field
	known := RuledFields()
	for _, g := range s.Groups {
		path := join("survivorship.groups", g.Name)
		if slices.Contains(RuledFields(), g.Name) {
			d.problemAt(d.place(path), path, quote(g.Name)+" is the name of a field", "give the group another name")
			continue
		}
		known = append(known, g.Name)
		checkGroup(d, g, path, in)
	}
	for _, f := range s.Fields {
		path := join("survivorship.fields", f.Name)
		switch {
		case !slices.Contains(known, f.Name):
			d.problemAt(d.place(path), path, "there is no field or group "+quote(f.Name), meant(f.Name, known))
		case in[f.Name] != "":
			d.problemAt(d.place(path), path, quote(f.Name)+" moves with the group "+in[f.Name], "give the rule to "+in[f.Name])
		}
		checkRule(c, d, f, path)
	}
}

func checkGroup(d *decoder, g FieldGroup, path string, in map[string]string) {
	if len(g.Fields) < 2 && !d.failedBelow(path) {
		d.problemAt(d.place(path), path, "a group has at least two fields", "such as [territory, rep]")
	}
	for i, field := range g.Fields {
		at := element(path, i)
		switch {
		case d.failed(at):
		case !slices.Contains(GroupableFields(), field):
			d.problemAt(d.at[at], at, quote(field)+" cannot be in a group", meant(field, GroupableFields()))
		case in[field] != "":
			d.problemAt(d.at[at], at, quote(field)+" is in the group "+in[field]+" already", "a field moves with one group")
		default:
			in[field] = g.Name
		}
	}
}

func checkRule(c *Config, d *decoder, f FieldRule, path string) {
	checkListed(c, d, f.Sources, join(path, "sources"))
	checkListed(c, d, f.Never, join(path, "never"))
	for i, s := range f.Never {
		if at := element(join(path, "never"), i); slices.Contains(f.Sources, s) {
			d.problemAt(d.at[at], at, quote(s)+" is trusted and never taken at once", "remove it from sources or from never")
		}
	}
	left := slices.ContainsFunc(c.Sources, func(s Source) bool { return !slices.Contains(f.Never, s.Name) })
	if at := join(path, "never"); len(c.Sources) > 0 && !left && !d.failedBelow(at) {
		d.problemAt(d.place(at), at, "leaves no source to take the value from", "leave one out")
	}
}

// checkListed looks for sources that are not there, and for one named twice.
func checkListed(c *Config, d *decoder, list []string, path string) {
	for i, s := range list {
		at := element(path, i)
		switch {
		case d.failed(at):
		case c.Sources.Find(s) == nil:
			d.problemAt(d.at[at], at, "there is no source "+quote(s), meant(s, c.Sources.names()))
		case slices.Contains(list[:i], s):
			d.problemAt(d.at[at], at, quote(s)+" is listed twice", "keep the first")
		}
	}
}
