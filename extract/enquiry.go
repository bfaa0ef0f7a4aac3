package extract

// The stages of an enquiry.
const (
	StageNew       = "new"
	StageContacted = "contacted"
	StageQuoted    = "quoted"
	StageWon       = "won"
	StageLost      = "lost"
)

// An Enquiry is somebody asking about something they might buy.
type Enquiry struct {
	Ref
	Owner
	At        Instant
	Answered  Instant
	Product   string
	Interest  string
	Channel   string
	Stage     string
	Value     Opt[Money]
	Rep       string
	Territory string
	Consent   string
}

// Fields implements Record.
func (e *Enquiry) Fields() []Field {
	f := append([]Field{e.field("Enquiry key.")}, e.fields()...)
	return append(f,
		Field{Name: "at", Ptr: &e.At, Need: true, Help: "When they asked."},
		Field{Name: "answered", Ptr: &e.Answered, Help: "When they were first answered; empty: not yet."},
		Field{Name: "product", Ptr: &e.Product, Help: "The product they asked for."},
		Field{Name: "interest", Ptr: &e.Interest, Help: "What they asked for, in words or as a category."},
		Field{Name: "channel", Ptr: &e.Channel, Help: "How they asked."},
		Field{Name: "stage", Ptr: &e.Stage, OneOf: []string{StageNew, StageContacted, StageQuoted, StageWon, StageLost}, Help: "How far it has come."},
		Field{Name: "value", Ptr: &e.Value, Help: "What it would be worth."},
		Field{Name: "rep", Ptr: &e.Rep, Help: "Who has it."},
		Field{Name: "territory", Ptr: &e.Territory, Help: "Its territory."},
		Field{Name: "consent", Ptr: &e.Consent, OneOf: []string{ConsentUnknown, ConsentGiven, ConsentRefused}, Help: "May we write to them."},
	)
}

// The types of activity.
const (
	ActivityOther   = "other"
	ActivityCall    = "call"
	ActivityVisit   = "visit"
	ActivityMail    = "mail"
	ActivityQuote   = "quote"
	ActivityMeeting = "meeting"
	ActivityLead    = "lead"
)

// An Activity is something a rep did for a party, or a lead handed to one.
type Activity struct {
	Ref
	Owner
	Type    string
	At      Instant
	Rep     string
	Enquiry string
	Minutes Opt[Decimal]
	Outcome string
	Value   Opt[Money]
}

// Fields implements Record.
func (a *Activity) Fields() []Field {
	f := append([]Field{a.field("Activity key.")}, a.fields()...)
	return append(f,
		Field{Name: "type", Ptr: &a.Type, OneOf: []string{ActivityOther, ActivityCall, ActivityVisit, ActivityMail, ActivityQuote, ActivityMeeting, ActivityLead}, Help: "What was done."},
		Field{Name: "at", Ptr: &a.At, Need: true, Help: "When."},
		Field{Name: "rep", Ptr: &a.Rep, Help: "By whom."},
		Field{Name: "enquiry", Ptr: &a.Enquiry, Help: "The enquiry it follows up."},
		Field{Name: "minutes", Ptr: &a.Minutes, Help: "Minutes it took, where recorded."},
		Field{Name: "outcome", Ptr: &a.Outcome, Help: "What came of it."},
		Field{Name: "value", Ptr: &a.Value, Help: "Value of a quote."},
	)
}
