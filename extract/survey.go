package extract

// The types of survey.
const (
	CSAT = "csat" // satisfaction
	NPS  = "nps"  // recommendation, 0 to 10
	CES  = "ces"  // effort
)

// A Survey is one invitation to rate us, answered or not.
type Survey struct {
	Ref
	Owner
	Type     string
	Invited  Instant
	Answered Instant
	Score    Opt[Decimal]
	Lowest   Decimal
	Highest  Decimal
	LowGood  bool // the lowest score is the best one
	Channel  string
	Product  string
}

// Fields implements Record.
func (s *Survey) Fields() []Field {
	f := append([]Field{s.field("Survey key.")}, s.fields()...)
	return append(f,
		Field{Name: "type", Ptr: &s.Type, OneOf: []string{CSAT, NPS, CES}, Help: "csat, nps or ces."},
		Field{Name: "invited", Ptr: &s.Invited, Help: "When they were asked."},
		Field{Name: "answered", Ptr: &s.Answered, Help: "When they answered; empty: no answer."},
		Field{Name: "score", Ptr: &s.Score, Help: "Their answer."},
		Field{Name: "lowest", Ptr: &s.Lowest, Help: "Lowest score of the scale."},
		Field{Name: "highest", Ptr: &s.Highest, Help: "Highest score of the scale."},
		Field{Name: "low_good", Ptr: &s.LowGood, Help: "1 where the lowest score is the best (effort), else 0."},
		Field{Name: "channel", Ptr: &s.Channel, Help: "The channel rated."},
		Field{Name: "product", Ptr: &s.Product, Help: "The product rated."},
	)
}

// Check implements Checked: a score must lie on its scale.
func (s *Survey) Check() *Fault {
	if s.Highest == 0 && s.Lowest == 0 {
		if s.Type == NPS {
			s.Highest = 10 * One
		} else {
			s.Lowest, s.Highest = One, 5*One
		}
	}
	if s.Score.Known && (s.Score.Value < s.Lowest || s.Score.Value > s.Highest) {
		return &Fault{Field: "score", Value: s.Score.Value.String(), Reason: "outside the scale " + s.Lowest.String() + " to " + s.Highest.String() + ": map lowest and highest"}
	}
	if s.Invited == 0 && s.Answered == 0 {
		return &Fault{Field: "answered", Reason: "neither invited nor answered has a date"}
	}
	return nil
}

// An Answer is one answer of a questionnaire: a need, a preference, a reason.
type Answer struct {
	Ref
	Owner
	At         Instant
	Question   string
	Answer     string
	Importance Opt[Decimal]
	Rating     Opt[Decimal]
	Wave       string
	Product    string
}

// Fields implements Record.
func (a *Answer) Fields() []Field {
	f := append([]Field{a.field("Answer key.")}, a.fields()...)
	return append(f,
		Field{Name: "at", Ptr: &a.At, Need: true, Help: "When they said so."},
		Field{Name: "question", Ptr: &a.Question, Need: true, Help: "What was asked."},
		Field{Name: "answer", Ptr: &a.Answer, Need: true, Help: "What they said, one row per answer ticked."},
		Field{Name: "importance", Ptr: &a.Importance, Help: "How important it is to them."},
		Field{Name: "rating", Ptr: &a.Rating, Help: "How well we do it."},
		Field{Name: "wave", Ptr: &a.Wave, Help: "Which round of asking."},
		Field{Name: "product", Ptr: &a.Product, Help: "The product concerned."},
	)
}
