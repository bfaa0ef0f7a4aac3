package pages

import (
	"fmt"
	"strings"
	"testing"
)

func TestALetterSaysWhereComplaintsWereOpenedAndClosedSinceTheLastReport(t *testing.T) {
	in := company(t, 5)
	now := KeyFigures(in, Sales(in))
	lines := split(now[keyComplaints])
	if len(lines) < 2 {
		t.Fatalf("open complaints kept: %q", lines)
	}
	b := open(in)
	settled := ""
	for _, r := range b.rows {
		if r.OpenComplaints == 0 {
			settled = string(r.ID)
			break
		}
	}
	for _, c := range []struct {
		name string
		was  []string
		want string
	}{
		{"nothing changed", lines, ""},
		{"one opened and one settled", append([]string{settled + "\t3"}, lines[1:]...), "More complaints open: 1 customer; All complaints closed: 1 customer"},
		{"fewer, and not none, is no news", []string{strings.Split(lines[0], "\t")[0] + "\t99", lines[1]}, fmt.Sprintf("More complaints open: %d customer", len(lines)-2)},
		{"none was open", nil, fmt.Sprintf("More complaints open: %d customer", len(lines))},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(in)
			b.in.Previous = map[string]string{keyComplaints: strings.Join(c.was, "\n")}
			var titles []string
			for _, l := range b.complaintChanges() {
				titles = append(titles, l.Title)
				if len(l.Items) == 0 {
					t.Errorf("%s names nobody", l.Title)
				}
			}
			got := strings.Join(titles, "; ")
			if c.want == "" && got != "" && len(lines) > 0 || !strings.HasPrefix(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
	b.in.Previous = map[string]string{"revenue": "1"}
	if l := b.complaintChanges(); l != nil {
		t.Errorf("a report that kept no list is compared: %v", l)
	}
}
