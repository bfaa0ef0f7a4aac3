package metrics

import (
	"cmp"
	"slices"
	"time"

	"clientele/extract"
	"clientele/transform/model"
)

// desk gathers the contacts of one window.
type desk struct {
	win  Window
	asOf Day
	year bool
	zone *time.Location

	contacts, internal, linked, asked int64
	answers, status                   []float64
	closes, complaintCloses           []model.Life
	closed, reopened                  int64
	complaints                        int64
	within, due, kept, promised       int64
	judged, upheld, first, week       int64
}

// take adds one customer's contacts, or nobody's.
func (g *desk) take(l *life) {
	for i := range l.tickets {
		t := &l.tickets[i]
		switch {
		case t.year != g.year:
		case t.internal():
			g.internal++
			g.linked += one(t.linked)
		default:
			g.add(t)
		}
	}
	if l.row.ID != "" {
		g.solved(l)
	}
}

func (g *desk) add(t *contact) {
	g.contacts++
	g.closes = append(g.closes, g.life(t))
	g.closed += one(t.close.Known)
	g.reopened += one(t.reopened && t.close.Known)
	g.promised += one(t.kept.Known)
	g.kept += one(t.kept.Value)
	if t.answer.Known {
		g.answers = append(g.answers, 60*t.answer.Value)
	}
	switch t.topic {
	case extract.TopicOrderStatus:
		g.asked++
		if t.answer.Known {
			g.status = append(g.status, 60*t.answer.Value)
		}
	case extract.TopicComplaint:
		g.complaint(t)
	}
}

// life is how long a contact has been open, and whether it was closed.
func (g *desk) life(t *contact) model.Life {
	if t.close.Known {
		return model.Life{Time: t.close.Value, Ended: true}
	}
	return model.Life{Time: float64(g.asOf.Start(g.zone)-t.at) / microsADay}
}

// complaint counts a complaint. One that is open and younger than five days cannot
// be judged yet.
func (g *desk) complaint(t *contact) {
	g.complaints++
	life := g.life(t)
	g.complaintCloses = append(g.complaintCloses, life)
	g.within += one(life.Ended && life.Time <= 5)
	g.due += one(life.Ended || life.Time > 5)
	g.judged += one(t.judged)
	g.upheld += one(t.upheld)
}

// solved counts incoming contacts that were solved at once: closed, never opened
// again, and no further contact of the customer on the same topic within a week.
// The last week cannot be judged yet.
func (g *desk) solved(l *life) {
	list := slices.Clone(l.tickets)
	slices.SortStableFunc(list, func(a, b contact) int { return cmp.Compare(a.at, b.at) })
	for i := range list {
		t := &list[i]
		day := t.at.Day(g.zone)
		if t.year != g.year || t.direction != extract.Incoming || day+sellDays > g.asOf {
			continue
		}
		again := false
		for k := i + 1; k < len(list) && list[k].at.Day(g.zone) < day+sellDays; k++ {
			again = again || (list[k].topic == t.topic && list[k].direction == extract.Incoming)
		}
		g.week++
		g.first += one(t.close.Known && !t.reopened && !again)
	}
}

func (g *desk) fill(d *Desk) {
	d.Contacts, d.PerDay = g.contacts, perDay(g.contacts, g.win)
	d.Internal, d.Asked = g.internal, g.asked
	if g.linked > 0 {
		d.PerStatus = ratio(g.linked, g.asked)
	}
	d.Status, d.StatusSlow, d.Answer = medianOf(g.status), quantile(g.status, .9), medianOf(g.answers)
	d.Close, d.ComplaintDays = medianLife(g.closes), medianLife(g.complaintCloses)
	d.Complaints, d.Resolved5 = g.complaints, rate(g.within, g.due)
	d.Reopened, d.FirstContact = rate(g.reopened, g.closed), rate(g.first, g.week)
	d.Promised, d.Upheld = rate(g.kept, g.promised), rate(g.upheld, g.judged)
}

// medianLife is the median of durations of which some have not ended.
func medianLife(lives []model.Life) extract.Opt[extract.Decimal] {
	median, _, _ := model.MedianLife(model.KaplanMeier(lives))
	return decimal(median)
}
