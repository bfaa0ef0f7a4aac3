package mail

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"clientele/reports"
)

// A scheme is what a page looks like in light or in dark: rules by class.
type scheme map[string]map[string]string

var (
	rule    = regexp.MustCompile(`([^{}]+)\{([^{}]*)\}`)
	decl    = regexp.MustCompile(`([a-z-]+)\s*:\s*([^;!]+)`)
	hexCode = regexp.MustCompile(`#[0-9A-Fa-f]{6}`)
)

// blockOf reads the rules of one media block of a page.
func blockOf(t *testing.T, page, query string) scheme {
	t.Helper()
	at := strings.Index(page, "("+query+")")
	if at < 0 {
		t.Fatalf("no block for %s", query)
	}
	block := page[at+strings.Index(page[at:], "{")+1:]
	block = block[:strings.Index(block, "\n}")]
	out := scheme{}
	for _, r := range rule.FindAllStringSubmatch(block, -1) {
		for _, selector := range strings.Split(r[1], ",") {
			m := map[string]string{}
			for _, d := range decl.FindAllStringSubmatch(r[2], -1) {
				m[d[1]] = strings.TrimSpace(d[2])
			}
			out[strings.TrimPrefix(strings.TrimSpace(selector), ".")] = m
		}
	}
	return out
}

// A style is what an element is drawn with.
type style struct{ colour, ground, size string }

// shown walks a page and hands out each text with what it is drawn with.
func shown(n *html.Node, s style, block scheme, out func(string, style)) {
	if n.Type == html.ElementNode {
		if n.Data == "style" || n.Data == "title" {
			return
		}
		own := map[string]string{}
		class := n.Data
		for _, a := range n.Attr {
			switch a.Key {
			case "style":
				if strings.Contains(a.Val, "display:none") {
					return
				}
				for _, d := range decl.FindAllStringSubmatch(a.Val, -1) {
					own[d[1]] = d[2]
				}
			case "class":
				class += " " + a.Val
			}
		}
		for _, c := range strings.Fields(class) { // !important: the block wins over the element's own
			for k, v := range block[c] {
				own[k] = v
			}
		}
		if c := hexCode.FindString(own["color"]); c != "" {
			s.colour = c
		}
		if c := hexCode.FindString(own["background"]); c != "" {
			s.ground = c
		}
		if own["font-size"] != "" {
			s.size = own["font-size"]
		}
	}
	if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
		out(strings.TrimSpace(n.Data), s)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		shown(c, s, block, out)
	}
}

// contrast is the ratio of WCAG 2.1: 1 for equal colours, 21 for black on white.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(code string) float64 {
	v, _ := strconv.ParseUint(strings.TrimPrefix(code, "#"), 16, 32)
	part := func(shift int) float64 {
		c := float64(v>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0)
}

// full is a letter in which every part of the page has something to say.
func full() []reports.Letter {
	a := sample()
	a.Warning, a.Replaces, a.Changed = "2 of 11 checks failed", "This replaces the report of 3 Nov 2026.", []string{"Revenue is € 2 k more"}
	a.Rows = append(a.Rows, reports.LetterRow{Label: "Contracts met", Value: "50 %", Delta: "= 0.0 pp", Against: "vs Sep 2026", Tone: reports.Neutral})
	b := sample()
	b.ChartPNG, b.Apart = nil, reports.Apart{Name: b.Attached.Name, Bytes: 7_000_000, Place: "sales/x.xlsx", Ask: "ann@example.org", Checks: "all checks passed"}
	b.Attached = reports.Attachment{}
	b.Full.Link, b.Full.Place, b.Full.Ask = "", "sales/x_full-lists.xlsx", "ann@example.org"
	c := sample()
	c.Full.Link, c.Full.Bytes = "", workbook()
	return []reports.Letter{a, b, c}
}

func TestAllTextStandsOutInLightAndInDark(t *testing.T) {
	for _, l := range full() {
		_, page := bodies(t, l)
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		for name, block := range map[string]scheme{"light": {}, "dark": blockOf(t, page, "prefers-color-scheme: dark")} {
			n := 0
			shown(root, style{colour: "#000000", ground: "#FFFFFF"}, block, func(text string, s style) {
				n++
				if got := contrast(s.colour, s.ground); got < 4.5 {
					t.Errorf("%s: %q is %s on %s, contrast %.1f", name, text, s.colour, s.ground, got)
				}
			})
			if n < 30 {
				t.Errorf("%s: only %d texts were looked at", name, n)
			}
		}
	}
}

func TestContentIsLargeEnoughOnAPhone(t *testing.T) {
	for _, l := range full() {
		_, page := bodies(t, l)
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		shown(root, style{}, blockOf(t, page, "max-width: 480px"), func(text string, s style) {
			size, err := strconv.Atoi(strings.TrimSuffix(s.size, "px"))
			fine := strings.HasPrefix(text, l.Why) // why one gets this mail is no content
			if err != nil || size < 15 && !fine || size < 13 {
				t.Errorf("%q has %s", text, s.size)
			}
		})
	}
}

func TestContrastIsThatOfTheGuidelines(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{{"#000000", "#FFFFFF", "21.00"}, {"#777777", "#FFFFFF", "4.48"}, {"#B23A1B", "#B23A1B", "1.00"}} {
		if got := fmt.Sprintf("%.2f", contrast(c.a, c.b)); got != c.want {
			t.Errorf("%s on %s: %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

// figure is a number as sentences write it.
var figure = regexp.MustCompile(`\d[\d,.]*\d|\d`)

func TestEveryFigureStandsInBothBodies(t *testing.T) {
	for _, l := range full() {
		text, page := bodies(t, l)
		page = words(t, page)
		if at := strings.Index(page, l.PreHeader); at >= 0 { // mail programs show it before the mail is opened
			page = page[:at] + page[at+len(l.PreHeader):]
		}
		count := func(s string) map[string]int {
			m := map[string]int{}
			for _, f := range figure.FindAllString(s, -1) {
				m[f]++
			}
			return m
		}
		in, on := count(text), count(page)
		if len(in) < 10 {
			t.Errorf("only %d figures in the text", len(in))
		}
		for f := range in {
			if on[f] == 0 {
				t.Errorf("%s is in the text and not on the page", f)
			}
		}
		for f := range on {
			if in[f] == 0 {
				t.Errorf("%s is on the page and not in the text", f)
			}
		}
	}
}

func TestThePageOfAPreviewStandsAlone(t *testing.T) {
	l := sample()
	page, err := Page(l)
	if err != nil {
		t.Fatal(err)
	}
	if s := string(page); strings.Contains(s, "cid:") || !strings.Contains(s, `src="data:image/png;base64,`) {
		t.Error("the chart is not inside the page")
	}
	l.Headline = ""
	if _, err := Page(l); err == nil {
		t.Error("a letter that could not be sent has a page")
	}
}
