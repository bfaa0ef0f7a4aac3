package pages

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clientele/transform/metrics"
)

// definitionValues is the file of what every key figure of the made-up company is, beside its definition.
var definitionValues = filepath.Join("testdata", "definitions.golden")

// A valued is a key figure of the made-up company: by which definition it is what.
type valued struct{ figure, definition, value string }

func (v valued) line() string { return v.figure + "\t" + v.definition + "\t" + v.value }

// valuedNow lists every figure that has a definition, as it is of a rising and a falling company.
func valuedNow(t *testing.T) (list []valued) {
	t.Helper()
	kept := make([]map[string]string, 2)
	for i, trend := range []int{5, -5} {
		in := company(t, trend)
		kept[i] = KeyFigures(in, Sales(in))
		for key, text := range KeyFigures(in, Marketing(in)) {
			kept[i][key] = text
		}
		b := open(in)
		var segments, quadrants []string
		for _, r := range b.rows {
			segments, quadrants = append(segments, string(r.ID)+" "+r.RFMSegment), append(quadrants, string(r.ID)+" "+b.quadrantOf(r))
		}
		kept[i][metrics.SegmentGroups], kept[i][metrics.QuadrantsGroups] = strings.Join(segments, "\n"), strings.Join(quadrants, "\n")
		for _, report := range []string{SalesName, MarketingName} {
			for key, text := range MeasuredFigures(report, in) {
				kept[i][key] = text
			}
		}
	}
	for _, d := range metrics.Definitions() {
		list = append(list, valued{d.Figure, fmt.Sprintf("version %d by %s", d.Version, strings.Join(d.Rests, " ")), shortly(kept[0][d.Figure]) + " " + shortly(kept[1][d.Figure])})
	}
	return list
}

// shortly is a number as it is, and of a list how long it is and its fingerprint.
func shortly(text string) string {
	if !strings.Contains(text, "\n") {
		return text
	}
	sum := sha256.Sum256([]byte(text))
	return fmt.Sprintf("%d/%s", strings.Count(text, "\n")+1, hex.EncodeToString(sum[:6]))
}

// madeOf tells the records of the made-up company, and its rules, from others.
func madeOf(t *testing.T) string {
	t.Helper()
	var all []byte
	for _, x := range []any{ledger(), histories(5), histories(-5), testRules()} {
		text, err := json.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, text...)
	}
	sum := sha256.Sum256(all)
	return "company " + hex.EncodeToString(sum[:6])
}

// silently compares figures with what was written down: it says of which another value comes out of the same records by the
// same definition.
func silently(then []valued, now []valued) (faults []string) {
	was := map[string]valued{}
	for _, v := range then {
		was[v.figure] = v
	}
	for _, v := range now {
		if old, is := was[v.figure]; is && old.definition == v.definition && old.value != v.value {
			faults = append(faults, fmt.Sprintf("%s is %s, was %s, by the same definition: its calculation changed. Raise its version in transform/metrics/definition.go, so that readers are told and no report is compared with one that meant another thing; then run go test -run EveryDefinition -update", v.figure, v.value, old.value))
		}
	}
	return faults
}

// TestNoFigureChangesUnderEveryDefinition holds that whoever changes how a key figure is calculated raises the version of its
// definition. Nothing is written anew before.
func TestNoFigureChangesUnderEveryDefinition(t *testing.T) {
	now, made := valuedNow(t), madeOf(t)
	text := made + "\n"
	for _, v := range now {
		if strings.TrimSpace(v.value) == "" {
			t.Errorf("%s has no value: nothing would tell that it changed", v.figure)
		}
		text += v.line() + "\n"
	}
	kept, err := os.ReadFile(definitionValues)
	if err != nil && !*update {
		t.Fatal(err)
	}
	head, body, _ := strings.Cut(string(kept), "\n")
	var then []valued
	for line := range strings.Lines(body) {
		if p := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(p) == 3 {
			then = append(then, valued{p[0], p[1], p[2]})
		}
	}
	if head == made {
		for _, fault := range silently(then, now) {
			t.Error(fault)
		}
	}
	switch {
	case t.Failed():
	case *update:
		if err := os.WriteFile(definitionValues, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	case !bytes.Equal(kept, []byte(text)):
		t.Errorf("%s is not what definitions and the made-up company say: run go test -run EveryDefinition -update and look at the difference", definitionValues)
	}
}

func TestAChangedCalculationIsNoticedWhereTheDefinitionIsTheSame(t *testing.T) {
	then := []valued{{"revenue", "version 1 by revenue_from", "5 4"}, {"active", "version 1 by lapsed_after", "2 2"}}
	for name, c := range map[string]struct {
		now  valued
		want int
	}{
		"the same":                      {valued{"revenue", "version 1 by revenue_from", "5 4"}, 0},
		"another value":                 {valued{"revenue", "version 1 by revenue_from", "5 5"}, 1},
		"another value, version raised": {valued{"revenue", "version 2 by revenue_from", "5 5"}, 0},
		"another value, another rule":   {valued{"revenue", "version 1 by revenue_from horizon", "5 5"}, 0},
		"a figure that is new":          {valued{"orders", "version 1 by ", "7 7"}, 0},
	} {
		if got := silently(then, []valued{c.now}); len(got) != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}
