package metrics

import (
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// A wish is a category a customer enquired about within twelve months.
type wish struct {
	category int32
	refused  bool // the enquiry was lost
}

// wishes notes the categories enquiries of twelve months were about: of the product
// they name, else of the category or product their words name.
func (f *fold) wishes(l *life, h *transform.History) {
	for i := range h.Enquiries {
		e := &h.Enquiries[i]
		if !f.win.year.Has(e.At.Day(f.zone)) {
			continue
		}
		if c, known := f.goods.meant(e); known {
			l.wishes = append(l.wishes, wish{c, e.Stage == extract.StageLost})
		}
	}
}

// meant returns the category an enquiry is about.
func (c *catalogue) meant(e *extract.Enquiry) (int32, bool) {
	if e.Product != "" {
		if n := c.find(e.Source, e.Product); n >= 0 {
			return c.category[n], true
		}
	}
	category, known := c.sense[plainly(e.Interest)]
	return category, known && category != several && e.Interest != ""
}

// plainly is a word as it is compared: without case and blanks at its ends.
func plainly(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// asked reports whether a member enquired about a category, and whether any such
// enquiry came to nothing.
func (h *home) asked(category int32) (asked, refused bool) {
	for _, l := range h.members {
		asked = asked || slices.ContainsFunc(l.wishes, func(w wish) bool { return w.category == category })
		refused = refused || slices.Contains(l.wishes, wish{category, true})
	}
	return asked, refused
}
