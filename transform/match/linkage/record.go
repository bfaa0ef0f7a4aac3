package linkage

import "clientele/extract"

// record is a party as it is compared: the numbers of its normalised values. It is
// one cache line long, for pairs are far apart in memory.
type record struct {
	first, middle, last     uint32
	born                    uint32
	birthplace, occupation  uint32
	email                   uint32
	phones                  [2]uint32
	street, zip, city       uint32
	tax, register, employer uint32
	generation              uint8
	sex                     uint8
	flags                   uint8
}

const (
	firm   = 1 << iota // a company, not a person
	erased             // nobody may be recognised in it
)

func (r *record) is(flag uint8) bool { return r.flags&flag != 0 }

// columns are the distinct values of all records.
type columns struct {
	first, middle, last    *texts
	born                   *texts
	birthplace, occupation *texts
	email, phone           *texts
	street, zip, city      *texts
	tax, register          *texts
	employer               *texts
}

func newColumns() columns {
	return columns{
		first: newTexts(), middle: newTexts(), last: newTexts(), born: newTexts(), birthplace: newTexts(), occupation: newTexts(), email: newTexts(),
		phone: newTexts(), street: newTexts(), zip: newTexts(), city: newTexts(), tax: newTexts(), register: newTexts(), employer: newTexts(),
	}
}

var _ = extract.Person
