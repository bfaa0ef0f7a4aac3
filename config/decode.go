package config

import (
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// decoder walks nodes and structs side by side and gathers what does not fit.
type decoder struct {
	file     string
	dir      string
	lines    []string
	problems Problems
	decoded  int                   // problems found before the checks between entries began
	at       map[string]position   // of every entry met, by its path
	nodes    map[string]*yaml.Node // the same, for checks that look into a text
}

// nodeDecoder is a value that reads itself from a node, reporting what it cannot read to the decoder.
type nodeDecoder interface {
	decodeNode(d *decoder, n *yaml.Node, path string)
}

func newDecoder(file, dir string, data []byte) *decoder {
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	return &decoder{file: file, dir: dir, lines: strings.Split(text, "\n"), at: map[string]position{}, nodes: map[string]*yaml.Node{}}
}

// root decodes the topmost mapping.
func (d *decoder) root(c *Config, n *yaml.Node) {
	d.at[""] = position{1, 1}
	d.structure(reflect.ValueOf(c).Elem(), n, "")
}

// value decodes one node into one variable of any kind the configuration is made of.
func (d *decoder) value(v reflect.Value, n *yaml.Node, path string) {
	n = target(n)
	if _, known := d.at[path]; !known {
		d.at[path] = position{n.Line, n.Column}
	}
	d.nodes[path] = n
	if own, ok := v.Addr().Interface().(nodeDecoder); ok {
		own.decodeNode(d, n, path)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		d.structure(v, n, path)
	case reflect.Slice:
		d.list(v, n, path)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(v.Elem(), n, path)
	default:
		d.scalar(v, n, path)
	}
}

// structure decodes a mapping into a struct; an entry without content counts as left out.
func (d *decoder) structure(v reflect.Value, n *yaml.Node, path string) {
	fields := fieldsOf(v.Type())
	given := map[string]bool{}
	if !isNull(n) {
		names := make([]string, len(fields))
		for i, f := range fields {
			names[i] = f.name
		}
		d.entries(n, path, names, func(key string, value *yaml.Node) {
			given[key] = true
			f := fields[slices.Index(names, key)]
			d.field(v.Field(f.index), f, value, join(path, key))
		})
	}
	for _, f := range fields {
		if !given[f.name] {
			d.absent(v.Field(f.index), f, path)
		}
	}
}

// list decodes a sequence, one element after the other.
func (d *decoder) list(v reflect.Value, n *yaml.Node, path string) {
	if isNull(n) {
		return
	}
	if n.Kind != yaml.SequenceNode {
		d.problem(n, path, "a list is expected here, not "+kindOf(n), "put each element on its own line after a dash")
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	for i, child := range n.Content {
		d.value(v.Index(i), child, element(path, i))
	}
}

// plain decodes a mapping into a struct that usually reads itself.
func (d *decoder) plain(into any, n *yaml.Node, path string) {
	d.structure(reflect.ValueOf(into).Elem(), n, path)
}

// target is the node an alias stands for.
func target(n *yaml.Node) *yaml.Node {
	for n.Kind == yaml.AliasNode && n.Alias != nil {
		n = n.Alias
	}
	return n
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }
