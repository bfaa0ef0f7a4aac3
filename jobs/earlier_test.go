package jobs

import (
	"testing"
	"time"

	"clientele/extract"
	"clientele/reports/pages"
	"clientele/transform"
)

func TestTheLastReportBeforeAPeriod(t *testing.T) {
	past := map[string]string{"2026-06": "", "2026-08": "", "2026-10": "", "2026-12": "", "2026-W39": "", "to-2026-09-15": "", "junk": ""}
	for want, p := range map[string]transform.Period{
		"2026-08":  october,
		"2026-10":  transform.Ending(extract.Date(2026, time.December, 1), transform.Monthly),
		"":         transform.Ending(extract.Date(2026, time.June, 1), transform.Monthly),
		"2026-W39": transform.Ending(extract.Date(2026, time.November, 2), transform.Weekly),
	} {
		if got := lastBefore(past, p); got != want {
			t.Errorf("before %s: %q, want %q", p.Key(), got, want)
		}
	}
}

func TestASkippedPeriodHandsOnWhatFiguresHangOn(t *testing.T) {
	_, d, _ := ready(t, "ann@example.org")
	name := d.Reports[0].Name
	august := october.Previous().Previous()
	if _, err := d.Publish(t.Context(), name, august, PublishOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		period transform.Period
		want   string // the entry that says it
	}{{august.Previous(), ""}, {october.Previous(), pages.KeyDefinitions}, {october, pages.KeyEarlier}} {
		got, err := d.compared(t.Context(), name, transform.Scope{}, c.period)
		if err != nil || c.want != "" && got[c.want] == "" || c.want == "" && len(got) > 0 {
			t.Errorf("%s is compared with %v: %v", c.period.Key(), got, err)
		}
		if c.want == pages.KeyEarlier && len(got) != 1 {
			t.Errorf("figures of a report that is not the one before are handed on: %v", got)
		}
	}
	p, err := d.Publish(t.Context(), name, october, PublishOptions{})
	if err != nil {
		t.Fatal(err)
	}
	wantDid(t, p, "ann@example.org sent")
	again, err := d.Publish(t.Context(), name, october, PublishOptions{})
	if err != nil || again.Edition != p.Edition {
		t.Errorf("run again it is another edition: %v", err)
	}
}
