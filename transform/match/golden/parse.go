package golden

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"clientele/extract"
)

// ParseLineage reads the lineage of a customer as Merge wrote it, in the order of its
// fields. An empty text is no lineage: the customer is one record (see Derive). What an
// earlier version wrote, field=source/id a line, gives fields and records only.
func ParseLineage(text string) ([]Chosen, error) {
	if text == "" {
		return nil, nil
	}
	if text[0] != '{' {
		return parseLines(text)
	}
	d := json.NewDecoder(strings.NewReader(text))
	if _, err := d.Token(); err != nil {
		return nil, fmt.Errorf("read lineage: %w", err)
	}
	var out []Chosen
	for d.More() {
		c, err := parseField(d)
		if err != nil {
			return nil, fmt.Errorf("read lineage: %w", err)
		}
		out = append(out, c)
	}
	if _, err := d.Token(); err != nil {
		return nil, fmt.Errorf("read lineage: it is cut off: %w", err)
	}
	return out, nil
}

type packedValue struct {
	Value   string
	From    string
	Changed time.Time
}

type packedField struct {
	packedValue
	Rule string
	Over []packedValue
	More int
}

func parseField(d *json.Decoder) (Chosen, error) {
	key, err := d.Token()
	if err != nil {
		return Chosen{}, err
	}
	name, _ := key.(string)
	var f packedField
	if err := d.Decode(&f); err != nil {
		return Chosen{}, fmt.Errorf("field %s: %w", name, err)
	}
	c := Chosen{Field: name, Value: f.Value, From: refOf(f.From), Changed: extract.InstantOf(f.Changed), Rule: f.Rule, More: f.More}
	for _, o := range f.Over {
		c.Over = append(c.Over, Passed{Value: o.Value, From: refOf(o.From), Changed: extract.InstantOf(o.Changed)})
	}
	return c, nil
}

// refOf cuts at the first slash: sources have none in their names, ids may.
func refOf(text string) extract.Ref {
	source, id, _ := strings.Cut(text, "/")
	return extract.Ref{Source: source, ID: id}
}

func parseLines(text string) ([]Chosen, error) {
	var out []Chosen
	for line := range strings.Lines(text) {
		field, from, found := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
		if !found {
			return nil, fmt.Errorf("read lineage: %q is neither field=source/id nor an object", line)
		}
		out = append(out, Chosen{Field: field, From: refOf(from)})
	}
	return out, nil
}
