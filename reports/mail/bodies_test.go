package mail

import (
	"regexp"
	"strings"
	"testing"

	"clientele/reports"

	"golang.org/x/net/html"
)

func bodies(t *testing.T, l reports.Letter) (text, page string) {
	t.Helper()
	_, _, leaves := opened(t, rendered(t, l))
	return strings.ReplaceAll(string(leaves[0].body), "\r\n", "\n"), strings.ReplaceAll(string(leaves[1].body), "\r\n", "\n")
}

// words is what a reader of the page sees, pictures by their alternative text.
func words(t *testing.T, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode && n.Parent.Data != "style" && n.Parent.Data != "title" {
			b.WriteString(n.Data + " ")
		}
		for _, a := range n.Attr {
			if a.Key == "alt" || a.Key == "href" {
				b.WriteString(a.Val + " ")
			}
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// facts lists everything a letter says.
func facts(l reports.Letter) []string {
	all := []string{l.Scope, "31 Oct 2026 18:22", l.Headline, l.Warning, l.Chart.Unit, l.ChartAlt, l.Attached.Name, "tart with Overview", "ll 11 checks passed", l.Full.Name, l.Full.Link, "41,200 rows", l.Why, "dition 1a2b3c4d"}
	for _, r := range l.Rows {
		all = append(all, r.Label, r.Note, r.Value, r.Delta, r.Against)
	}
	for _, a := range l.Actions {
		all = append(all, a.Do, a.Why, a.Worth, a.Who, a.Where)
	}
	for _, c := range l.Since {
		all = append(append(all, c.Title), c.Items...)
	}
	return all
}

func TestTextAndPageSayTheSameFacts(t *testing.T) {
	l := sample()
	l.Warning = "2 of 11 checks failed"
	text, page := bodies(t, l)
	text, page = strings.Join(strings.Fields(text), " "), words(t, page)
	for _, fact := range facts(l) {
		fact = strings.Join(strings.Fields(fact), " ")
		if !strings.Contains(text, fact) {
			t.Errorf("the text does not say %q", fact)
		}
		if !strings.Contains(page, fact) {
			t.Errorf("the page does not say %q", fact)
		}
	}
}

func TestWarningIsReadBeforeTheHeadline(t *testing.T) {
	l := sample()
	l.Warning = "2 of 11 checks failed"
	for _, body := range func() []string { a, b := bodies(t, l); return []string{a, b} }() {
		if w, h := strings.Index(body, l.Warning), strings.Index(body, "Revenue is up"); w < 0 || h < w {
			t.Errorf("warning at %d, headline at %d", w, h)
		}
	}
	if _, page := bodies(t, sample()); strings.Contains(page, `class="warn"`) {
		t.Error("an empty warning bar is shown")
	}
}

func TestPageIsSmallAndLoadsNothing(t *testing.T) {
	l := sample()
	l.Warning = "2 of 11 checks failed"
	_, page := bodies(t, l)
	if len(page) >= 20_000 {
		t.Errorf("%d bytes", len(page))
	}
	for _, remote := range []string{"<link", "<script", "@import", "url(", "<iframe", "@font-face"} {
		if strings.Contains(page, remote) {
			t.Errorf("contains %s", remote)
		}
	}
	for _, src := range regexp.MustCompile(`src="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if src[1] != "cid:chart.png" {
			t.Errorf("loads %s", src[1])
		}
	}
	for _, want := range []string{`width="600"`, "prefers-color-scheme: dark", "max-width: 480px", `lang="en-GB"`, "font-size:22px", "font-size:21px"} {
		if !strings.Contains(page, want) {
			t.Errorf("lacks %s", want)
		}
	}
	if strings.Contains(page, "ZgotmplZ") {
		t.Error("a value was refused by the template")
	}
}

func TestNamesCannotBecomeMarkupOrLines(t *testing.T) {
	l := sample()
	l.Since = []reports.LetterChange{{Title: "Joined", Items: []string{`<script>alert("x")</script>`, "two\r\nATTACHED: evil.exe", "&lt; & ' \""}}}
	l.ChartAlt = `"><img src=http://example.org/x>`
	text, page := bodies(t, l)
	if strings.Contains(page, "<script") || strings.Contains(page, "<img src=http") {
		t.Error("a name became markup")
	}
	if strings.Contains(text, "\nATTACHED: evil.exe") {
		t.Error("a name became a line")
	}
	if seen := words(t, page); !strings.Contains(seen, `<script>alert("x")</script>`) || !strings.Contains(seen, `&lt; & ' "`) {
		t.Error("a name is not shown as it is")
	}
}

func TestSectionsWithoutContentAreLeftOut(t *testing.T) {
	l := sample()
	l.Rows, l.Actions, l.Chart, l.ChartPNG, l.ChartAlt, l.Since, l.Full, l.Attached = nil, nil, nil, nil, "", nil, reports.FullLists{}, reports.Attachment{}
	text, page := bodies(t, l)
	for _, body := range []string{strings.ToLower(text), strings.ToLower(page)} {
		for _, title := range []string{"do this week", "since the last report", "attached", "<ul", "<img", "all rows"} {
			if strings.Contains(body, title) {
				t.Errorf("still says %q", title)
			}
		}
	}
	if strings.Contains(text, "\n\n\n\n") {
		t.Errorf("holes in the text: %q", text)
	}
}

func TestChartThatWasNotDrawnIsSaidInWords(t *testing.T) {
	l := sample()
	l.ChartPNG = nil
	if _, page := bodies(t, l); strings.Contains(page, "<img") || !strings.Contains(words(t, page), l.ChartAlt) {
		t.Error("the chart's numbers are missing")
	}
}

func TestPageThatWouldBeCutOffIsRefused(t *testing.T) {
	l := sample()
	l.Since = []reports.LetterChange{{Title: "Joined", Items: []string{strings.Repeat("a long name ", 10_000)}}}
	if _, err := Render(l); err == nil || !strings.Contains(err.Error(), "cap its lists") {
		t.Error(err)
	}
}
