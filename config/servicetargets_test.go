package config

import (
	"strings"
	"testing"
)

// withTargets is the sample with other targets of the service desk.
func withTargets(lines string) []byte {
	text := string(Sample())
	from := strings.Index(text, "service_targets:")
	to := from + strings.Index(text[from:], "\n\n")
	return []byte(text[:from] + "service_targets:\n" + lines + text[to:])
}

func TestTargetsOfTheServiceDeskAreReadInTheUnitOfTheirMeasure(t *testing.T) {
	c, err := Parse("c.yaml", withTargets("  - {measure: contacts_reopened, target: 0%}\n  - {measure: solved_as_promised, target: 0.955}\n  - {measure: delivered_as_promised, target: 100%}\n  - {measure: complaint_days, target: 2.5}\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []ServiceTarget{{"contacts_reopened", 0}, {"solved_as_promised", .955}, {"delivered_as_promised", 1}, {"complaint_days", 2.5}}
	for i, x := range c.ServiceTargets {
		if x != want[i] {
			t.Errorf("read %v, want %v", x, want[i])
		}
	}
	if text := c.Meaning(); !strings.Contains(text, "service_targets = measure solved_as_promised, target 0.955\n") {
		t.Errorf("settings say\n%s", text)
	}
}

func TestTargetsOfTheServiceDeskThatMeanNothingAreRefused(t *testing.T) {
	for lines, want := range map[string]string{
		"  - {measure: closed_complaints, target: 90%}\n":                                      `"closed_complaints" is not known (one of orders_a_day, orders_on_median_day`,
		"  - {measure: contact_reopened, target: 5%}\n":                                        `"contact_reopened" is not known (did you mean contacts_reopened?)`,
		"  - {measure: contacts_reopened, target: 90}\n":                                       "90 is more than the whole or unclear: contacts_reopened is a share",
		"  - {measure: contacts_reopened, target: 1}\n":                                        "1 is more than the whole or unclear",
		"  - {measure: contacts_reopened, target: 120%}\n":                                     "120% is more than the whole",
		"  - {measure: complaint_days, target: 10%}\n":                                         "complaint_days is no share",
		"  - {measure: complaint_days, target: -1}\n":                                          "-1 is below zero",
		"  - {measure: complaint_days, target: soon}\n":                                        "a number is expected here",
		"  - {measure: complaint_days}\n":                                                      "service_targets[0].target",
		"  - {measure: complaint_days, target: 1}\n  - {measure: complaint_days, target: 2}\n": "duplicate: targets of the measure are already given at line",
		"  - {measure: complaint_days, target: 1, territory: North}\n":                         "unknown key",
	} {
		_, err := Parse("c.yaml", withTargets(lines))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", lines, err, want)
		}
	}
}

func TestTheHashOfSettingsHangsOnTargetsOfTheServiceDesk(t *testing.T) {
	seen := map[string]string{}
	for _, lines := range []string{"", "  - {measure: complaint_days, target: 1}\n", "  - {measure: complaint_days, target: 2}\n"} {
		c, err := Parse("c.yaml", withTargets(lines))
		if err != nil {
			t.Fatal(err)
		}
		hash, err := c.Fingerprint()
		if err != nil || seen[hash] != "" {
			t.Errorf("%q and %q have the same hash (%v)", lines, seen[hash], err)
		}
		seen[hash] = lines + " "
	}
}
