package golden

import (
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match/normal"
)

// unit is a field or group that is taken from one record.
type unit struct {
	name     string
	rule     rule
	ownFirst bool // whether being a person's own comes before any rule
	// offer adds what a record says; text is enough.
	offer func(w *work, o *offer)
	// grade fills key, grade and size; it is asked only where texts differ.
	grade func(w *work, o *offer)
	// unify gives values that are one in two ways of writing one key; may be nil.
	unify func(w *work, list []offer)
	// take writes the winner into the golden record; the party is nil for a value a
	// person wrote.
	take func(c *transform.Customer, o *offer)
}

// texts are the fields that are one text and stand alone.
var texts = []struct {
	name string
	of   func(*extract.Party) string
	to   func(*transform.Customer) *string
}{
	{Tax, func(p *extract.Party) string { return p.TaxNumber }, func(c *transform.Customer) *string { return &c.TaxNumber }},
	{Register, func(p *extract.Party) string { return p.RegisterNumber }, func(c *transform.Customer) *string { return &c.RegisterNumber }},
	{Segment, func(p *extract.Party) string { return p.Segment }, func(c *transform.Customer) *string { return &c.Segment }},
	{Territory, func(p *extract.Party) string { return p.Territory }, func(c *transform.Customer) *string { return &c.Territory }},
	{Rep, func(p *extract.Party) string { return p.Rep }, func(c *transform.Customer) *string { return &c.Rep }},
	{Language, func(p *extract.Party) string { return p.Language }, func(c *transform.Customer) *string { return &c.Language }},
}

// plainUnits are the fields that stand alone, without those of a group.
func plainUnits() []unit {
	list := []unit{bornUnit()}
	for _, t := range texts {
		list = append(list, unit{
			name:  t.name,
			offer: func(w *work, o *offer) { w.say(o, t.of(o.party)) },
			grade: func(w *work, o *offer) { w.gradeText(o, t.name) },
			take:  func(c *transform.Customer, o *offer) { *t.to(c) = o.text },
		})
	}
	return list
}

func bornUnit() unit {
	return unit{
		name: Born,
		offer: func(w *work, o *offer) {
			if w.trace {
				w.say(o, o.party.Born.String())
			} else if o.party.Born != 0 {
				w.say(o, untold)
			}
		},
		grade: func(_ *work, o *offer) { o.key, o.grade, o.size = o.text, gradeDay(o.text), int32(len(o.text)) },
		take: func(c *transform.Customer, o *offer) {
			if c.Born, _ = extract.ParseDay(o.text); o.party != nil {
				c.Born = o.party.Born
			}
		},
	}
}

// untold stands for a text that nobody will ask for.
const untold = "-"

// gradeDay puts days that forms fill in last, and the first of January behind others.
func gradeDay(text string) int8 {
	d, err := extract.ParseDay(text)
	switch {
	case err != nil || normal.MadeUpBirth(d.Time()):
		return 0
	case d.Time().YearDay() == 1:
		return 1
	}
	return 2
}

// gradeText grades one text on its own: a placeholder, or not.
func (w *work) gradeText(o *offer, field string) {
	folded := normal.Fold(o.text)
	o.key, o.grade, o.size = folded, 1, int32(len(o.text))
	switch {
	case folded == "":
		o.key = o.text // letters of no alphabet are a value all the same
	case normal.IsPlaceholder(folded), w.m.own(folded):
		o.grade = 0
	case field == Tax || field == Register:
		if normal.IsPlaceholderCode(normal.Code(o.text)) {
			o.grade = 0
		}
	}
}

// grouped makes one unit of the fields of a group.
func grouped(g Group, fields []unit) unit {
	return unit{
		name: g.Name,
		offer: func(w *work, o *offer) {
			parts := w.parts(fields, o)
			if strings.Join(parts, "") != "" {
				w.say(o, strings.Join(parts, ", "))
			}
		},
		grade: func(w *work, o *offer) {
			o.key, o.grade, o.size = normal.Fold(o.text), 0, int32(len(o.text))
			for n, text := range w.parts(fields, o) {
				part := offer{text: text}
				if fields[n].grade(w, &part); text != "" && part.grade > 0 {
					o.grade++
				}
			}
		},
		take: func(c *transform.Customer, o *offer) {
			var w work
			for n, text := range w.parts(fields, o) {
				fields[n].take(c, &offer{text: text, party: o.party})
			}
		},
	}
}

// parts returns what a record says in each field of a group.
func (w *work) parts(fields []unit, o *offer) []string {
	aside := work{trace: true}
	out := make([]string, len(fields))
	for n := range fields {
		aside.offers = aside.offers[:0]
		if fields[n].offer(&aside, o); len(aside.offers) > 0 {
			out[n] = aside.offers[0].text
		}
	}
	return out
}
