package golden

import (
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/normal"
)

// Merge writes one golden record per cluster, in the order of the clusters, and says
// of every record to whom it belongs and why, in order of source and id.
//
// For every field or group of fields the records climb a ladder: a person's decision;
// what is no placeholder; the field's own rule; what is more fit (a whole name, a
// street, a mailbox of one's own); the source further up, less what its age costs; the
// record changed last; the value in most sources and records; the longest; the smallest
// source and id. All e-mails and phones are kept, the best ones first.
func Merge(parties []extract.Party, res match.Result, ids []transform.CustomerID, opts Options) ([]transform.Customer, []transform.Link) {
	m := newMerging(parties, res, opts)
	of := make([]int32, len(parties))
	for c, cluster := range res.Clusters {
		for _, i := range cluster {
			m.ids[i], of[i] = ids[c], int32(c)
		}
	}
	m.findShared(res, of)
	customers := make([]transform.Customer, len(res.Clusters))
	inParallel(len(res.Clusters), batch, func() func(int) {
		w := &work{m: m}
		return func(c int) { w.golden(&customers[c], ids[c], res.Clusters[c]) }
	})
	return customers, m.links(res)
}

type merging struct {
	parties []extract.Party
	opts    Options
	order   []int32                // indices in order of source and id
	asGiven bool                   // whether that is the order they were given in
	ids     []transform.CustomerID // by record
	sources []string               // all sources, by name
	source  []int32                // by record: its source's number
	rank    []int64                // by source: its place in the company's order
	persons []unit                 // what is chosen for people, in order
	firms   []unit                 // the same for companies

	words   map[string]bool // the company's own placeholders, folded, without blanks
	places  map[string]bool // its own streets
	numbers map[string]bool // its own numbers
	common  shared
	orders  map[extract.Ref][]transform.FieldDecision // people's words, by record
}

func newMerging(parties []extract.Party, res match.Result, opts Options) *merging {
	m := &merging{parties: parties, opts: opts, ids: make([]transform.CustomerID, len(parties)), words: map[string]bool{}, places: map[string]bool{}, numbers: map[string]bool{}}
	m.number()
	m.sort()
	m.rank = m.ruleFor("").rank
	for _, s := range opts.Placeholders {
		m.words[normal.Squeeze(s)] = true
		m.words[normal.ParseEmail(s).Key] = true
	}
	for _, s := range opts.OwnAddresses {
		first, _, _ := strings.Cut(s, ",")
		m.places[normal.ParseAddress(first, "", "", "", "", opts.Country).Place()] = true
	}
	for _, s := range opts.OwnPhones {
		m.numbers[normal.Phone(s, opts.Country)] = true
	}
	for _, known := range []map[string]bool{m.words, m.places, m.numbers} {
		delete(known, "")
	}
	m.orders = map[extract.Ref][]transform.FieldDecision{}
	for _, d := range opts.Decisions {
		m.orders[d.Record] = append(m.orders[d.Record], d)
	}
	m.units()
	return m
}

// units lists what is chosen. The fields of a group stand where its first one would.
func (m *merging) units() {
	plain := plainUnits()
	var alone []unit
	for _, u := range plain {
		in := slices.IndexFunc(m.opts.Rules.Groups, func(g Group) bool { return slices.Contains(g.Fields, u.name) })
		if in < 0 {
			alone = append(alone, u)
		} else if g := m.opts.Rules.Groups[in]; !slices.ContainsFunc(alone, func(x unit) bool { return x.name == g.Name }) {
			alone = append(alone, grouped(g, slices.DeleteFunc(slices.Clone(plain), func(x unit) bool { return !slices.Contains(g.Fields, x.name) })))
		}
	}
	m.firms = append([]unit{companyUnit(), addressUnit(), emailUnit(), phoneUnit()}, append(alone, accountUnit())...)
	m.persons = append([]unit{nameUnit()}, m.firms...)
	for i := range m.persons {
		m.persons[i].rule = m.ruleFor(m.persons[i].name)
	}
	copy(m.firms, m.persons[1:])
}
