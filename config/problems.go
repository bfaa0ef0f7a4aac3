package config

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Problem is one thing in the file that cannot stand, with its place and what to do about it.
type Problem struct {
	// File is the name the file was given by.
	File string
	// Line counts from 1.
	Line int
	// Column counts characters from 1.
	Column int
	// Path is the entry, such as "sources.shop.records.orders"; empty for the whole file.
	Path string
	// Text says what is wrong.
	Text string
	// Hint says what to write instead; may be empty.
	Hint string
}

// String is the problem on one line: "file:line:column: path: text (hint)".
func (p Problem) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d:%d: ", p.File, p.Line, p.Column)
	if p.Path != "" {
		b.WriteString(p.Path + ": ")
	}
	b.WriteString(p.Text)
	if p.Hint != "" {
		b.WriteString(" (" + p.Hint + ")")
	}
	return b.String()
}

// Problems is the error of a file that was read but cannot be used: everything wrong with it, in reading order.
type Problems struct {
	List []Problem
}

// Error lists every problem on a line of its own.
func (p *Problems) Error() string {
	lines := make([]string, len(p.List))
	for i, problem := range p.List {
		lines[i] = problem.String()
	}
	return strings.Join(lines, "\n")
}

// err is nil without problems, else the problems in reading order, each once.
func (p *Problems) err() error {
	if len(p.List) == 0 {
		return nil
	}
	slices.SortStableFunc(p.List, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Path, b.Path), cmp.Compare(a.Text, b.Text))
	})
	p.List = slices.Compact(p.List)
	return p
}
