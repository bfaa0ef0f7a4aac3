package pages

import (
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

// What the sources hold decides which pages and columns there are.

func (b *book) hasProducts() bool {
	return slices.ContainsFunc(b.rows, func(r row) bool { return r.Categories > 0 })
}

func (b *book) hasSurveys() bool { return b.r.Satisfaction.Mean.N > 0 }

// judged reports whether the risk of leaving is known of anybody.
func (b *book) judged() bool {
	return slices.ContainsFunc(b.rows, func(r row) bool { return r.Risk.Known })
}

func (b *book) hasReceivables() bool {
	return slices.ContainsFunc(b.rows, func(r row) bool { return r.Receivable.Known })
}

func (b *book) hasTickets() bool { return b.r.Service.Tickets.All()+b.r.Service.Before.All() > 0 }

// hasComplaints reports whether anybody complained in 12 months or still waits.
func (b *book) hasComplaints() bool {
	return b.r.Overview.OpenComplaints > 0 || b.r.Service.Now.Complaints > 0
}

func (b *book) hasContracts() bool { return len(b.r.Contracts.Rows) > 0 }

func (b *book) hasProspects() bool { return len(b.r.Prospects.Rows) > 0 }

func (b *book) hasNeeds() bool { return len(b.r.Needs.Questions)+len(b.r.Needs.Demand) > 0 }

func (b *book) hasAnswers() bool { return len(b.r.Needs.Questions) > 0 }

func (b *book) hasTerritories() bool { return len(b.territories()) > 0 }

// territories names the territories of the scope.
func (b *book) territories() []string {
	var names []string
	for _, t := range b.r.Overview.Territories {
		if t.Name != "" && t.Name != transform.Unplaced {
			names = append(names, t.Name)
		}
	}
	return names
}

// keep returns a page where there is something to show on it, and remembers it as
// left out otherwise.
func (b *book) keep(has bool, tab, why string, page func() reports.Page) []reports.Page {
	if !has {
		b.out = append(b.out, fmt.Sprintf("%s: %s", tab, why))
		return nil
	}
	return []reports.Page{page()}
}

// lacks remembers a part of a sheet that nothing supports.
func (b *book) lacks(part, why string) { b.less = append(b.less, part+": "+why) }

// told reports whether groups are told apart at all: where no source says what kind
// a customer is, a table of one line "Not recorded" would say nothing.
func told[G any](groups []G, name func(G) string) bool {
	return slices.ContainsFunc(groups, func(g G) bool { return name(g) != "" })
}

func groupName(g group) string { return g.Name }

// beside puts blocks side by side, without those that have nothing to say.
func beside(blocks ...reports.Block) reports.Band {
	return slices.DeleteFunc(reports.Band(blocks), func(b reports.Block) bool { return b == nil })
}

// paired puts the blocks of two sides beside one another, as far as both go; each of the
// rest has a band of its own. Where one side is empty the first of the other takes its
// place.
func paired(left, right []reports.Block) (bands []reports.Band) {
	if len(left) == 0 {
		left, right = first(right, 1), right[min(1, len(right)):]
	}
	for i := range max(len(left), len(right)) {
		band := reports.Band{}
		if i < len(left) {
			band = append(band, left[i])
		}
		if i < len(right) {
			band = append(band, right[i])
		}
		bands = append(bands, band)
	}
	return bands
}

// when returns a block where there is something to show, else nothing.
func when(has bool, block reports.Block) reports.Block {
	if !has {
		return nil
	}
	return block
}

// absent lists the record kinds no source delivers.
func (b *book) absent() []extract.Kind {
	got := map[extract.Kind]bool{}
	for _, c := range b.in.Coverage {
		got[c.Kind] = got[c.Kind] || c.Kept > 0 || c.Read > 0
	}
	for _, k := range b.r.Data.Kinds {
		got[k.Kind] = got[k.Kind] || k.Count.All() > 0
	}
	for _, f := range b.r.Data.Flows {
		got[f.Kind] = got[f.Kind] || f.Of > 0
	}
	var none []extract.Kind
	for _, k := range extract.Kinds() {
		if !got[k] {
			none = append(none, k)
		}
	}
	return none
}

// flatHeight is how many rows a chart covers that leaves room for the tables below it on its sheet of paper.
const flatHeight = 10

// flat makes a chart low.
func flat(c reports.Chart) reports.Chart {
	c.Height = flatHeight
	return c
}
