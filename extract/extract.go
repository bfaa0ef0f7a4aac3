// Package extract names the records that leave a company's own databases.
//
// A record is what one source knows, in our words but not yet in our view: two
// sources may both hold a party for the same person. One file holds one kind of
// record with its contract. Reading them is the work of extract/source; telling
// who is who is the work of transform/match.
package extract

// A Record is one row of one kind. Readers and stores walk it through its fields
// and need not know its type.
type Record interface {
	Key() *Ref
	// Fields lists the record's columns, the id first, always in the same order.
	// The pointers lead into the record: writing through them fills it.
	Fields() []Field
}

// A Checked record has rules that concern more than one field.
type Checked interface {
	// Check returns the first rule broken, or nil.
	Check() *Fault
}

// A Field is one column of a record: its name in a mapping and in the store, the
// place of its value, and the contract a value must keep.
type Field struct {
	Name  string
	Ptr   any      // *string, *Money, *Decimal, *Day, *Instant, *int64, *bool or *Opt of Money, Decimal or int64
	Need  bool     // a row without it is kept aside
	OneOf []string // the words allowed; no word at all means the first
	Help  string   // one sentence for whoever writes the mapping
}

// An Opt is a value that may be unknown, which is not the same as zero.
type Opt[T any] struct {
	Value T
	Known bool
}

// Some returns a known value.
func Some[T any](v T) Opt[T] { return Opt[T]{Value: v, Known: true} }

// A Fault says what is wrong with one value of a row.
type Fault struct {
	Field  string
	Value  string
	Reason string
}

// A Reject is a row that broke its contract and was kept aside. It travels as an
// error through a stream that goes on.
type Reject struct {
	Ref
	Kind Kind
	Fault
	Worth Money // net amount the row names, in its own currency; zero where none could be read
}

// Error implements error.
func (r *Reject) Error() string {
	return string(r.Kind) + " " + r.ID + " of " + r.Source + ": " + r.Field + " " + quote(r.Value) + ": " + r.Reason
}

func quote(s string) string {
	const most = 60
	if len(s) > most {
		s = s[:most] + "…"
	}
	return "\"" + s + "\""
}

// Owner is the party a record belongs to.
type Owner struct {
	Party       string
	PartySource string // the source that holds the party, empty for the record's own
}

func (o *Owner) fields() []Field {
	return []Field{
		{Name: "party", Ptr: &o.Party, Help: "The id of the party it belongs to. Empty: nobody we know."},
		{Name: "party_source", Ptr: &o.PartySource, Help: "The source that holds the party, where it is another one."},
	}
}

// Of returns the reference of the party, given the source of the record itself.
func (o Owner) Of(source string) Ref {
	if o.PartySource != "" {
		source = o.PartySource
	}
	return Ref{Source: source, ID: o.Party}
}

// Belongs returns the owner. Records that embed Owner are thereby Owned.
func (o *Owner) Belongs() Owner { return *o }

// Owned is a record that belongs to a party.
type Owned interface {
	Record
	Belongs() Owner
}

func (r *Ref) field(help string) Field {
	return Field{Name: "id", Ptr: &r.ID, Need: true, Help: help}
}
