package match

import "math"

// Learnt is what a model knows, for people to read: how often records of one
// customer, of one household or company, and of strangers agree in each field.
type Learnt struct {
	Records int // it was learnt from
	Shared  int // values it knows as used by several people
	Schemes []Scheme
}

// A Scheme is what is known of one kind of customer: persons or companies.
type Scheme struct {
	Name   string
	Pairs  int64   // that were compared to learn it; 0 where it rests on built-in knowledge alone
	Same   float64 // of all pairs of records, the share that is one customer
	Kin    float64 // of all pairs of records, the share of one household or company
	Fields []Field
}

// A Field is what is known of one field, its levels from the best agreement down.
type Field struct {
	Name   string
	Levels []Level
}

// A Level is one way in which a field can agree or differ, and how often pairs that
// have the field show it: m, h and u of Fellegi and Sunter (1969) with a third class.
type Level struct {
	Name   string
	Same   float64 // among records of one customer
	Kin    float64 // among different customers of one household or company
	Chance float64 // among strangers
}

// Bits is how much a level speaks for one customer against two strangers, in bits:
// 3 is eight times as often. It is infinite where strangers never show the level.
func (l Level) Bits() float64 { return math.Log2(l.Same / l.Chance) }

// BitsAgainstKin is the same against two of one household or company.
func (l Level) BitsAgainstKin() float64 { return math.Log2(l.Same / l.Kin) }

// Seen is what one run saw with its model among the pairs it compared: by it later
// runs tell how far the records have drifted from those the model was learnt from.
type Seen struct {
	Scheme string
	Pairs  int64   // that were compared
	Same   float64 // of all pairs of records, the share that is one customer by this run's scores
	Fields []SeenField
}

// SeenField counts the compared pairs by the level they show.
type SeenField struct {
	Name    string
	Levels  []int64 // as Field.Levels
	Missing int64   // pairs of which one record lacks the field
}
