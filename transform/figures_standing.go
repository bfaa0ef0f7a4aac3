package transform

import "clientele/extract"

// The reasons a customer may leave, as codes that pages put into words.
const (
	ReasonOverdue    = "overdue"    // silent for much longer than usual
	ReasonShrinking  = "shrinking"  // buys much less than a year ago
	ReasonComplaint  = "complaint"  // a complaint is open or several were made
	ReasonUnhappy    = "unhappy"    // low score in the last survey
	ReasonLate       = "late"       // deliveries came late
	ReasonReturns    = "returns"    // sent goods back
	ReasonOneOrder   = "one_order"  // never came back after the first order
	ReasonContract   = "contract"   // contract ends within the horizon
	ReasonUnanswered = "unanswered" // an enquiry was never answered
	ReasonQuiet      = "quiet"      // orders seldom: nothing else is recorded
)

// FiguresStanding is how the customer stands with the company.
type FiguresStanding struct {
	R, F, M        int64                        // 1 to 5, 5 the best; 0 without an order
	RFM            string                       // the three digits
	RFMSegment     string                       // one of eleven names
	Rung           string                       // loyalty step: Aware, Trial, Purchase, Multiple or Loyalty
	Risk           extract.Opt[extract.Decimal] // probability of no order within the horizon
	Reason, Also   string                       // main and second reason, Reason* codes
	Satisfaction   extract.Opt[extract.Decimal] // last answer on a scale from 1 to 5
	SatisfactionBy string                       // what the answer was about: csat, nps or ces
	SatisfiedOn    Day
	ContractEnds   Day
	AtRisk         bool // active, bought within twelve months, risk at or above the threshold
	Detractor      bool // the last answer advises against us
	ContractID     string
	Contract       string             // Met, Behind, Breach or Late payer; empty without a contract
	Agreed         extract.Opt[Money] // pro rata to the as-of day
	BoughtSoFar    extract.Opt[Money]
	Fulfilled      extract.Opt[extract.Decimal]
	DaysToPay      extract.Opt[extract.Decimal] // mean, weighted by amount, of invoices paid within twelve months
	DaysAgreed     extract.Opt[int64]
	Receivable     extract.Opt[Money] // open as of the day, gross
}

func (f *FiguresStanding) fields() []extract.Field {
	return []extract.Field{
		{Name: "recency_score", Ptr: &f.R, Help: "1 to 5, 5 the most recent."},
		{Name: "frequency_score", Ptr: &f.F, Help: "1 to 5, 5 the most frequent."},
		{Name: "monetary_score", Ptr: &f.M, Help: "1 to 5, 5 the largest orders."},
		{Name: "rfm", Ptr: &f.RFM, Help: "The three scores."},
		{Name: "rfm_segment", Ptr: &f.RFMSegment, Help: "Segment by recency and frequency."},
		{Name: "rung", Ptr: &f.Rung, Help: "Loyalty step."},
		{Name: "risk", Ptr: &f.Risk, Help: "Probability of no order within the horizon."},
		{Name: "at_risk", Ptr: &f.AtRisk, Help: "Active, bought within twelve months, and risk at or above the threshold."},
		{Name: "reason", Ptr: &f.Reason, Help: "Main reason to worry, as a code."},
		{Name: "reason_also", Ptr: &f.Also, Help: "Second reason to worry, as a code."},
		{Name: "satisfaction", Ptr: &f.Satisfaction, Help: "Last answer on a scale from 1 to 5."},
		{Name: "satisfaction_by", Ptr: &f.SatisfactionBy, Help: "What the answer was about: csat, nps or ces."},
		{Name: "satisfied_on", Ptr: &f.SatisfiedOn, Help: "Day of that answer."},
		{Name: "detractor", Ptr: &f.Detractor, Help: "The last answer advises against us."},
		{Name: "contract_id", Ptr: &f.ContractID, Help: "The contract in force."},
		{Name: "contract", Ptr: &f.Contract, Help: "Met, Behind, Breach or Late payer."},
		{Name: "agreed", Ptr: &f.Agreed, Help: "Volume agreed, pro rata to the as-of day."},
		{Name: "bought_so_far", Ptr: &f.BoughtSoFar, Help: "Revenue since the contract began."},
		{Name: "fulfilled", Ptr: &f.Fulfilled, Help: "Bought over agreed."},
		{Name: "contract_ends", Ptr: &f.ContractEnds, Help: "First day the contract no longer holds."},
		{Name: "days_to_pay", Ptr: &f.DaysToPay, Help: "Mean days from invoice to payment, weighted by amount."},
		{Name: "days_agreed", Ptr: &f.DaysAgreed, Help: "Days allowed for payment."},
		{Name: "receivable", Ptr: &f.Receivable, Help: "Invoices not yet paid, gross."},
	}
}
