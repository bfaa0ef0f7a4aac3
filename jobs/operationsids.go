package jobs

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// changesOf counts what happened to ids since the last report, and lists what matters
// most: the gravest kinds first, and of each those with most revenue.
func (d *Director) changesOf(ctx context.Context, m Measured, out *pages.Operations) error {
	c := &out.Changes
	where := map[transform.CustomerID]transform.CustomerID{} // ids that lead to another
	var kept []keptEvent
	most := d.rows(pages.MostChanges)
	for e, err := range d.State.IDLogBetween(ctx, out.Since, m.Snapshot.Run) {
		if err != nil {
			return err
		}
		countEvent(c, e.Kind)
		if e.Kind == transform.IDMerged {
			where[e.ID] = e.Into
		}
		if out.Since == 0 && e.Kind == transform.IDMinted && len(e.Records) < 2 {
			continue // a first report need not name everybody: nothing was joined
		}
		c.Listable++
		kept = append(kept, keptEvent{Event: e})
		if len(kept) >= max(25_000, 2*most) { // a first report may be about every customer
			kept = foremost(kept, m, where, most)
		}
	}
	for _, k := range foremost(kept, m, where, most) {
		x, err := d.changeOf(ctx, m, k)
		if err != nil {
			return err
		}
		c.List = append(c.List, x)
	}
	return nil
}

func countEvent(c *pages.IDChanges, kind string) {
	switch kind {
	case transform.IDMerged:
		c.Merged++
	case transform.IDSplit:
		c.Split++
	case transform.IDRetired:
		c.Retired++
	case transform.IDRevived:
		c.Revived++
	case transform.IDSurvived:
		c.Survived++
	case transform.IDMinted:
		c.Minted++
	}
}

// A keptEvent is an event with what it is ranked by.
type keptEvent struct {
	state.Event
	owner   transform.CustomerID // who has the records now
	revenue extract.Opt[transform.Money]
}

// foremost leaves the events that matter most, in the order of the sheet.
func foremost(list []keptEvent, m Measured, where map[transform.CustomerID]transform.CustomerID, most int) []keptEvent {
	for i := range list {
		k := &list[i]
		k.owner = k.ID
		if k.Into != "" {
			k.owner = k.Into
		}
		for next, gone := where[k.owner]; gone && next != k.owner; next, gone = where[k.owner] { // ids lead on to younger deeds only: no circle
			k.owner = next
		}
		k.revenue = extract.Opt[transform.Money]{}
		if r := m.Results[0].Row(k.owner); r != nil {
			k.revenue = extract.Some(r.Revenue)
		}
	}
	slices.SortStableFunc(list, func(a, b keptEvent) int { // equals stay in the order they happened
		return cmp.Or(cmp.Compare(pages.IDGravity(a.Kind), pages.IDGravity(b.Kind)), cmp.Compare(b.revenue.Value, a.revenue.Value), cmp.Compare(len(b.Records), len(a.Records)))
	})
	return list[:min(len(list), most)]
}

// changeOf says an event in a reader's terms.
func (d *Director) changeOf(ctx context.Context, m Measured, k keptEvent) (pages.IDChange, error) {
	x := pages.IDChange{Kind: k.Kind, ID: k.ID, Into: k.Into, Reason: k.Reason, Records: int64(len(k.Records)), Which: fewRecords(k.Records), Revenue: k.revenue}
	if k.At != 0 {
		x.Day = k.At.Day(d.Company.Zone)
	}
	var err error
	if k.Kind == transform.IDMinted && len(k.Records) > 1 {
		if x.Reason, err = d.joinedBy(ctx, m, k); err != nil {
			return x, err
		}
	}
	if x.Name, err = d.nameOf(ctx, m, k.ID, k.Run); err == nil && k.Into != "" {
		x.IntoIs, err = d.nameOf(ctx, m, k.Into, k.Run)
	}
	return x, err
}

// mostReasons is how many pieces of evidence are quoted for one new customer.
const mostReasons = 2

// joinedBy says what joined the records of a new customer: its event names the founder.
func (d *Director) joinedBy(ctx context.Context, m Measured, k keptEvent) (string, error) {
	var why []string
	for _, ref := range k.Records[:min(len(k.Records), 2*mostReasons)] {
		link, found, err := d.Warehouse.LinkAt(ctx, m.Snapshot.Run, ref)
		if err != nil {
			return "", err
		}
		if found && link.With.ID != "" && len(why) < mostReasons {
			why = append(why, link.Reason)
		}
	}
	if len(why) == 0 {
		return k.Reason, nil
	}
	return strings.Join(why, "; "), nil
}

// nameOf is what a customer is called, or was before a run left nothing of it.
func (d *Director) nameOf(ctx context.Context, m Measured, id transform.CustomerID, run transform.Run) (string, error) {
	if r := m.Results[0].Row(id); r != nil {
		return r.Name, nil
	}
	for _, at := range []transform.Run{m.Snapshot.Run, run - 1} {
		c, found, err := d.Warehouse.CustomerAt(ctx, at, id)
		if found || err != nil {
			return c.Name, err
		}
	}
	return "", nil
}

// fewRecords names the first few records of an event.
func fewRecords(list []extract.Ref) string {
	const few = 3
	var names []string
	for _, r := range list[:min(len(list), few)] {
		names = append(names, r.Named())
	}
	if more := len(list) - few; more > 0 {
		names = append(names, fmt.Sprintf("+ %d", more))
	}
	return strings.Join(names, ", ")
}
