package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A grid lays words out in columns: the first for names, the others as wide as each
// other. What is too long for its column goes on below.
type grid struct{ name, column int }

func newGrid(name, column int) grid { return grid{name, column} }

// row returns the lines of one row.
func (g grid) row(cells ...string) []string {
	var parts [][]string
	most := 1
	for i, c := range cells {
		width := g.column
		if i == 0 {
			width = g.name
		}
		part := folded(c, width-2)
		parts, most = append(parts, part), max(most, len(part))
	}
	lines := make([]string, most)
	for n := range lines {
		var b strings.Builder
		for i, part := range parts {
			width := g.column
			if i == 0 {
				width = g.name
			}
			text := ""
			if n < len(part) {
				text = part[n]
			}
			b.WriteString(text + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(text))))
		}
		lines[n] = "  " + strings.TrimRight(b.String(), " ")
	}
	return lines
}

// folded breaks a text into lines of so many characters, between words where it can.
func folded(text string, width int) []string {
	var out []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			out = append(out, line)
		}
		for line = word; utf8.RuneCountInString(line) > width; {
			r := []rune(line)
			out, line = append(out, string(r[:width])), string(r[width:])
		}
	}
	return append(out, line)
}

// lines writes lines.
func (p *program) lines(list []string) {
	for _, l := range list {
		fmt.Fprintln(p.stdout, l)
	}
}
