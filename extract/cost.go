package extract

// A CostPool is what one activity cost the company in one month.
type CostPool struct {
	Ref
	Month    Day // its first day
	Activity string
	Amount   Money
	Minutes  Opt[Decimal] // practical capacity, where the activity is paid by time
}

// Fields implements Record.
func (c *CostPool) Fields() []Field {
	return []Field{
		c.field("Key of the row; month and activity together will do."),
		{Name: "month", Ptr: &c.Month, Need: true, Help: "Any day of the month."},
		{Name: "activity", Ptr: &c.Activity, Need: true, Help: "Order handling, delivery, visits, service, returns, credit or another word of the company's."},
		{Name: "amount", Ptr: &c.Amount, Need: true, Help: "What it cost in the company's currency."},
		{Name: "minutes", Ptr: &c.Minutes, Help: "Minutes really available for it: 80 to 85 percent of paid time."},
	}
}

// A Rate converts a currency into the company's from a day on.
type Rate struct {
	Ref
	Currency string
	From     Day
	Rate     Decimal // units of the company's currency for one of this
}

// Fields implements Record.
func (r *Rate) Fields() []Field {
	return []Field{
		r.field("Key of the row; currency and day together will do."),
		{Name: "currency", Ptr: &r.Currency, Need: true, Help: "ISO code."},
		{Name: "from", Ptr: &r.From, Need: true, Help: "First day it holds."},
		{Name: "rate", Ptr: &r.Rate, Need: true, Help: "Units of the company's currency for one unit of this."},
	}
}

// Check implements Checked.
func (r *Rate) Check() *Fault {
	if r.Rate <= 0 {
		return &Fault{Field: "rate", Value: r.Rate.String(), Reason: "must be above zero"}
	}
	return nil
}

// A Rep is somebody who looks after customers.
type Rep struct {
	Ref
	Name      string
	Email     string
	Territory string
}

// Fields implements Record.
func (r *Rep) Fields() []Field {
	return []Field{
		r.field("The key that parties and orders use."),
		{Name: "name", Ptr: &r.Name, Need: true, Help: "Name."},
		{Name: "email", Ptr: &r.Email, Help: "Where a scoped workbook may be sent."},
		{Name: "territory", Ptr: &r.Territory, Help: "Territory."},
	}
}

// The measures a target can be set for.
const (
	TargetRevenue = "revenue"
	TargetProfit  = "profit"
)

// A Target is what the company wants of a month.
type Target struct {
	Ref
	Month     Day
	Territory string // empty: the whole company, unless a business type or a customer is named
	Measure   string
	Amount    Money
	Segment   string // business type it is wanted of
	Party     string // customer it is wanted of
}

// Fields implements Record.
func (t *Target) Fields() []Field {
	return []Field{
		t.field("Key of the row."),
		{Name: "month", Ptr: &t.Month, Need: true, Help: "Any day of the month."},
		{Name: "territory", Ptr: &t.Territory, Help: "Territory; empty is the whole company, unless segment or party is given."},
		{Name: "measure", Ptr: &t.Measure, OneOf: []string{TargetRevenue, TargetProfit}, Help: "revenue or profit."},
		{Name: "amount", Ptr: &t.Amount, Need: true, Help: "In the company's currency."},
		{Name: "segment", Ptr: &t.Segment, Help: "Business type it is wanted of."},
		{Name: "party", Ptr: &t.Party, Help: "Customer it is wanted of: the key in the same source, or our customer number."},
	}
}

// Whole reports whether a target is of the company or a territory, not of a business
// type or a customer.
func (t *Target) Whole() bool { return t.Segment == "" && t.Party == "" }

// Check implements Checked: a target is of one thing.
func (t *Target) Check() *Fault {
	switch {
	case t.Party != "" && t.Territory+t.Segment != "":
		return &Fault{Field: "party", Value: t.Party, Reason: "a target is of a customer, a business type or a territory: map one of them"}
	case t.Segment != "" && t.Territory != "":
		return &Fault{Field: "segment", Value: t.Segment, Reason: "a target is of a business type or a territory: map one of them"}
	}
	return nil
}
