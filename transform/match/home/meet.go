package home

import "slices"

// The ways two customers meet.
const (
	byHouse = iota
	byMail
	byPhone
	byTown // one last name in one town, where a street is missing or misspelt
	byName // one whole name, wherever
	byKin  // the matching found them of one family or company
	ways
)

// few is up to how many customers at one value everybody is compared with everybody;
// among more only those of one last name are.
const few = 8

// A meeting is two customers at one value, the first before the second.
type meeting struct {
	a, b   int32
	bits   float32 // of those with one last name
	way    uint8
	names  uint8 // how many last names are there
	alike  bool  // one last name
	office bool  // people of one employer with different last names are there
}

// meetings finds who meets whom.
func (p *people) meetings() []meeting {
	var found [byKin][]meeting
	together(
		func() { found[byHouse] = p.meetAt(byHouse, func(f *fact) [2]value { return [2]value{f.house} }) },
		func() { found[byMail] = p.meetAt(byMail, func(f *fact) [2]value { return [2]value{f.mail} }) },
		func() { found[byPhone] = p.meetAt(byPhone, func(f *fact) [2]value { return f.phones }) },
		func() { found[byTown] = p.inTown() },
		func() { found[byName] = p.byWholeName() },
	)
	return slices.Concat(found[:]...)
}
