package config

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// entries walks the keys of a mapping. Keys that are not among the names (nil allows every key), come twice or are no
// plain text are problems and are not handed on.
func (d *decoder) entries(n *yaml.Node, path string, names []string, each func(key string, value *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		d.problem(n, path, "a block of `key: value` entries is expected here, not "+kindOf(n), expecting(names))
		return
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if !d.usable(key, path, names, seen) {
			continue
		}
		seen[key.Value] = key.Line
		d.at[join(path, key.Value)] = placeOf(key, target(value))
		each(key.Value, value)
	}
}

// placeOf is where a problem with an entry is shown: at its value, or at its key when the value is a block below it.
func placeOf(key, value *yaml.Node) position {
	if value.Kind != yaml.ScalarNode && value.Style&yaml.FlowStyle == 0 {
		return position{key.Line, key.Column}
	}
	return position{value.Line, value.Column}
}

// usable reports the ways in which a key can be wrong.
func (d *decoder) usable(key *yaml.Node, path string, names []string, seen map[string]int) bool {
	switch {
	case key.Kind != yaml.ScalarNode || isNull(key):
		d.problem(key, path, "a key must be a plain word", "")
	case key.ShortTag() == "!!merge":
		d.problem(key, path, "merging with << is not supported", "write the entries out")
	case seen[key.Value] > 0:
		d.problem(key, join(path, key.Value), fmt.Sprintf("duplicate key, already given at line %d", seen[key.Value]),
			"keep one of the two")
	case names != nil && !slices.Contains(names, key.Value):
		d.problem(key, join(path, key.Value), "unknown key", meant(key.Value, names))
	default:
		return true
	}
	return false
}

// meant is the hint for a word that is none of the names: the nearest one if it is near, else all of them.
func meant(word string, names []string) string {
	if near := nearest(word, names); near != "" {
		return "did you mean " + near + "?"
	}
	return expecting(names)
}

func expecting(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "known here: " + strings.Join(names, ", ")
}

// kindOf names a node's kind for the reader of a problem.
func kindOf(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "a block of entries"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case isNull(n):
		return "nothing"
	case n.ShortTag() == "!!int", n.ShortTag() == "!!float":
		return "a number"
	case n.ShortTag() == "!!bool":
		return "true or false"
	default:
		return "a text"
	}
}
