package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// widest is how many characters a line for people has at most.
const widest = 100

// wrapped writes words behind a head; further lines are indented as far.
func (p *program) wrapped(head, text string) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(head))
	line := head
	for i, word := range strings.Fields(text) {
		switch {
		case i == 0:
			line += word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > widest:
			fmt.Fprintln(p.stdout, line)
			line = indent + word
		default:
			line += " " + word
		}
	}
	fmt.Fprintln(p.stdout, strings.TrimRight(line, " "))
}

// longLabel is how many characters a label may have that text stands beside.
const longLabel = 24

// beside writes text beside a label, or below one that leaves it too little room.
func (p *program) beside(label, text string) {
	if utf8.RuneCountInString(label) > longLabel {
		p.line("  %s", label)
		label = ""
	}
	p.wrapped(fmt.Sprintf("  %-14s ", label), text)
}
