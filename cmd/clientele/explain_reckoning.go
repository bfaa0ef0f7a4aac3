package main

import (
	"fmt"

	"clientele/jobs"
)

// showReckoning writes the evidence field by field and what it comes to.
func (p *program) showReckoning(c jobs.Compared) {
	w := c.Weighed
	if len(w.Lines) == 0 {
		return // nothing was weighed: the verdict has said why
	}
	fmt.Fprintf(p.stdout, "\nThe evidence, in bits (3 bits: eight times as likely)\n")
	p.reckoned("", c.First.Ref.Named()+" | "+c.Second.Ref.Named(), "against", "against")
	p.reckoned("", "", "chance", "kinship")
	for _, l := range w.Lines {
		p.reckoned(l.Words, valuesOf(l), fmt.Sprintf("%+.1f", l.Strangers), fmt.Sprintf("%+.1f", l.Kin))
	}
	p.reckoned("sum", "", fmt.Sprintf("%+.1f", w.Strangers), fmt.Sprintf("%+.1f", w.Kin))
	p.wrapped("  ", countsWords(w))
}

// reckoned writes a line of the reckoning, its words and values folded.
func (p *program) reckoned(words, values, a, b string) {
	left, right := folded(words, 26), folded(values, 32)
	for n := range max(len(left), len(right)) {
		var text, value string
		if n < len(left) {
			text = left[n]
		}
		if n < len(right) {
			value = right[n]
		}
		if n > 0 {
			a, b = "", ""
		}
		p.line("  %-26s %-32s %8s %8s", text, value, a, b)
	}
}

// countsWords says what the sums come to.
func countsWords(w jobs.Weighed) string {
	switch {
	case w.Clash != "":
		return "They cannot be one, whatever the sums: " + w.Clash + "."
	case w.Cut:
		return fmt.Sprintf("A rule lets it count no more than %+.1f bits, whatever the sums; %+.1f are asked for.", w.Score, w.Accept)
	case w.Score >= w.Accept:
		return fmt.Sprintf("What counts is %+.1f bits: enough, %+.1f are asked for.", w.Score, w.Accept)
	}
	return fmt.Sprintf("What counts is %+.1f bits: too little, %+.1f are asked for.", w.Score, w.Accept)
}

// valuesOf writes the values of both sides, one if they are written alike.
func valuesOf(l jobs.Weight) string {
	switch {
	case l.First == l.Second:
		return oneLine(l.First)
	case l.First == "" || l.Second == "":
		return oneLine(l.First + l.Second)
	}
	return oneLine(l.First + " | " + l.Second)
}
