package extract

// The states of a document.
const (
	Valid     = "valid"
	Draft     = "draft"
	Cancelled = "cancelled"
	Returned  = "returned"
)

// An Order is one purchase. It owns its lines.
type Order struct {
	Ref
	Owner
	At          Instant
	Status      string
	Currency    string     // empty: the company's
	Net         Opt[Money] // without tax, after discounts; unknown: the sum of its lines
	Tax         Opt[Money]
	Discount    Opt[Money] // already taken off Net
	Channel     string
	Rep         string
	Territory   string
	ShipCountry string
	Promised    Day
	Campaign    string
	Promotional bool
}

// Fields implements Record.
func (o *Order) Fields() []Field {
	f := append([]Field{o.field("Must be unique in the source: add the customer where numbers repeat.")}, o.fields()...)
	return append(f,
		Field{Name: "at", Ptr: &o.At, Need: true, Help: "When it was placed."},
		Field{Name: "status", Ptr: &o.Status, OneOf: []string{Valid, Draft, Cancelled, Returned}, Help: "Only valid orders are revenue."},
		Field{Name: "currency", Ptr: &o.Currency, Help: "ISO code; empty is the company's."},
		Field{Name: "net", Ptr: &o.Net, Help: "Value without tax, after discounts; empty: the sum of the lines."},
		Field{Name: "tax", Ptr: &o.Tax, Help: "Tax on top."},
		Field{Name: "discount", Ptr: &o.Discount, Help: "Discount that net already contains."},
		Field{Name: "channel", Ptr: &o.Channel, Help: "Shop, phone, rep."},
		Field{Name: "rep", Ptr: &o.Rep, Help: "Who took it."},
		Field{Name: "territory", Ptr: &o.Territory, Help: "Territory it is booked in."},
		Field{Name: "ship_country", Ptr: &o.ShipCountry, Help: "Country it is shipped to, two letters."},
		Field{Name: "promised", Ptr: &o.Promised, Help: "Day delivery was promised for."},
		Field{Name: "campaign", Ptr: &o.Campaign, Help: "Campaign it answers."},
		Field{Name: "promotional", Ptr: &o.Promotional, Help: "Sample or promotion: 1, else 0."},
	)
}

// A Line is one position of an order.
type Line struct {
	Ref
	Order    string
	Product  string
	Quantity Decimal
	Price    Opt[Decimal] // per unit, net
	Net      Opt[Money]   // of the line; unknown: quantity times price
	UnitCost Opt[Decimal]
	Cost     Opt[Money] // of the line; unknown: quantity times unit cost
	Discount Opt[Money]
}

// LineID names a line among all lines of its source, where its own id is unique within its
// order only: "R-17/2".
func LineID(order, id string) string {
	if order == "" {
		return id
	}
	return order + "/" + id
}

// Fields implements Record.
func (l *Line) Fields() []Field {
	return []Field{
		l.field("Unique within its order."),
		{Name: "order", Ptr: &l.Order, Need: true, Help: "The id of the order it belongs to."},
		{Name: "product", Ptr: &l.Product, Help: "The id of the product."},
		{Name: "quantity", Ptr: &l.Quantity, Help: "How many; negative for goods taken back."},
		{Name: "price", Ptr: &l.Price, Help: "Net price per unit."},
		{Name: "net", Ptr: &l.Net, Help: "Net value of the line; empty: quantity times price."},
		{Name: "unit_cost", Ptr: &l.UnitCost, Help: "Cost per unit at the time; empty: the product's."},
		{Name: "cost", Ptr: &l.Cost, Help: "Cost of the line; empty: quantity times unit cost."},
		{Name: "discount", Ptr: &l.Discount, Help: "Discount that net already contains."},
	}
}

// Check implements Checked: a line without a value would vanish from revenue.
func (l *Line) Check() *Fault {
	if !l.Net.Known && !l.Price.Known {
		return &Fault{Field: "net", Reason: "neither net nor price is given: map one of them"}
	}
	if _, err := l.Value(); err != nil {
		return &Fault{Field: "price", Value: l.Price.Value.String(), Reason: "quantity times price is out of range"}
	}
	if _, err := l.Goods(0, false); err != nil {
		return &Fault{Field: "unit_cost", Value: l.UnitCost.Value.String(), Reason: "quantity times unit cost is out of range"}
	}
	return nil
}

// Value returns the line's net amount, exactly as mapped or as quantity times
// price rounded half to even to 1/10,000.
func (l *Line) Value() (Money, error) {
	if l.Net.Known {
		return l.Net.Value, nil
	}
	return Amount(l.Quantity, l.Price.Value)
}

// Goods returns what the goods of the line cost: the line's own figure first,
// else the product's cost per unit where that is known.
func (l *Line) Goods(unit Decimal, known bool) (Opt[Money], error) {
	switch {
	case l.Cost.Known:
		return l.Cost, nil
	case l.UnitCost.Known:
		unit = l.UnitCost.Value
	case !known:
		return Opt[Money]{}, nil
	}
	m, err := Amount(l.Quantity, unit)
	return Some(m), err
}
