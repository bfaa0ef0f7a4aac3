package extract

// What a ticket is about.
const (
	TopicOther       = "other"
	TopicComplaint   = "complaint"
	TopicQuestion    = "question"
	TopicOrderStatus = "order_status"
	TopicBilling     = "billing"
)

// The direction of a contact.
const (
	Incoming = "in"
	Outgoing = "out"
	Internal = "internal"
)

// A Ticket is one contact a customer made with us, whatever the channel.
type Ticket struct {
	Ref
	Owner
	Topic     string
	Channel   string
	Direction string
	Opened    Instant
	Answered  Instant // first answer
	Closed    Instant
	Promised  Instant
	Minutes   Opt[Decimal] // of handling, where it is recorded
	Reopened  int64
	Upheld    string
	Subject   string
	Order     string
	Product   string
	Agent     string
}

// Fields implements Record.
func (t *Ticket) Fields() []Field {
	f := append([]Field{t.field("Ticket number or key.")}, t.fields()...)
	return append(f,
		Field{Name: "topic", Ptr: &t.Topic, OneOf: []string{TopicOther, TopicComplaint, TopicQuestion, TopicOrderStatus, TopicBilling}, Help: "What it is about, in one of these words."},
		Field{Name: "channel", Ptr: &t.Channel, Help: "Phone, e-mail, chat, visit."},
		Field{Name: "direction", Ptr: &t.Direction, OneOf: []string{Incoming, Outgoing, Internal}, Help: "Who started it."},
		Field{Name: "opened", Ptr: &t.Opened, Need: true, Help: "When it came in."},
		Field{Name: "answered", Ptr: &t.Answered, Help: "When it was first answered."},
		Field{Name: "closed", Ptr: &t.Closed, Help: "When it was closed; empty: open."},
		Field{Name: "promised", Ptr: &t.Promised, Help: "When a solution was promised for."},
		Field{Name: "minutes", Ptr: &t.Minutes, Help: "Minutes of handling, where recorded."},
		Field{Name: "reopened", Ptr: &t.Reopened, Help: "How often it was opened again."},
		Field{Name: "upheld", Ptr: &t.Upheld, OneOf: []string{"unknown", "yes", "no"}, Help: "Was the complaint justified: yes, no or unknown."},
		Field{Name: "subject", Ptr: &t.Subject, Help: "What it says."},
		Field{Name: "order", Ptr: &t.Order, Help: "The order it is about."},
		Field{Name: "product", Ptr: &t.Product, Help: "The product it is about."},
		Field{Name: "agent", Ptr: &t.Agent, Help: "Who handled it."},
	)
}
