package config

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"
)

// position is a place in the file; both count from 1.
type position struct{ line, column int }

func (d *decoder) problem(n *yaml.Node, path, text, hint string) {
	d.problemAt(position{max(n.Line, 1), max(n.Column, 1)}, path, text, hint)
}

// problemAt notes a problem. A check between entries is silent about an entry that could not be read at all.
func (d *decoder) problemAt(at position, path, text, hint string) {
	if d.failed(path) {
		return
	}
	d.problems.List = append(d.problems.List, Problem{d.file, at.line, at.column, path, text, hint})
}

// given is the first of some entries that stands in the file, else the last of them.
func (d *decoder) given(paths ...string) string {
	for _, path := range paths {
		if d.nodes[path] != nil {
			return path
		}
	}
	return paths[len(paths)-1]
}

// failed tells, once the checks between entries run, whether an entry could not be read.
func (d *decoder) failed(path string) bool {
	return slices.ContainsFunc(d.problems.List[:d.decoded], func(p Problem) bool { return p.Path == path })
}

// failedBelow is the same for an entry and all entries in it.
func (d *decoder) failedBelow(path string) bool {
	return slices.ContainsFunc(d.problems.List[:d.decoded], func(p Problem) bool {
		return p.Path == path || strings.HasPrefix(p.Path, path+".") || strings.HasPrefix(p.Path, path+"[")
	})
}

// place is where an entry stands, or the nearest entry around it when it was left out.
func (d *decoder) place(path string) position {
	for {
		if at, known := d.at[path]; known {
			return at
		}
		path = path[:max(0, strings.LastIndexAny(path, ".["))]
	}
}

func element(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// join names an entry of a block. A key that would be misread in a path, or break its line, stands in quotes.
func join(path, key string) string {
	if key == "" || strings.ContainsAny(key, `.["`) || strings.ContainsFunc(key, unprintable) {
		key = strconv.Quote(key)
	}
	if path == "" {
		return key
	}
	return path + "." + key
}

func unprintable(r rune) bool { return !unicode.IsPrint(r) }
