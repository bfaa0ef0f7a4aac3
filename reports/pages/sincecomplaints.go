package pages

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"clientele/reports"
	"clientele/transform"
)

// keyComplaints is the name among the key figures of the customers with open complaints, each with how many.
const keyComplaints = "complaints_open_at"

// complaintStates lists who has complaints open: "customer\t2".
func (b *book) complaintStates() []string {
	var list []string
	for _, r := range b.rows {
		if r.OpenComplaints > 0 {
			list = append(list, string(r.ID)+"\t"+strconv.FormatInt(r.OpenComplaints, 10))
		}
	}
	slices.Sort(list)
	return list
}

// complaintChanges says where more complaints are open than in the last report, and where none is any more; nothing where
// that report kept no list.
func (b *book) complaintChanges() []reports.LetterChange {
	kept, known := b.in.Previous[keyComplaints]
	if !known {
		return nil
	}
	was := map[transform.CustomerID]int64{}
	for _, line := range split(kept) {
		id, n, _ := strings.Cut(line, "\t")
		was[transform.CustomerID(id)], _ = strconv.ParseInt(n, 10, 64)
	}
	more := b.where(func(r row) bool { return r.OpenComplaints > was[r.ID] })
	settled := b.where(func(r row) bool { return r.OpenComplaints == 0 && was[r.ID] > 0 })
	var list []reports.LetterChange
	if len(more) > 0 {
		list = append(list, reports.LetterChange{Title: fmt.Sprintf("More complaints open: %s", reports.Plural(len(more), "customer", "customers")), Items: b.names(more, revenue)})
	}
	if len(settled) > 0 {
		list = append(list, reports.LetterChange{Title: fmt.Sprintf("All complaints closed: %s", reports.Plural(len(settled), "customer", "customers")), Items: b.names(settled, revenue)})
	}
	return list
}
