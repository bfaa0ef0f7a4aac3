package pages

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

func pageText(t *testing.T, wb reports.Workbook, tab string) string {
	t.Helper()
	var b bytes.Buffer
	for _, p := range wb.Pages {
		if p.Sheet().Tab == tab {
			if err := reports.Dump(&b, p); err != nil {
				t.Fatal(err)
			}
		}
	}
	return b.String()
}

// reported returns an input whose last report was accepted with every customer as they
// stand, but for some.
func reported(t *testing.T, change func(map[string]string)) Input {
	t.Helper()
	in := company(t, 5)
	kept := maps.Clone(KeyFigures(in, Marketing(in)))
	change(kept)
	in.Previous = kept
	return in
}

func tableOf(t *testing.T, in Input, tab, title string) string {
	t.Helper()
	text := pageText(t, Marketing(in), tab)
	_, rest, found := strings.Cut(text, "table "+title)
	if !found {
		t.Fatalf("%s has no table %q:\n%s", tab, title, text)
	}
	table, _, _ := strings.Cut(rest, "\n\n")
	return table
}

func TestNobodyMovedSinceAReportThatSaidTheSame(t *testing.T) {
	in := reported(t, func(map[string]string) {})
	for _, title := range []string{"Segments", "Breadth × profit"} {
		table := tableOf(t, in, "Who moved", title)
		if !strings.Contains(table, "since the last report (September 2026)") || !strings.Contains(table, "nobody moved") && !strings.Contains(table, "0 turned profitable and 0 stopped being so, 0 took up many categories and 0 gave them up") || strings.Contains(table, "or new here") {
			t.Errorf("%s:\n%s", title, table)
		}
	}
}

func TestMovesSinceTheLastReport(t *testing.T) {
	in := company(t, 5)
	b := open(in)
	var champion, fresh row
	for _, r := range b.rows {
		if r.RFMSegment == metrics.Champions {
			champion = r
		}
		if r.RFMSegment == metrics.Loyal {
			fresh = r
		}
	}
	then := open(in)
	gone, fell := *champion, *champion
	gone.ID = "nobody any more"
	fell.RFMSegment, fell.Net = metrics.LostCustomers, extract.Some(euros(-1))
	then.rows = []row{&gone, &fell}
	for _, r := range b.rows {
		if r != champion && r != fresh {
			then.rows = append(then.rows, r)
		}
	}
	in.Previous = map[string]string{keyStanding: then.standings()}
	m := open(in).segmentMoves()
	_, total := m.shifts("new", func(s string) string { return s })
	if total.up != 1 || total.down != 0 || total.all != 39 || m.gone != 1 {
		t.Errorf("%d up, %d down of %d, %d gone", total.up, total.down, total.all, m.gone)
	}
	if s := m.summary(total); !strings.Contains(s, "1 moved up, 1 came in") || !strings.Contains(s, "1 customer was there then and no longer") {
		t.Error(s)
	}
	for _, x := range m.moves {
		if x.From == metrics.LostCustomers && x.To == metrics.Champions && x.Net != champion.Net.Value {
			t.Errorf("who moved brings %v, want %v", x.Net, champion.Net.Value)
		}
	}
	if q := open(in).quadrantMoves(); q.gone != 1 {
		t.Errorf("%d gone from the quarters", q.gone)
	}
}

func TestAReportThatCannotBeReadIsComparedWithLastYear(t *testing.T) {
	for name, text := range map[string]string{
		"of an earlier release": "", "cut off": "1 1", "no base64": "1 1 ä", "a place that is none": "99 1 AAA", "a broken number": "1 1 gICAgICAgICAgA",
	} {
		in := reported(t, func(kept map[string]string) { kept[keyStanding] = text })
		if m := open(in).segmentMoves(); m.report || m.since != "since a year ago" {
			t.Errorf("%s: %+v", name, m)
		}
	}
}

func TestWhereCustomersStandIsReadAsItWasWritten(t *testing.T) {
	in := company(t, 5)
	b := open(in)
	in.Previous = map[string]string{keyStanding: b.standings()}
	stood, ok := open(in).stood()
	n := 0
	for _, r := range b.rows {
		if s := b.standingOf(r); s != (standing{}) {
			n++
			if stood[mark(r.ID)] != s {
				t.Errorf("%s stands at %v, read as %v", r.Name, s, stood[mark(r.ID)])
			}
		}
	}
	if !ok || len(stood) != n {
		t.Errorf("%d are read, %d were written", len(stood), n)
	}
}

func TestWhereVeryManyStandIsNotKept(t *testing.T) {
	b := &book{r: &metrics.Results{}}
	rows := make([]transform.Figures, mostStanding+1)
	for i := range rows {
		rows[i].ID, rows[i].RFMSegment = transform.NewID(extract.Ref{Source: "shop", ID: string(rune(i))}, i), metrics.Loyal
		b.rows = append(b.rows, &rows[i])
	}
	if b.standings() != "" {
		t.Error("more customers are written down than may be")
	}
	b.rows = b.rows[:mostStanding]
	if n := len(b.standings()); n == 0 || n > 600_000 {
		t.Errorf("%d customers take %d bytes", mostStanding, n)
	}
}

func TestQuartersAreNamedAfterTheHurdle(t *testing.T) {
	in := company(t, 5)
	in.Results.Rules.Hurdle = euros(500)
	if table := tableOf(t, in, "Products", "Breadth × profit of customers"); !strings.Contains(table, "Fewer than 3, above €") || strings.Contains(table, "loss-making") {
		t.Error(table)
	}
}

func TestNobodyIsAmongTheBestAndTheWorst(t *testing.T) {
	best, worst := extremes(open(company(t, 5)).ranked())
	seen := map[transform.CustomerID]bool{}
	for _, r := range slices.Concat(best, worst) {
		if seen[r.ID] {
			t.Errorf("%s is in both", r.Name)
		}
		seen[r.ID] = true
	}
	if len(best) != 20 || len(worst) != 19 || best[0].Net.Value < best[19].Net.Value || worst[18].Net.Value > worst[0].Net.Value || worst[0].Net.Value > best[19].Net.Value {
		t.Errorf("%d best, %d worst, or out of order", len(best), len(worst))
	}
}
