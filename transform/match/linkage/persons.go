package linkage

// persons lists what is compared about people. The shares are those of customer
// records in general: they are where learning starts, and all there is to go by
// where few records are.
func persons() []comparison {
	first := comparison{name: "first name", eval: (*Table).compareFirst, strangers: true, levels: []level{
		{"another name", .004, 0, .55, .08},
		{"differs", .016, 0, .43, .25},
		{"alike", .01, 0, .004, .15},
		{"nearly the same", .04, 0, .0015, .25},
		{"a variant", .05, 0, .004, .25},
		{"exchanged", .01, 0, 1e-5, .15},
		{"same", .87, .02, .008, 0},
	}}
	first.common, first.exact = plain(func(t *Table) *texts { return t.first }, func(r *record) uint32 { return r.first }, firstSame)
	middle := comparison{name: "middle name", eval: (*Table).compareMiddle, strangers: true, levels: []level{
		{"differs", .1, 0, .93, 0}, {"nearly the same", .2, 0, .05, 0}, {"same", .7, 0, .02, 0},
	}}
	middle.common, middle.exact = plain(func(t *Table) *texts { return t.middle }, func(r *record) uint32 { return r.middle }, middleSame)
	last := comparison{name: "last name", eval: (*Table).compareLast, levels: []level{
		{"differs", .05, .4, .998, .25}, {"in part", .01, .02, 1e-4, .1}, {"nearly the same", .04, .03, 8e-4, .3}, {"same", .9, .55, .001, 0},
	}}
	last.common, last.exact = plain(func(t *Table) *texts { return t.last }, func(r *record) uint32 { return r.last }, lastSame)
	title := comparison{name: "title", eval: compareTitle, strangers: true, levels: []level{{"differs", .02, 0, .5, 0}, {"same", .98, 0, .5, 0}}}
	return []comparison{first, middle, last, title, born(), place(), birthplace(), job(), email(), phone(), tax(), employer()}
}

func born() comparison {
	c := comparison{name: "date of birth", eval: (*Table).compareBorn, strangers: true, levels: []level{
		{"differs", .02, 0, .75, .1},
		{"within ten years", .02, 0, .22, .25},
		{"within a year", .02, 0, .025, .15},
		{"within a month", .02, 0, .002, .15},
		{"a slip apart", .05, .002, .002, 0},
		{"same", .87, .01, 1e-4, 0},
	}}
	c.common, c.exact = plain(func(t *Table) *texts { return t.born }, func(r *record) uint32 { return r.born }, bornSame)
	return c
}

func place() comparison {
	c := comparison{name: "address", eval: (*Table).comparePlace, levels: []level{
		{"differs", .15, .3, .96, .5},
		{"nearby", .03, .03, .01, 0},
		{"same city", .1, .1, .02, 0},
		{"other street, same postcode", .03, .03, .002, 0},
		{"same postal area", .02, .02, .005, 0},
		{"same postal district", .03, .03, .001, 0},
		{"postcode nearly the same", .04, .04, 5e-4, 0},
		{"same postcode", .2, .2, 5e-4, 0},
		{"same street, other place", .02, .02, 2e-4, 0},
		{"same street, other house", .02, .02, 1e-4, 0},
		{"nearly the same", .1, .1, 2e-5, 0},
		{"same", .5, .5, 1e-5, 0},
	}}
	c.common = func(t *Table, a, _ *record, l uint8) (*texts, uint32) {
		switch l {
		case placeStreet:
			return t.street, a.street
		case placeZip, placeMovedZip:
			return t.zip, a.zip
		case placeCity:
			return t.city, a.city
		}
		return nil, 0
	}
	return c
}

func birthplace() comparison {
	c := comparison{
		name:   "birthplace",
		eval:   func(t *Table, a, b *record) uint8 { return compareText(t.birthplace, a.birthplace, b.birthplace) },
		levels: []level{{"differs", .2, .6, .97, 0}, {"nearly the same", .1, .05, .005, 0}, {"same", .7, .35, .025, 0}},
	}
	c.common, c.exact = plain(func(t *Table) *texts { return t.birthplace }, func(r *record) uint32 { return r.birthplace }, textSame)
	return c
}

func job() comparison {
	c := comparison{
		name:      "occupation",
		eval:      func(t *Table, a, b *record) uint8 { return compareText(t.job, a.job, b.job) },
		strangers: true,
		levels:    []level{{"differs", .3, 0, .96, 0}, {"nearly the same", .05, 0, .005, 0}, {"same", .65, 0, .035, 0}},
	}
	c.common, c.exact = plain(func(t *Table) *texts { return t.job }, func(r *record) uint32 { return r.job }, textSame)
	return c
}

func email() comparison {
	c := comparison{name: "e-mail", eval: (*Table).compareEmail, levels: []level{
		{"differs", .25, .6, .998, .6}, {"same company's domain", .02, .15, .001, .1}, {"alike", .05, .02, 3e-4, .2}, {"nearly the same", .08, .01, 3e-5, .3}, {"shared", .1, .2, 2e-6, 0}, {"same", .5, .02, 2e-6, 0},
	}}
	c.common, c.exact = handle(func(t *Table) *texts { return t.email }, func(t *Table) []bool { return t.mailShared }, func(a, _ *record) uint32 { return a.email }, mailSame, mailShared)
	return c
}

func phone() comparison {
	c := comparison{name: "phone", eval: (*Table).comparePhone, levels: []level{
		{"differs", .3, .6, .9999, .6}, {"a slip apart", .05, .01, 5e-6, .2}, {"shared", .1, .35, 5e-6, 0}, {"same", .55, .04, 5e-6, 0},
	}}
	c.common, c.exact = handle(func(t *Table) *texts { return t.phone }, func(t *Table) []bool { return t.phoneShared }, samePhone, phoneSame, phoneShared)
	return c
}

func tax() comparison {
	c := comparison{
		name:      "tax number",
		eval:      func(t *Table, a, b *record) uint8 { return compareCode(t.tax, a.tax, b.tax) },
		strangers: true,
		levels:    []level{{"differs", .03, 0, .999, .2}, {"two slips apart", .02, 0, 2e-4, 0}, {"a slip apart", .05, 0, 3e-5, 0}, {"same", .9, 0, 2e-6, 0}},
	}
	c.common, c.exact = plain(func(t *Table) *texts { return t.tax }, func(r *record) uint32 { return r.tax }, codeSame)
	return c
}

func employer() comparison {
	c := comparison{name: "employer", eval: (*Table).compareEmployer, levels: []level{{"differs", .2, .4, .995, 0}, {"nearly the same", .05, .05, .002, 0}, {"same", .75, .55, .003, 0}}}
	c.common = func(t *Table, a, b *record, l uint8) (*texts, uint32) {
		if l != textSame {
			return nil, 0
		}
		if a.company != 0 && a.company == b.company {
			return t.company, a.company
		}
		return t.code, a.code
	}
	return c
}
