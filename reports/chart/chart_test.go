package chart

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clientele/reports"
)

var months = strings.Fields("Nov Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct")

func monthly() reports.Chart {
	return reports.Chart{
		Kind: reports.Columns, Message: "Revenue beat last year in 9 of 12 months", Categories: months, Value: reports.KindMoneyK,
		Series: []reports.Series{
			{Name: "Year before", Role: reports.Previous, Values: []float64{1460e3, 1871e3, 1248e3, 1271e3, 1463e3, 1482e3, 1542e3, 1614e3, 1648e3, 1547e3, 1670e3, 1569e3}},
			{Name: "This year", Values: []float64{1470e3, 1785e3, 1276e3, 1349e3, 1516e3, 1587e3, 1696e3, 1782e3, 1648e3, 1678e3, 1616e3, 1733e3}},
		},
	}
}

func charts() map[string]reports.Chart {
	signed := reports.Chart{
		Kind: reports.Columns, Message: "Bridge", Categories: []string{"Lost", "Declining", "Growing", "New", "Net"}, Value: reports.KindDeltaMoneyK, Signed: true, Labels: true,
		Series: []reports.Series{{Values: []float64{-1328e3, -1964e3, 2393e3, 1650e3, 751e3}}},
	}
	bars := reports.Chart{
		Kind: reports.Bars, Message: "Growth", Categories: []string{"Schools & care", "Caterers", "Restaurants"}, Value: reports.KindPercent, Signed: true,
		Series: []reports.Series{{Values: []float64{0.159, 0.10, -0.047}}},
	}
	line := reports.Chart{
		Kind: reports.Line, Message: "Attrition", Categories: months, Value: reports.KindPercent,
		Series: []reports.Series{
			{Name: "Target", Role: reports.Target, Values: []float64{.12, .12, .12, .12, .12, .12, .12, .12, .12, .12, .12, .12}},
			{Name: "Attrition", Values: []float64{.13, .14, .15, .151, .14, .13, .12, .11, .115, .12, .13, .125}, Missing: []bool{false, false, false, true}},
		},
	}
	curve := reports.Chart{
		Kind: reports.Scatter, Message: "Whale", Value: reports.KindPercent0, XValue: reports.KindPercent0, XTitle: "customers, best to worst",
		Series: []reports.Series{{X: []float64{0, .2, .5, 1}, Values: []float64{0, .9, 1.14, 1}}},
	}
	stacked := reports.Chart{
		Kind: reports.StackedBars, Message: "Cost", Categories: []string{"Best fifth", "Middle fifth", "Worst fifth"}, Value: reports.KindPercent0,
		Series: []reports.Series{{Values: []float64{.01, .07, .13}}, {Role: reports.Mid, Values: []float64{.02, .05, .07}}},
	}
	return map[string]reports.Chart{"monthly": monthly(), "signed": signed, "bars": bars, "line": line, "curve": curve, "stacked": stacked}
}

func drawn(t *testing.T, c reports.Chart) ([]byte, image.Image) {
	t.Helper()
	data, err := PNG(c)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return data, img
}

func TestEveryFormIsDrawnTheSameTwice(t *testing.T) {
	for name, c := range charts() {
		a, img := drawn(t, c)
		b, _ := drawn(t, c)
		if !bytes.Equal(a, b) {
			t.Errorf("%s: two drawings differ", name)
		}
		if s := img.Bounds().Size(); s.X != Width || s.Y != Height {
			t.Errorf("%s: %v", name, s)
		}
		if len(a) > 60_000 {
			t.Errorf("%s: %d bytes are too many for a mail", name, len(a))
		}
		if r, g, bl, _ := img.At(1, 1).RGBA(); r+g+bl != 3*0xffff {
			t.Errorf("%s: the ground is not white", name)
		}
		if dir := os.Getenv("CLIENTELE_TEST_PNG"); dir != "" { // for looking at it
			if err := os.WriteFile(filepath.Join(dir, name+".png"), a, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// count is the number of pixels of a colour.
func count(img image.Image, want color.RGBA) int {
	rgba := image.NewRGBA(img.Bounds())
	draw.Draw(rgba, rgba.Bounds(), img, image.Point{}, draw.Src)
	n := 0
	for i := 0; i < len(rgba.Pix); i += 4 {
		if rgba.Pix[i] == want.R && rgba.Pix[i+1] == want.G && rgba.Pix[i+2] == want.B {
			n++
		}
	}
	return n
}

var (
	accent   = color.RGBA{R: 0x0B, G: 0x5F, B: 0x7A}
	rust     = color.RGBA{R: 0xB2, G: 0x3A, B: 0x1B}
	lastYear = color.RGBA{R: 0xBA, G: 0xC4, B: 0xCC}
)

func TestColoursFollowTheMeaning(t *testing.T) {
	_, img := drawn(t, charts()["signed"])
	if bad, good := count(img, rust), count(img, accent); bad < 10_000 || good < 10_000 {
		t.Errorf("%d rust and %d accent pixels", bad, good)
	}
	_, img = drawn(t, monthly())
	if bad, now, before := count(img, rust), count(img, accent), count(img, lastYear); bad != 0 || now < 50_000 || before < 50_000 {
		t.Errorf("%d rust, %d accent, %d grey pixels", bad, now, before)
	}
}

func TestAreaFollowsTheValue(t *testing.T) {
	c := monthly()
	_, img := drawn(t, c)
	whole := count(img, lastYear)
	for i := range c.Series[0].Values {
		c.Series[0].Values[i] /= 2
	}
	_, img = drawn(t, c)
	if half := count(img, lastYear); half < whole*45/100 || half > whole*55/100 {
		t.Errorf("half the values cover %d of %d pixels", half, whole)
	}
}

func TestMissingMonthHasNoColumn(t *testing.T) {
	c := monthly()
	_, img := drawn(t, c)
	before := count(img, accent)
	c.Series[1].Missing = []bool{true, true, true}
	_, img = drawn(t, c)
	if after := count(img, accent); after >= before*85/100 {
		t.Errorf("three of twelve columns missing leave %d of %d pixels", after, before)
	}
}

func TestRefusals(t *testing.T) {
	short, odd := monthly(), charts()["curve"]
	short.Categories = months[:3]
	odd.Series[0].X = odd.Series[0].X[:2]
	for name, c := range map[string]reports.Chart{
		"nothing measured": {Kind: reports.Line, Categories: months}, "more values than categories": short, "positions missing": odd,
	} {
		if _, err := PNG(c); err == nil {
			t.Errorf("%s is drawn", name)
		}
	}
}

func TestLabels(t *testing.T) {
	for _, c := range []struct {
		kind   reports.Kind
		x      float64
		signed bool
		want   string
	}{
		{reports.KindMoneyK, 1_733_678, false, "1,734"},
		{reports.KindDeltaMoneyK, -1_328_394, true, "−1,328"},
		{reports.KindPercent, 0.159, true, "+15.9 %"},
		{reports.KindCount, 12, false, "12"},
	} {
		if got := strings.ReplaceAll(label(c.kind, c.x, c.signed), reports.NBSP, " "); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
