package config

import (
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"
)

// scalar decodes the plain kinds: text, whole number, true or false.
func (d *decoder) scalar(v reflect.Value, n *yaml.Node, path string) {
	switch v.Kind() {
	case reflect.String:
		if text, ok := d.line(n, path); ok {
			v.SetString(text)
		}
	case reflect.Bool:
		d.truth(v, n, path)
	case reflect.Int, reflect.Int64:
		d.whole(v, n, path)
	default:
		panic("config: no way to read a " + v.Type().String())
	}
}

// text is the text of a scalar exactly as written: 0123, +4930 and 1.10 need no quotes to stay what they are.
func (d *decoder) text(n *yaml.Node, path string) (string, bool) {
	switch {
	case n.Kind != yaml.ScalarNode:
		d.problem(n, path, "a text is expected here, not "+kindOf(n), "")
	case isNull(n):
		d.problem(n, path, "has no value", "give it one or remove the line")
	case n.ShortTag() == "!!bool":
		d.problem(n, path, "a text is expected here, not true or false", "put it in quotes if it is meant as text")
	case n.Style&yaml.TaggedStyle != 0 && n.ShortTag() != "!!str":
		d.problem(n, path, "tags that begin with ! are not supported", "remove it, or put the text in quotes")
	default:
		return n.Value, true
	}
	return "", false
}

// line is a text without line breaks and other control characters: it may end up in the head of a letter.
func (d *decoder) line(n *yaml.Node, path string) (string, bool) {
	text, ok := d.text(n, path)
	if ok && strings.ContainsFunc(text, unicode.IsControl) {
		d.problem(n, path, "contains a line break or another control character", "write it on one line")
		return "", false
	}
	return text, ok
}

func (d *decoder) truth(v reflect.Value, n *yaml.Node, path string) {
	if n.Kind != yaml.ScalarNode || n.Value != "true" && n.Value != "false" || n.Style&quoted != 0 {
		d.problem(n, path, "true or false is expected here", "")
		return
	}
	v.SetBool(n.Value == "true")
}

const quoted = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle

// wholeNumber leaves out what YAML readers disagree about: leading zeros, hexadecimal, underscores.
var wholeNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)

func (d *decoder) whole(v reflect.Value, n *yaml.Node, path string) {
	if n.Kind != yaml.ScalarNode || !wholeNumber.MatchString(n.Value) {
		d.problem(n, path, "a whole number is expected here", "digits only, such as 12")
		return
	}
	number, err := strconv.ParseInt(n.Value, 10, 64)
	if err != nil || v.OverflowInt(number) {
		d.problem(n, path, "the number is too large", "")
		return
	}
	v.SetInt(number)
}
