package extract

// A Kind names a kind of record in mappings, in the store and in messages.
type Kind string

// The kinds of record.
const (
	Parties    Kind = "parties"
	Products   Kind = "products"
	Orders     Kind = "orders"
	Lines      Kind = "lines"
	Invoices   Kind = "invoices"
	Payments   Kind = "payments"
	Shipments  Kind = "shipments"
	Returns    Kind = "returns"
	Tickets    Kind = "tickets"
	Enquiries  Kind = "enquiries"
	Surveys    Kind = "surveys"
	Answers    Kind = "answers"
	Contracts  Kind = "contracts"
	Activities Kind = "activities"
	Campaigns  Kind = "campaigns"
	Contacts   Kind = "contacts"
	Costs      Kind = "costs"
	Rates      Kind = "rates"
	Reps       Kind = "reps"
	Targets    Kind = "targets"
)

// Kinds lists every kind in the order they are read: what others refer to first.
func Kinds() []Kind {
	return []Kind{
		Parties, Products, Orders, Lines, Invoices, Payments, Shipments, Returns, Tickets, Enquiries,
		Surveys, Answers, Contracts, Activities, Campaigns, Contacts, Costs, Rates, Reps, Targets,
	}
}

// New returns an empty record of a kind, nil for a kind that does not exist.
func New(k Kind) Record {
	switch k {
	case Parties:
		return &Party{}
	case Products:
		return &Product{}
	case Orders:
		return &Order{}
	case Lines:
		return &Line{}
	case Invoices:
		return &Invoice{}
	case Payments:
		return &Payment{}
	case Shipments:
		return &Shipment{}
	case Returns:
		return &Return{}
	case Tickets:
		return &Ticket{}
	case Enquiries:
		return &Enquiry{}
	case Surveys:
		return &Survey{}
	case Answers:
		return &Answer{}
	case Contracts:
		return &Contract{}
	case Activities:
		return &Activity{}
	case Campaigns:
		return &Campaign{}
	case Contacts:
		return &Contact{}
	case Costs:
		return &CostPool{}
	case Rates:
		return &Rate{}
	case Reps:
		return &Rep{}
	case Targets:
		return &Target{}
	}
	return nil
}

// A Record of type T, addressed through its pointer. It lets a function make T
// values and walk their fields.
type Of[T any] interface {
	*T
	Record
}
