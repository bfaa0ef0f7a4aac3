package ident

import (
	"clientele/extract"
	"clientele/transform"
)

// Prior is what earlier runs decided. The zero value is a company's first run, or
// one whose state is lost.
type Prior struct {
	// Current is the crosswalk: the id of every record ever seen, vanished ones too.
	Current map[extract.Ref]transform.CustomerID
	// Retired says where to look for ids that no customer has; empty: no record was left.
	Retired map[transform.CustomerID]transform.CustomerID
	// Born tells when and from which record an id was made, and whether it ever was. If
	// it is nil, only ids in the two maps were ever given, and all in one run.
	Born func(transform.CustomerID) (Birth, bool)
}

// A Birth says where an id came from.
type Birth struct {
	ID      transform.CustomerID
	Founder extract.Ref
	N       int   // which of the founder's ids it is
	Run     int64 // the run that gave it; zero in what Assign returns: this one
}

// A Move is a change of the crosswalk: whose a record is now.
type Move struct {
	Ref      extract.Ref
	From, To transform.CustomerID // From is empty for a record never seen before
	Vanished bool                 // it is no longer in its source and follows its customer
}

// Assigned is the ids of a run, and all that it changes.
type Assigned struct {
	IDs    []transform.CustomerID // by cluster
	Events []transform.IDEvent    // in order of id, kind and other id; none for ids that keep their records
	Moves  []Move                 // in order of source and id
	Minted []Birth                // ids given for the first time, in order of the clusters
	Parted []Parting              // what ids lost to others, in order of id and other id
}

// Changed counts the records that have another id than they had.
func (a *Assigned) Changed() int {
	n := 0
	for _, m := range a.Moves {
		if m.From != "" && !m.Vanished {
			n++
		}
	}
	return n
}
