package extract

// A Shipment is one delivery.
type Shipment struct {
	Ref
	Owner
	Order     string
	At        Instant
	Promised  Day
	Delivered Instant
	Country   string
	Cost      Opt[Money] // what this drop cost, where it is known
}

// Fields implements Record.
func (s *Shipment) Fields() []Field {
	f := append([]Field{s.field("Delivery note or key.")}, s.fields()...)
	return append(f,
		Field{Name: "order", Ptr: &s.Order, Help: "The order it delivers."},
		Field{Name: "at", Ptr: &s.At, Need: true, Help: "When it left."},
		Field{Name: "promised", Ptr: &s.Promised, Help: "Day it was promised for."},
		Field{Name: "delivered", Ptr: &s.Delivered, Help: "When it arrived."},
		Field{Name: "country", Ptr: &s.Country, Help: "Where to, two letters."},
		Field{Name: "cost", Ptr: &s.Cost, Help: "What this delivery cost."},
	)
}

// The reasons for a return.
const (
	ReturnOther    = "other"
	ReturnDamaged  = "damaged"
	ReturnWrong    = "wrong_item"
	ReturnUnwanted = "not_wanted"
	ReturnLate     = "late"
)

// A Return is goods sent back. The money comes back through a credit note; a
// return itself never changes revenue.
type Return struct {
	Ref
	Owner
	Order    string
	Product  string
	At       Instant
	Quantity Decimal
	Reason   string
	Value    Opt[Money]
}

// Fields implements Record.
func (r *Return) Fields() []Field {
	f := append([]Field{r.field("Return key.")}, r.fields()...)
	return append(f,
		Field{Name: "order", Ptr: &r.Order, Help: "The order sent back from."},
		Field{Name: "product", Ptr: &r.Product, Help: "The product sent back."},
		Field{Name: "at", Ptr: &r.At, Need: true, Help: "When it came back."},
		Field{Name: "quantity", Ptr: &r.Quantity, Help: "How many, positive."},
		Field{Name: "reason", Ptr: &r.Reason, OneOf: []string{ReturnOther, ReturnDamaged, ReturnWrong, ReturnUnwanted, ReturnLate}, Help: "Why, in one of these words."},
		Field{Name: "value", Ptr: &r.Value, Help: "Worth of the goods, for information; the credit note carries the money."},
	)
}
