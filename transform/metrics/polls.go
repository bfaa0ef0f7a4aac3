package metrics

import (
	"cmp"
	"slices"

	"clientele/transform/model"
)

// A poll is a channel, or a channel and product.
type poll struct{ channel, product string }

// A ballot is what was asked and answered in a poll.
type ballot struct {
	invited, answered int64
	now, before       []float64
}

// cells tables a kind of survey by channel, or by channel and product. A customer
// counts once in each cell: with the last answer about it.
func (c *cut) cells(kind string, products bool) []SatisfactionCell {
	polls := map[poll]*ballot{}
	for _, l := range c.lives {
		take(polls, l.answers, kind, products)
	}
	keys := make([]poll, 0, len(polls))
	for k := range polls {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b poll) int {
		return cmp.Or(cmp.Compare(a.channel, b.channel), cmp.Compare(a.product, b.product))
	})
	var all []float64
	for _, k := range keys {
		all = append(all, polls[k].now...)
	}
	whole := model.Gather(all)
	out := make([]SatisfactionCell, 0, len(keys))
	for _, k := range keys {
		out = append(out, polls[k].cell(k, whole, c.rules.MinSample))
	}
	c.standApart(out)
	return out
}

// take takes one customer's answers in.
func take(polls map[poll]*ballot, answers []opinion, kind string, products bool) {
	type when struct {
		poll
		year bool
	}
	last := map[when]*opinion{}
	var order []when
	for i := range answers {
		o := &answers[i]
		if o.kind != kind {
			continue
		}
		k := when{poll{channel: o.channel}, o.year}
		if products {
			k.product = o.product
		}
		if polls[k.poll] == nil {
			polls[k.poll] = &ballot{}
		}
		b := polls[k.poll]
		b.invited += one(o.year && o.invited)
		b.answered += one(o.year && o.invited && o.answered)
		if !o.answered {
			continue
		}
		if last[k] == nil {
			order = append(order, k)
		}
		if last[k] == nil || o.newer(last[k]) {
			last[k] = o
		}
	}
	for _, k := range order {
		if b := polls[k.poll]; k.year {
			b.now = append(b.now, last[k].score)
		} else {
			b.before = append(b.before, last[k].score)
		}
	}
}

// cell sums a ballot up. Tests need enough answers on either side.
func (b *ballot) cell(k poll, all model.Sample, least int) SatisfactionCell {
	cell := SatisfactionCell{
		Channel: k.channel, Product: k.product, Invited: b.invited, Answered: rate(b.answered, b.invited),
		Mean: meanOf(b.now), Before: meanOf(b.before),
	}
	var top int64
	for _, s := range b.now {
		top += one(s >= 4)
	}
	cell.Top = rate(top, int64(len(b.now)))
	if len(b.now) >= least && len(b.before) >= least {
		cell.Change = changeOf(model.Welch(b.now, b.before))
	}
	now := model.Gather(b.now)
	if rest := all.Without(now); len(b.now) >= least && rest.N >= float64(least) {
		cell.Apart = changeOf(now.Apart(rest))
	}
	return cell
}

// standApart corrects the tests of a table for being many: the changes together,
// and the differences from the others together.
func (c *cut) standApart(cells []SatisfactionCell) {
	changes, aparts := make([]*Change, len(cells)), make([]*Change, len(cells))
	for i := range cells {
		changes[i], aparts[i] = &cells[i].Change, &cells[i].Apart
	}
	stand(changes)
	stand(aparts)
}
