package extract

// The kinds of invoice.
const (
	PlainInvoice = "invoice"
	CreditNote   = "credit_note"
	Deposit      = "deposit"
)

// Abandoned is the state of an invoice that nobody will pay any more.
const Abandoned = "abandoned"

// An Invoice is a bill or, with negative amounts, a credit note.
type Invoice struct {
	Ref
	Owner
	Type     string
	Order    string
	At       Instant
	Due      Day
	Status   string
	Currency string
	Net      Money // negative for a credit note
	Tax      Opt[Money]
	Corrects string // the invoice a credit note corrects
	Reason   string
}

// Fields implements Record.
func (i *Invoice) Fields() []Field {
	f := append([]Field{i.field("Invoice number or key.")}, i.fields()...)
	return append(f,
		Field{Name: "type", Ptr: &i.Type, OneOf: []string{PlainInvoice, CreditNote, Deposit}, Help: "Invoice, credit_note or deposit."},
		Field{Name: "order", Ptr: &i.Order, Help: "The order it bills."},
		Field{Name: "at", Ptr: &i.At, Need: true, Help: "Invoice date."},
		Field{Name: "due", Ptr: &i.Due, Help: "Day payment is due."},
		Field{Name: "status", Ptr: &i.Status, OneOf: []string{Valid, Draft, Cancelled, Abandoned}, Help: "Drafts and cancelled invoices count nowhere."},
		Field{Name: "currency", Ptr: &i.Currency, Help: "ISO code; empty is the company's."},
		Field{Name: "net", Ptr: &i.Net, Need: true, Help: "Without tax; negative for a credit note."},
		Field{Name: "tax", Ptr: &i.Tax, Help: "Tax on top, signed like net."},
		Field{Name: "corrects", Ptr: &i.Corrects, Help: "The invoice a credit note corrects."},
		Field{Name: "reason", Ptr: &i.Reason, Help: "Why it was credited."},
	)
}

// Check implements Checked: the sign of a credit note decides revenue.
func (i *Invoice) Check() *Fault {
	if i.Type == CreditNote && i.Net > 0 {
		return &Fault{Field: "net", Value: i.Net.String(), Reason: "a credit note must not be positive: map -amount"}
	}
	return nil
}

// A Payment is money received, or with a negative amount paid back.
type Payment struct {
	Ref
	Owner
	Invoice  string
	At       Instant
	Amount   Money
	Currency string
	Method   string
}

// Fields implements Record.
func (p *Payment) Fields() []Field {
	f := append([]Field{p.field("Payment key; one row per invoice paid.")}, p.fields()...)
	return append(f,
		Field{Name: "invoice", Ptr: &p.Invoice, Help: "The invoice it pays."},
		Field{Name: "at", Ptr: &p.At, Need: true, Help: "When the money came."},
		Field{Name: "amount", Ptr: &p.Amount, Need: true, Help: "Gross amount; negative when paid back."},
		Field{Name: "currency", Ptr: &p.Currency, Help: "ISO code; empty is the company's."},
		Field{Name: "method", Ptr: &p.Method, Help: "Transfer, card, cash."},
	)
}
