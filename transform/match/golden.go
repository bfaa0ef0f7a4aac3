package match

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// Merge writes one golden record per cluster, in the order of the clusters, and
// says of every record to whom it belongs and why, in order of source and id.
//
// Of the values the records offer, the ladder takes the one that is valid (no
// placeholder), from the most trusted source, changed last, held by most records,
// the longest, of the smallest source and id. Name and address move as groups,
// never first name from one record and last name from another. All e-mails and
// phones are kept; the primary one is never a shared one if there is another.
func Merge(parties []extract.Party, res Result, ids []transform.CustomerID, opts Options) ([]transform.Customer, []transform.Link) {
	t := res.table
	if t == nil {
		t = prepare(parties, opts)
		t.markShared()
	}
	m := &merging{t: t, opts: opts, trust: map[string]int{}, ids: make([]transform.CustomerID, len(parties))}
	for n, source := range opts.SourceRank {
		m.trust[source] = n - len(opts.SourceRank)
	}
	for c, cluster := range res.Clusters {
		for _, i := range cluster {
			m.ids[i] = ids[c]
		}
	}
	customers := make([]transform.Customer, len(res.Clusters))
	for c, cluster := range res.Clusters {
		customers[c] = m.golden(ids[c], cluster)
	}
	return customers, m.links(res)
}

type merging struct {
	t     *table
	opts  Options
	trust map[string]int // by source, the smaller the more trusted; unlisted are 0
	ids   []transform.CustomerID
}

// golden merges one cluster.
func (m *merging) golden(id transform.CustomerID, cluster []int32) transform.Customer {
	c := transform.Customer{ID: id, Household: id, Records: int64(len(cluster)), Since: m.since(cluster)}
	if m.t.parties[cluster[0]].Status == extract.PartyErased {
		c.Type, c.Status, c.Consent = m.t.parties[cluster[0]].Type, extract.PartyErased, extract.ConsentRefused
		return c
	}
	l := &ladder{m: m, records: m.climb(cluster)}
	c.Type, c.Status, c.Consent = m.kind(cluster), m.status(cluster), m.consent(cluster)
	l.names(&c)
	l.address(&c)
	l.contacts(&c)
	l.rest(&c)
	if len(cluster) > 1 {
		c.Lineage = strings.Join(l.lineage, "\n")
	}
	return c
}

// climb orders records by the rungs that do not depend on the field: source,
// latest change, source and id.
func (m *merging) climb(cluster []int32) []int32 {
	out := slices.Clone(cluster)
	slices.SortFunc(out, func(a, b int32) int {
		x, y := &m.t.parties[a], &m.t.parties[b]
		return cmp.Or(cmp.Compare(m.trust[x.Source], m.trust[y.Source]), cmp.Compare(y.Changed, x.Changed), cmp.Compare(m.t.rank[a], m.t.rank[b]))
	})
	return out
}

func (m *merging) since(cluster []int32) (first extract.Instant) {
	for _, i := range cluster {
		if at := m.t.parties[i].Created; at != 0 && (first == 0 || at < first) {
			first = at
		}
	}
	return first
}

// kind is company for a company, contact where any record belongs to an account.
func (m *merging) kind(cluster []int32) string {
	kind := extract.Person
	for _, i := range cluster {
		switch {
		case m.t.recs[i].firm:
			return extract.Company
		case m.t.parties[i].Type == extract.OfFirm:
			kind = extract.OfFirm
		}
	}
	return kind
}

// status is excluded if any record is, then deceased; closed only if all are.
func (m *merging) status(cluster []int32) string {
	closed := true
	deceased := false
	for _, place := range m.climb(cluster) {
		p := &m.t.parties[place]
		if status, _ := exclusion(p, m.opts.Exclusions); status != "" {
			return status
		}
		deceased = deceased || p.Status == extract.PartyDeceased
		closed = closed && p.Status == extract.PartyClosed
	}
	switch {
	case deceased:
		return extract.PartyDeceased
	case closed:
		return extract.PartyClosed
	}
	return extract.PartyActive
}

// consent is refused if any record says so; a record that says nothing takes no
// consent away.
func (m *merging) consent(cluster []int32) string {
	given := extract.ConsentUnknown
	for _, i := range cluster {
		switch m.t.parties[i].Consent {
		case extract.ConsentRefused:
			return extract.ConsentRefused
		case extract.ConsentGiven:
			given = extract.ConsentGiven
		}
	}
	return given
}
