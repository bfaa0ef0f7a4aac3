package exceltest

import (
	"regexp"
	"strings"
)

var (
	barSeries = regexp.MustCompile(`(?s)<c:ser>.*?</c:ser>`)
	barGround = regexp.MustCompile(`<c:spPr><a:solidFill><a:srgbClr val="([0-9A-F]{6})"/>`)
	barLabels = regexp.MustCompile(`(?s)<c:dLbls>.*</c:dLbls>`)
)

// insideBars holds numbers that stand in bars to standing out from the colour of their bar, and numbers outside of
// them to standing out from white.
func (f *faults) insideBars(name, part string) {
	if !strings.Contains(part, "<c:barChart>") {
		return
	}
	for _, series := range barSeries.FindAllString(part, -1) {
		labels := barLabels.FindString(series)
		grounds := []string{"FFFFFF"}
		if strings.Contains(labels, `dLblPos val="ctr"`) || strings.Contains(labels, `dLblPos val="in`) {
			grounds = nil
			for _, g := range barGround.FindAllStringSubmatch(strings.Replace(series, labels, "", 1), -1) {
				grounds = append(grounds, g[1])
			}
		}
		for _, ink := range inked.FindAllStringSubmatch(labels, -1) {
			for _, ground := range grounds {
				if Contrast(ink[1], ground) < MinContrast {
					f.say("%s: numbers %s on bars %s have a contrast of %.1f", name, ink[1], ground, Contrast(ink[1], ground))
				}
			}
		}
	}
}
