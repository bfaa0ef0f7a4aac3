package jobs

import (
	"testing"
	"time"

	"clientele/extract"
	"clientele/reports/pages"
	"clientele/transform"
)

func TestStaleSourcesStopAReport(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrStale, "never read", "clientele run refresh")

	end := october.To.Start(time.UTC).Time()
	d.Now = func() time.Time { return end.Add(-time.Microsecond) }
	refreshed(t, d)
	_, err = d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrStale, "October 2026", "clientele run refresh")
	if _, err := d.Publish(t.Context(), pages.SalesName, october.Previous(), PublishOptions{}); err != nil {
		t.Errorf("September had ended: %v", err)
	}

	d.Now = func() time.Time { return end }
	refreshed(t, d)
	published(t, d, PublishOptions{})
}

func TestPeriodEndsInTheCompanysZone(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	d.Company.Zone = berlin
	d.Now = func() time.Time { return time.Date(2026, time.October, 31, 23, 0, 0, 0, time.UTC) } // midnight in Berlin
	refreshed(t, d)
	published(t, d, PublishOptions{NoSend: true})
	p, err := d.LastPeriod(pages.SalesName)
	if err != nil || p != october {
		t.Errorf("%v: %v", p, err)
	}
}

func TestLastFinishedPeriod(t *testing.T) {
	for name, it := range map[string]struct {
		kind  string
		start time.Weekday
		today extract.Day
		want  string
	}{
		"on the first of a month it is the month before":    {transform.Monthly, time.Monday, extract.Date(2026, 11, 1), "2026-10"},
		"on the last of a month it is still the one before": {transform.Monthly, time.Monday, extract.Date(2026, 11, 30), "2026-10"},
		"in January it is December":                         {transform.Monthly, time.Monday, extract.Date(2027, 1, 15), "2026-12"},
		"on Monday it is the week that ended on Sunday":     {transform.Weekly, time.Monday, extract.Date(2026, 11, 2), "2026-W44"},
		"on Sunday it is the week before":                   {transform.Weekly, time.Monday, extract.Date(2026, 11, 1), "2026-W43"},
		"weeks that begin on Sunday end on Saturday":        {transform.Weekly, time.Sunday, extract.Date(2026, 11, 1), "week-to-2026-11-01"},
		"and on Saturday it is the one before":              {transform.Weekly, time.Sunday, extract.Date(2026, 11, 7), "week-to-2026-11-01"},
	} {
		t.Run(name, func(t *testing.T) {
			d := &Director{WeekStart: it.start, Company: Company{Zone: time.UTC}, Reports: []Report{{Name: pages.SalesName, Kind: it.kind}}}
			d.Now = func() time.Time { return it.today.Time().Add(5 * time.Hour) }
			got, err := d.LastPeriod(pages.SalesName)
			if err != nil || got.Key() != it.want {
				t.Errorf("%s: %v, want %s", got.Key(), err, it.want)
			}
			if it.kind == transform.Weekly && got.To-got.From != 7 {
				t.Errorf("a week from %s to %s", got.From, got.To)
			}
			if got.To > it.today {
				t.Errorf("it ends before %s, which is to come", got.To)
			}
		})
	}
}

// The ledger tells periods apart by their keys: a week that begins on another day
// than Monday must not pass for the numbered one it overlaps.
func TestNoTwoWeeksShareAKey(t *testing.T) {
	seen := map[string]transform.Period{}
	for end := extract.Date(2026, time.January, 1); end < extract.Date(2027, time.February, 1); end++ {
		p := transform.Ending(end, transform.Weekly)
		if before, known := seen[p.Key()]; known {
			t.Fatalf("%s is the key of %v and of %v", p.Key(), before, p)
		}
		seen[p.Key()] = p
	}
}
