package pages

import (
	"cmp"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

// mostProspects is how many open enquiries are listed.
const mostProspects = 250

type prospect = metrics.Prospect

// prospects lists open enquiries for marketing, most likely first, without who refused
// to be contacted.
func (b *book) prospects() reports.Page {
	all := b.courted()
	rows := capped(b, all, mostProspects)
	note := ""
	if left := len(b.r.Prospects.Rows) - len(all); left > 0 {
		note = fmt.Sprintf("Left out: %s of enquirers who refused to be contacted.", reports.Plural(left, "row", "rows"))
	}
	return reports.List[prospect]{
		Head: reports.Head{
			Tab: "Prospects", Title: "Prospects", Question: "Who asked for something and has not bought it, and who is most likely to?", Finding: prospectFinding(all, b),
		},
		Table: reports.Table[prospect]{
			Key: "Prospects", Columns: b.weighed(prospectColumns()), Rows: rows, Of: len(all), Totals: []prospect{allProspects(all)},
			Note: b.cutNote(note, len(rows), len(all)),
		},
	}
}

// courted are the open enquiries of who may be contacted, as they stand on the sheet.
func (b *book) courted() []prospect {
	all := contactable(b.r.Prospects.Rows)
	slices.SortStableFunc(all, func(x, y prospect) int {
		return cmp.Or(cmp.Compare(y.Chance.Value, x.Chance.Value), cmp.Compare(y.Score.Value, x.Score.Value))
	})
	return all
}

// scored reports whether enquiries have a chance to be won.
func (b *book) scored() bool {
	return slices.ContainsFunc(b.r.Prospects.Rows, func(p prospect) bool { return p.Chance.Known })
}

// weighed leaves out what nobody knows of any enquiry: chances while too few were
// decided, territories where there are none.
func (b *book) weighed(cols []reports.Column[prospect]) []reports.Column[prospect] {
	if !b.scored() {
		cols = slices.DeleteFunc(cols, func(c reports.Column[prospect]) bool {
			return c.Head().Text == scoreHead || c.Head().Text == expectedHead
		})
	}
	if slices.ContainsFunc(b.r.Prospects.Rows, func(p prospect) bool { return p.Territory != "" }) {
		return cols
	}
	return placed(b, cols)
}

// The heads of what is expected of enquiries.
const (
	scoreHead    = "Score, 0–100"
	expectedHead = "Expected value"
)

func contactable(all []prospect) []prospect {
	var out []prospect
	for _, p := range all {
		if p.Consent != extract.ConsentRefused {
			out = append(out, p)
		}
	}
	return out
}

func allProspects(rows []prospect) prospect {
	all := prospect{Name: "All open enquiries"}
	for _, p := range rows {
		all.Value, all.Score = both(all.Value, p.Value), both(all.Score, p.Score)
		all.Enquiries += p.Enquiries
	}
	return all
}

// bestChance is the highest score, in whole points of 100.
func bestChance(all []prospect) (best int64, ok bool) {
	for _, p := range all {
		if x, known := score(p); known {
			best, ok = max(best, x), true
		}
	}
	return best, ok
}

// prospectFinding says how many may be contacted and what they are worth.
func prospectFinding(all []prospect, b *book) string {
	sum := allProspects(all)
	text := capital(reports.Plural(sum.Enquiries, "open enquiry", "open enquiries")) + " of people who allow contact or have not said"
	if sum.Value.Known {
		text += ", worth " + b.money(sum.Value.Value)
	}
	if sum.Score.Known {
		text += fmt.Sprintf("; expected to bring %s", b.money(sum.Score.Value))
	}
	if best, ok := bestChance(all); ok {
		text += fmt.Sprintf("; the best chance to be won is %d in 100", best)
	}
	return text + "."
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
