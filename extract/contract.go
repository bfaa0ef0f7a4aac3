package extract

// A Contract is an agreement on volume, price or payment over a term.
type Contract struct {
	Ref
	Owner
	Starts   Day
	Ends     Day
	Status   string
	Agreed   Opt[Money]   // net volume over the whole term
	Monthly  Opt[Money]   // recurring fee, where there is one
	Discount Opt[Decimal] // 0.05 is five percent
	PayDays  Opt[int64]
	Currency string
}

// Fields implements Record.
func (c *Contract) Fields() []Field {
	f := append([]Field{c.field("Contract number or key.")}, c.fields()...)
	return append(f,
		Field{Name: "starts", Ptr: &c.Starts, Need: true, Help: "First day."},
		Field{Name: "ends", Ptr: &c.Ends, Help: "First day it no longer holds; empty: open-ended."},
		Field{Name: "status", Ptr: &c.Status, OneOf: []string{Valid, Draft, Cancelled}, Help: "Only valid contracts count."},
		Field{Name: "agreed", Ptr: &c.Agreed, Help: "Net volume agreed for the whole term."},
		Field{Name: "monthly", Ptr: &c.Monthly, Help: "Recurring fee a month."},
		Field{Name: "discount", Ptr: &c.Discount, Help: "Discount granted, 0.05 for 5 %."},
		Field{Name: "pay_days", Ptr: &c.PayDays, Help: "Days allowed for payment."},
		Field{Name: "currency", Ptr: &c.Currency, Help: "ISO code; empty is the company's."},
	)
}

// Check implements Checked: a term must not end before it starts.
func (c *Contract) Check() *Fault {
	if c.Ends != 0 && c.Ends <= c.Starts {
		return &Fault{Field: "ends", Value: c.Ends.String(), Reason: "not after starts " + c.Starts.String()}
	}
	return nil
}

// A Campaign is one planned approach to many parties.
type Campaign struct {
	Ref
	Name    string
	Starts  Day
	Ends    Day
	Cost    Opt[Money]
	Product string
}

// Fields implements Record.
func (c *Campaign) Fields() []Field {
	return []Field{
		c.field("Campaign key."),
		{Name: "name", Ptr: &c.Name, Need: true, Help: "What it is called."},
		{Name: "starts", Ptr: &c.Starts, Need: true, Help: "First day."},
		{Name: "ends", Ptr: &c.Ends, Help: "First day it is over."},
		{Name: "cost", Ptr: &c.Cost, Help: "What it cost in all."},
		{Name: "product", Ptr: &c.Product, Help: "The product or category it offers."},
	}
}

// A Contact is one party approached, or deliberately not, by a campaign.
type Contact struct {
	Ref
	Owner
	Campaign  string
	At        Instant
	Control   bool
	Responded Instant
}

// Fields implements Record.
func (c *Contact) Fields() []Field {
	f := append([]Field{c.field("Contact key.")}, c.fields()...)
	return append(f,
		Field{Name: "campaign", Ptr: &c.Campaign, Need: true, Help: "The campaign."},
		Field{Name: "at", Ptr: &c.At, Need: true, Help: "When they were approached."},
		Field{Name: "control", Ptr: &c.Control, Help: "1 where they were left out on purpose, to compare."},
		Field{Name: "responded", Ptr: &c.Responded, Help: "When they answered; empty: not."},
	)
}
