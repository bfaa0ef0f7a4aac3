package config

import (
	"fmt"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Initiative is one thing the company may do or does for its customers. The program ranks and grades it and invents
// none of its words, chances or costs.
type Initiative struct {
	// The theme of the tickets, answers or enquiries it takes up, in the company's words.
	Theme string `yaml:"theme" jsonschema:"required"`
	// What is to be done, in one sentence.
	Wording Text `yaml:"wording" jsonschema:"required"`
	// Whether it answers a pain or a want.
	Want string `yaml:"want" jsonschema:"required,enum=pain,enum=want"`
	// Who answers for it.
	Owner string `yaml:"owner" jsonschema:"required"`
	// The chance that it works.
	Chance Percent `yaml:"chance" jsonschema:"required"`
	// What it costs once.
	Cost Amount `yaml:"cost" jsonschema:"required,minimum=0"`
	// What it costs each month.
	MonthlyCost Amount `yaml:"monthly_cost" jsonschema:"default=0,minimum=0"`
	// What comes first, so that somebody can begin on Monday.
	FirstStep Text `yaml:"first_step" jsonschema:"required"`
	// The day it began; left out while it has not.
	Started Date `yaml:"started"`
	// Who is treated: the name of a segment, or a list of customer ids; everybody concerned when left out.
	Customers Group `yaml:"customers"`
}

// Text is a text of one or more lines.
type Text string

func (t *Text) decodeNode(d *decoder, n *yaml.Node, path string) {
	if text, ok := d.text(n, path); ok {
		*t = Text(strings.TrimSpace(text))
	}
}

// Group is some of the customers: a segment by name, or single ones by id. Empty means all.
type Group struct {
	Segment string
	IDs     []string
}

func (g *Group) decodeNode(d *decoder, n *yaml.Node, path string) {
	if n.Kind == yaml.SequenceNode {
		d.list(reflect.ValueOf(&g.IDs).Elem(), n, path)
		return
	}
	if text, ok := d.line(n, path); ok {
		g.Segment = text
	}
}

func checkInitiatives(c *Config, d *decoder) {
	once(d, "initiatives", c.Initiatives, "the theme and wording", func(x Initiative) string {
		return fmt.Sprintf("%q %q", x.Theme, x.Wording)
	})
	for i, x := range c.Initiatives {
		once(d, join(element("initiatives", i), "customers"), x.Customers.IDs, "these customers", func(id string) string { return id })
	}
}
