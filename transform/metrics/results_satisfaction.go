package metrics

import (
	"clientele/extract"
)

// Satisfaction is the answers of twelve months, one for each customer and survey
// type: the last. Scores run from 1 to 5, 5 the best.
type Satisfaction struct {
	Kind      string // the type of survey that means are of: csat, nps or ces
	Invited   int64  // recorded invitations: where there are none, nobody knows the response
	Answered  Rate
	Mean      Mean
	Before    Mean
	Top       Rate // the best two of five
	NPS       NetPromoter
	Kinds     []SurveyKind       // csat, nps and ces, those that were asked
	Cells     []SatisfactionCell // channel by product category, in that order
	Channels  []SatisfactionCell
	Origins   []SurveyOrigin // what came before the invitation
	Mix       []SurveyMix    // who answers, by business type
	MixP      extract.Opt[extract.Decimal]
	Weighted  extract.Opt[extract.Decimal] // mean as if every business type had answered by its share of customers
	Outcomes  []Outcome                    // what those who answered the year before have done since
	OutcomeP  extract.Opt[extract.Decimal]
	OutcomeBy string // the type of survey the outcomes are of
	ByAnswer  []AnswerRisk
}

// A Change is how far one figure lies above another, with its 95 % interval and the
// probability of one as large by chance. Stands says whether it holds beside all
// the others tested with it, at a false discovery rate of 5 %.
type Change struct {
	By, Low, High, P extract.Opt[extract.Decimal]
	Stands           bool
}

// NetPromoter is promoters less detractors in points from -100 to 100, with the
// adjusted Wald interval.
type NetPromoter struct {
	Promoters, Passives, Detractors int64
	Score, Low, High                extract.Opt[extract.Decimal]
}

// A SurveyKind is one type of survey over twelve months and the twelve before.
type SurveyKind struct {
	Kind            string
	Invited         int64
	Answered        Rate
	Mean, Before    Mean            // from 1 to 5, 5 the best
	Top, TopBefore  Rate            // the best two of five
	Change          Change          // of the mean; of recommendation, of the score in points
	Lowest, Highest extract.Decimal // of the scale answered last
	LowGood         bool            // the lowest score is the best, as declared
	Mixed           bool            // answers were given on several scales
	NPS, NPSBefore  NetPromoter     // of recommendation
}

// A SatisfactionCell is the answers on one channel, or channel and product.
type SatisfactionCell struct {
	Channel, Product string
	Invited          int64 // invitations of twelve months
	Answered         Rate  // of them
	Mean, Before     Mean
	Top              Rate
	Change           Change // of the mean against the twelve months before
	Apart            Change // of the mean against all other answers of the table
}

// The origins of an invitation.
const (
	AfterComplaint = "after a complaint"
	AfterContact   = "after another contact"
	Unprompted     = "unprompted"
)

// A SurveyOrigin is the answers given after a complaint, after another contact with
// the service desk, or out of the blue.
type SurveyOrigin struct {
	Name     string
	Answered Rate // of invitations
	Mean     Mean
	Top      Rate
}

// A SurveyMix is one business type among those asked and those who answered.
type SurveyMix struct {
	Name      string
	Customers int64 // who bought within twelve months
	Invited   int64 // customers with an invitation
	Answered  Rate  // of them, those who answered any
	Answers   int64 // customers who answered, invitation recorded or not
	Mean      Mean
}

// The classes of an answer.
const (
	Promoter  = "Promoter"
	Passive   = "Passive"
	Detractor = "Detractor"
)

// An Outcome is what customers of one class of answer did in the year after.
type Outcome struct {
	Class   string
	Lost    Rate // of those active a year ago, lost now
	Revenue Money
	Net     Money
	Each    extract.Opt[Money] // net profit of twelve months, of those whose profit is known
	Growth  extract.Opt[extract.Decimal]
}

// An AnswerRisk is the customers whose last score rounds to one of 1 to 5.
type AnswerRisk struct {
	Score     int64
	Customers int64
	Risk      Mean
	Revenue   Money
	AtRisk    Money
	Each      extract.Opt[Money] // net profit of twelve months, of those whose profit is known
}
