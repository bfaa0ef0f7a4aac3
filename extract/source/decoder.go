package source

import (
	"errors"
	"strings"

	"clientele/extract"
)

// A decoder fills one record, again and again, from the rows of a feed.
type decoder struct {
	row
	source string
	kind   extract.Kind
	record extract.Record
	ports  []*port
	unread []*wordCell // words that no column fills
}

// newDecoder matches the columns of a feed with the fields of a kind. All that
// does not match is told at once.
func (s *Source) newDecoder(k extract.Kind, columns []column, stats *Stats) (*decoder, error) {
	d := &decoder{source: s.opt.Name, kind: k, record: extract.New(k)}
	d.row = row{stats: stats, decoder: s.decoder}
	d.zone = clock{zone: s.opt.Zone}
	d.company = clock{zone: s.opt.CompanyZone}
	m := match{fields: d.record.Fields(), columns: columns, renamed: s.opt.Mappings[k].Columns}
	places := m.run()
	if len(m.faults) > 0 {
		return nil, joinFaults(m.faults)
	}
	d.wire(m.fields, columns, places)
	return d, nil
}

// wire makes a port for each column; places are the fields they go to, -1 for none.
func (d *decoder) wire(fields []extract.Field, columns []column, places []int) {
	filled := make([]bool, len(fields))
	for i, at := range places {
		if at < 0 {
			d.ports = append(d.ports, &port{})
			continue
		}
		filled[at] = true
		d.ports = append(d.ports, newPort(newCell(fields[at], &d.row, columns[i].utc), columns[i].day))
	}
	for i, f := range fields {
		if w, ok := newCell(f, &d.row, false).(*wordCell); ok && !filled[i] {
			d.unread = append(d.unread, w)
		}
	}
}

// begin empties the record for the next row.
func (d *decoder) begin() {
	d.reset()
	extract.Clear(d.record)
	for _, w := range d.unread {
		*w.to = w.words[0]
	}
}

// end returns the record if it keeps its contract, else the reject; place says
// where the row stands.
func (d *decoder) end(place func() string) (extract.Record, error) {
	d.record.Key().Source = d.source
	if !d.failed {
		c, ok := d.record.(extract.Checked)
		if !ok {
			return d.record, nil
		}
		f := c.Check()
		if f == nil {
			return d.record, nil
		}
		d.fault = *f
	}
	r := &extract.Reject{Ref: *d.record.Key(), Kind: d.kind, Fault: d.fault}
	if v, ok := d.record.(extract.Valued); ok {
		r.Worth = v.Worth() // all cells were read, whichever of them is at fault
	}
	if r.ID == "" {
		r.ID = place()
		return nil, r
	}
	if l, ok := d.record.(*extract.Line); ok {
		r.ID = extract.LineID(l.Order, l.ID)
	}
	if at := place(); strings.HasPrefix(at, "line ") {
		r.PlaceAt(at)
	}
	return nil, r
}

// joinFaults makes one error of several, with all their hints.
func joinFaults(faults []error) error {
	var texts, hints []string
	for _, f := range faults {
		texts = append(texts, f.Error())
		if h, ok := errors.AsType[*hinted](f); ok && h.hint != "" {
			hints = append(hints, h.hint)
		}
	}
	return &hinted{&columnFaults{faults, strings.Join(texts, "; ")}, strings.Join(hints, "; ")}
}

// columnFaults are all the columns of one mapping that are wrong.
type columnFaults struct {
	faults []error
	text   string
}

func (c *columnFaults) Error() string { return c.text }
