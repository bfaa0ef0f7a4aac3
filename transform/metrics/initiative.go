package metrics

import "strings"

// Initiative is one entry of the company's register of initiatives. Words, chance
// and costs are the company's own: none is invented here.
type Initiative struct {
	Theme     string // complaint subject, need or reason it takes up
	Wording   string
	Want      string // pain or want
	Owner     string
	Chance    float64 // 0 to 1
	Cost      Money   // once
	Monthly   Money   // each month
	FirstStep string
	Started   Day
	Segment   string   // whom it concerns: a segment's name
	Customers []string // or single customers' ids; neither: everybody concerned
}

// treats reports whether an initiative's group holds a customer.
func (i *Initiative) treats(l *life) bool {
	switch {
	case len(i.Customers) > 0:
		for _, id := range i.Customers {
			if id == string(l.row.ID) {
				return true
			}
		}
		return false
	case i.Segment != "":
		return strings.EqualFold(l.row.RFMSegment, i.Segment) || strings.EqualFold(l.row.Segment, i.Segment)
	}
	return true
}

// everybody reports whether an initiative names no group.
func (i *Initiative) everybody() bool { return len(i.Customers) == 0 && i.Segment == "" }
