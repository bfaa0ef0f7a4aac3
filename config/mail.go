package config

import (
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Mail says how letters leave the house.
type Mail struct {
	// The folder letters are written to as .eml files.
	Outbox string `yaml:"outbox" jsonschema:"default=outbox"`
	// Who the letters are from.
	From Address `yaml:"from"`
	// Who gets the answers; the sender when left out.
	ReplyTo Address `yaml:"reply_to"`
	// The only domains that letters may go to; any when left out.
	AllowDomains []Domain `yaml:"allow_domains"`
}

// Domain is the part of a mail address after the @, in small letters.
type Domain string

var domainName = regexp.MustCompile(`^[\pL\pN]([\pL\pN.-]*[\pL\pN])?$`)

func (x *Domain) decodeNode(d *decoder, n *yaml.Node, path string) {
	text, ok := d.line(n, path)
	if !ok {
		return
	}
	if !domainName.MatchString(text) || strings.Contains(text, "..") {
		d.problem(n, path, "bad domain "+quote(text), "such as example.com, without an @")
		return
	}
	*x = Domain(strings.ToLower(text))
}
