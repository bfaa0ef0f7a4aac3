package golden

import (
	"slices"

	"clientele/transform"
	"clientele/transform/match"
)

// Options are what merging knows besides the records.
type Options struct {
	match.Options
	Rules     Rules
	Decisions []transform.FieldDecision
}

// Rules say whose value survives. The zero Rules are the defaults.
type Rules struct {
	HalfLife int             // days, of every field whose rule gives none; zero: each field's default
	Fields   map[string]Rule // by field or group
	Groups   []Group
}

// A Group is fields that are taken from one record together.
type Group struct {
	Name   string
	Fields []string // among Groupable
}

// A Rule is what is special about one field or group.
type Rule struct {
	Sources  []string // the most trusted first; the others follow in the company's order
	Never    []string // sources whose value is never taken
	Prefer   string   // BySource and the like; empty: as Sources say, or no rule
	HalfLife int      // days; zero: the default
}

// What a field can prefer.
const (
	BySource = "source"   // the source further up, less what its age costs
	Newest   = "newest"   // the record changed last
	Oldest   = "oldest"   // the record created first
	Frequent = "frequent" // the value in most sources, then in most records
	Longest  = "longest"  // the longest value
)

// Prefers lists what a field can prefer.
var Prefers = []string{BySource, Newest, Oldest, Frequent, Longest}

// Ageless as a half-life says that trust does not fade with age.
const Ageless = -1

// MaxHalfLife is the longest half-life, in days.
const MaxHalfLife = 3650

// contactHalfLife is how many days make up for one place in the order of sources where
// people move and change their numbers. Chosen, not measured.
const contactHalfLife = 365

// Fields and groups of the golden record that are taken from one of the records.
const (
	Name      = "name" // first, last and whole name
	Company   = "company"
	Email     = "email"
	Phone     = "phone"
	Address   = "address" // street, postcode, city, region and country
	Born      = "born"
	Tax       = "tax_number"
	Register  = "register_number"
	Segment   = "segment"
	Territory = "territory"
	Rep       = "rep"
	Language  = "language"
	Account   = "account"
)

// Fields and groups that follow a rule of their own, which nothing changes.
const (
	Consent  = "consent"
	Status   = "status"
	Since    = "since"
	Acquired = "acquired_through" // and what it cost
	Exit     = "exit"             // reason, competitor and day
)

// Ruled lists the fields and groups a rule can be given for.
var Ruled = []string{Name, Company, Email, Phone, Address, Born, Tax, Register, Segment, Territory, Rep, Language, Account}

// Groupable lists the fields that can be put into a group.
var Groupable = []string{Born, Tax, Register, Segment, Territory, Rep, Language}

// Valued lists the fields a person can decide by writing the value; the others are
// decided by naming the record to take them from.
var Valued = []string{Company, Email, Phone, Born, Tax, Register, Segment, Territory, Rep, Language}

// Decidable reports whether a person can decide a field or group under these rules.
func (r Rules) Decidable(field string) bool {
	grouped := slices.ContainsFunc(r.Groups, func(g Group) bool { return slices.Contains(g.Fields, field) })
	return slices.Contains(Ruled, field) && !grouped || slices.ContainsFunc(r.Groups, func(g Group) bool { return g.Name == field })
}
