package match

// level is how two values of one field agree.
type level uint8

const (
	unknown level = iota // missing on one side: says nothing
	exact
	variant // a nickname, an initial, another spelling, a mended domain
	nearly  // a typing mistake apart
	partly  // agrees in a part: postcode only, one half of a double name
	swapped // first and last name exchanged
	shared  // equal, but several people use it
	differs
	rival // two mailboxes that one company gave to two people
	clash // cannot be one customer
	levels
)

// field is what is compared.
type field uint8

const (
	ofFirst field = iota
	ofLast
	ofMiddle
	ofGeneration
	ofSex
	ofBirth
	ofEmail
	ofPhone
	ofPlace
	ofTax
	ofRegister
	ofCompany
	ofCity
	fields
)

// pattern is how two records agree, field by field.
type pattern [fields]level

// agrees reports whether a level speaks for one customer.
func (l level) agrees() bool { return l >= exact && l <= shared }
