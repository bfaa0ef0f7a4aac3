package jobs

import (
	"strings"
	"testing"

	"clientele/reports/mail/mailtest"
)

// Drift stands until somebody acts: a mail at each refresh would be read by nobody.
func TestDriftIsToldOnceAMonth(t *testing.T) {
	_, d, server := watched(t, mailtest.Options{}, "ann@example.org")
	p := &pupil{rules: "one", same: 1e-5}
	d.Matcher, d.Learning = p, Learning{Least: 10, Drift: 0.25}
	for _, at := range []string{"2026-11-02 06:00", "2026-11-03 06:00", "2026-11-04 06:00", "2026-11-29 06:00", "2026-12-01 06:00", "2026-12-02 06:00"} {
		d.Now = atTime(t, at)
		refreshed(t, d)
		if told := d.Tell(t.Context()); told.Err != nil {
			t.Fatal(told.Err)
		}
		p.same = 1e-4
	}
	subjects := toOps(t, server)
	n := 0
	for _, s := range subjects {
		if strings.Contains(s, "matching.drift.warn") {
			n++
		}
	}
	if n != 2 {
		t.Errorf("told %d times: %q", n, subjects)
	}
}
