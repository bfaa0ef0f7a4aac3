package config

import (
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// among holds a text against the words allowed for it.
func (d *decoder) among(v reflect.Value, f field, n *yaml.Node, path string) {
	if f.enum == nil || v.Kind() != reflect.String || v.String() == "" && !f.need {
		return
	}
	for _, allowed := range f.enum {
		if v.String() == allowed {
			return
		}
	}
	hint := "one of " + strings.Join(f.enum, ", ")
	if near := nearest(v.String(), f.enum); near != "" {
		hint = "did you mean " + near + "?"
	}
	d.problem(n, path, strconv.Quote(v.String())+" is not known", hint)
}

// between holds a whole number against its bounds.
func (d *decoder) between(v reflect.Value, f field, n *yaml.Node, path string) {
	if !v.CanInt() {
		return
	}
	if f.min != nil && v.Int() < *f.min {
		d.problem(n, path, n.Value+" is too small", "at least "+strconv.FormatInt(*f.min, 10))
	}
	if f.max != nil && v.Int() > *f.max {
		d.problem(n, path, n.Value+" is too large", "at most "+strconv.FormatInt(*f.max, 10))
	}
}
