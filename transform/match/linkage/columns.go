package linkage

import "runtime"

// byName lists the columns whose values are rarer or commoner, by the names they
// have in a model.
func (c *columns) byName() map[string]*texts {
	return map[string]*texts{
		"first": c.first, "middle": c.middle, "last": c.last, "born": c.born, "birthplace": c.birthplace, "occupation": c.job, "email": c.email,
		"phone": c.phone, "street": c.street, "zip": c.zip, "city": c.city, "tax": c.tax, "code": c.code, "company": c.company,
	}
}

func (t *Table) allTerms() map[string]Terms {
	out := make(map[string]Terms)
	for name, x := range t.byName() { // each on its own
		out[name] = x.terms()
	}
	return out
}

// rarities are by the place of a column.
func (t *Table) rarities(m *Model) []rarity {
	out := make([]rarity, len(t.all()))
	for name, x := range t.byName() { // each on its own
		out[x.id] = x.rarity(m.Terms[name])
	}
	return out
}

func processors() int { return runtime.GOMAXPROCS(0) }
