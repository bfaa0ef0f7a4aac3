package linkage

import "math"

// firms lists what is compared about companies. Kin are companies of one group.
func firms() []comparison {
	name := comparison{name: "company name", eval: (*Table).compareFirm, levels: []level{
		{"differs", .06, .4, .994, .25}, {"in part", .06, .3, .002, 0}, {"nearly the same", .15, .05, 5e-4, 0}, {"same", .75, .25, .001, 0},
	}}
	name.common, name.exact = plain(func(t *Table) *texts { return t.company }, func(r *record) uint32 { return r.company }, firmSame)
	// Firms under one roof are learnt as kin. Two of exactly one name hardly are: what has
	// a roof and a name in common is one firm, however many others are under it.
	name.mostKin = []float64{0, 0, .005, .005}
	mail := comparison{name: "e-mail", eval: (*Table).compareFirmMail, levels: []level{
		{"differs", .2, .5, .996, 0}, {"same domain", .25, .35, .002, 0}, {"alike", .001, .001, 1e-6, 0}, {"nearly the same", .04, .01, 2e-5, 0}, {"shared", .001, .001, 1e-6, 0}, {"same", .5, .14, 2e-5, 0},
	}}
	mail.common, mail.exact = plain(func(t *Table) *texts { return t.email }, func(r *record) uint32 { return r.email }, mailSame)
	phone := comparison{name: "phone", eval: (*Table).compareLine, levels: []level{
		{"differs", .25, .6, .9999, 0}, {"a slip apart", .05, .05, 5e-6, 0}, {"shared", .05, .2, 1e-5, 0}, {"same", .65, .15, 1e-5, 0},
	}}
	phone.common, phone.exact = handle(func(t *Table) *texts { return t.phone }, func(t *Table) []bool { return t.lineShared }, samePhone, phoneSame, phoneShared)
	vat := tax()
	vat.strangers = false
	vat.levels = []level{{"differs", .01, .8, .999, 0}, {"two slips apart", .01, .01, 2e-4, 0}, {"a slip apart", .05, .01, 3e-5, 0}, {"same", .93, .02, 2e-6, 0}}
	// A group may have one tax number, but not so that a renamed company is taken for two.
	vat.mostKin = []float64{0, 0, 0, .005}
	return []comparison{name, mail, phone, place(), vat, register()}
}

func register() comparison {
	c := comparison{
		name:   "register number",
		eval:   func(t *Table, a, b *record) uint8 { return compareCode(t.code, a.code, b.code) },
		levels: []level{{"differs", .01, .97, .999, 0}, {"two slips apart", .01, .01, 2e-4, 0}, {"a slip apart", .04, .01, 3e-5, 0}, {"same", .94, .01, 2e-6, 0}},
	}
	c.common, c.exact = plain(func(t *Table) *texts { return t.code }, func(r *record) uint32 { return r.code }, codeSame)
	return c
}

// impossible is the evidence of what can never be one customer.
var impossible = math.Inf(-1)

// clash says in words why two records can never be one customer, whatever else
// agrees; empty if nothing speaks against it.
func (t *Table) clash(a, b *record) string {
	switch {
	case a.is(firm) != b.is(firm):
		return "a company and a person"
	case !a.is(firm) && a.generation != 0 && b.generation != 0 && a.generation != b.generation:
		return "father and son by their suffixes"
	case !a.is(firm):
		return ""
	}
	known := a.tax != 0 && a.tax == b.tax || a.code != 0 && a.code == b.code
	switch {
	case known:
		return ""
	case a.code != 0 && b.code != 0:
		return "other register numbers"
	case t.toldApart(a, b):
		return "a word in the name that tells companies of a group apart"
	}
	return ""
}
