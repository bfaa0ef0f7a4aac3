package config

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Size is a number of bytes, written "25 MB", "500 kB" or 25000000.
type Size int64

var numberOfBytes = regexp.MustCompile(`^([1-9][0-9]{0,11}) *(kB|MB|GB)?$`)

func (x *Size) decodeNode(d *decoder, n *yaml.Node, path string) {
	text, ok := d.text(n, path)
	if !ok {
		return
	}
	match := numberOfBytes.FindStringSubmatch(text)
	if match == nil {
		d.problem(n, path, "a size is expected here, not "+quote(text), "such as 25 MB")
		return
	}
	bytes, err := strconv.ParseInt(match[1], 10, 64)
	if err != nil {
		d.problem(n, path, "a size is expected here: "+err.Error(), "such as 25 MB")
		return
	}
	*x = Size(bytes * map[string]int64{"": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9}[match[2]])
}

// Link is the address of a page or folder, without a slash at its end.
type Link string

func (x *Link) decodeNode(d *decoder, n *yaml.Node, path string) {
	text, ok := d.line(n, path)
	if !ok {
		return
	}
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		d.problem(n, path, "bad address "+quote(text), "such as https://intranet.example.com/reports, without password, question mark or #")
		return
	}
	*x = Link(strings.TrimRight(text, "/"))
}
