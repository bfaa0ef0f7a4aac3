package linkage

// record is a party as it is compared: the numbers of its normalised values. It is
// one cache line long, for the two records of a pair are far apart in memory.
type record struct {
	first, middle, last uint32
	born                uint32
	birthplace, job     uint32
	email               uint32
	phones              [2]uint32
	street, zip, city   uint32
	tax                 uint32
	code                uint32 // a company's number in a register; the account of a contact
	company             uint32 // a company's name; a person's employer
	generation          uint8
	sex                 uint8
	flags               uint8
}

const (
	firm   = 1 << iota // a company, not a person
	erased             // nobody may be recognised in it
	double             // alike in every field to an earlier record, and known to be one with it
	named              // has a mailbox made of the name: it says nothing beyond the name
)

func (r *record) is(flag uint8) bool { return r.flags&flag != 0 }

// columns are the distinct values of all records.
type columns struct {
	first, middle, last *texts
	born                *texts
	birthplace, job     *texts
	email, phone        *texts
	street, zip, city   *texts
	tax, code, company  *texts

	locals, domains *texts // the parts of e-mail addresses
	roads, houses   *texts // the parts of street addresses
}

func newColumns() columns {
	return columns{
		first: newTexts(), middle: newTexts(), last: newTexts(), born: newTexts(), birthplace: newTexts(), job: newTexts(), email: newTexts(), phone: newTexts(),
		street: newTexts(), zip: newTexts(), city: newTexts(), tax: newTexts(), code: newTexts(), company: newTexts(), locals: newTexts(), domains: newTexts(), roads: newTexts(), houses: newTexts(),
	}
}

func (c *columns) all() []*texts {
	return []*texts{
		c.first, c.middle, c.last, c.born, c.birthplace, c.job, c.email, c.phone, c.street, c.zip, c.city, c.tax, c.code, c.company, c.locals, c.domains, c.roads, c.houses,
	}
}
