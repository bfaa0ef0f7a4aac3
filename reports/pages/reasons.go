package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform"
)

// reason puts a code into words with the customer's own numbers.
func (b *book) reason(code string, r row) string {
	switch code {
	case transform.ReasonOverdue:
		return fmt.Sprintf("Silent for %s, usually orders every %d", reports.Plural(r.DaysSince.Value, "day", "days"), r.UsualGap.Value)
	case transform.ReasonShrinking:
		return b.fallen(r)
	case transform.ReasonComplaint:
		if r.OpenComplaints > 0 {
			return reports.Plural(r.OpenComplaints, "complaint is open", "complaints are open")
		}
		return reports.Plural(r.Complaints, "complaint", "complaints") + " in 12 months"
	case transform.ReasonUnhappy:
		return "Rated us " + reports.DecimalWords(r.Satisfaction.Value.Float(), 1) + " of 5"
	case transform.ReasonLate:
		return fmt.Sprintf("%d of %s late", r.LateShipments, reports.Plural(r.Shipments, "delivery was", "deliveries were"))
	case transform.ReasonReturns:
		return reports.Plural(r.ReturnCount, "return", "returns") + " in 12 months"
	case transform.ReasonOneOrder:
		return "Never came back after the first order"
	case transform.ReasonContract:
		return "Contract ends " + plain(r.ContractEnds-1)
	case transform.ReasonUnanswered:
		return reports.Plural(r.Unanswered, "enquiry was", "enquiries were") + " never answered"
	case transform.ReasonQuiet:
		return "Orders seldom; nothing else is recorded"
	}
	return ""
}

// fallen compares the last three months with the same a year ago.
func (b *book) fallen(r row) string {
	x, ok := growth(r.Recent, r.RecentBefore)
	switch {
	case r.Recent <= 0:
		return "Bought nothing in the last 3 months"
	case !ok:
		return "Bought less than in the 12 months before"
	}
	return "Last 3 months: " + reports.MoreLess(x) + " than a year ago"
}

// nextStep says what to do about a reason, verb first.
func nextStep(code string) string {
	switch code {
	case transform.ReasonOverdue:
		return "Call and ask what has changed"
	case transform.ReasonShrinking:
		return "Visit; go through what they no longer buy"
	case transform.ReasonComplaint:
		return "Settle the complaint, then call"
	case transform.ReasonUnhappy:
		return "Call about the low rating"
	case transform.ReasonLate:
		return "Agree delivery days that can be kept"
	case transform.ReasonReturns:
		return "Find out why goods come back"
	case transform.ReasonOneOrder:
		return "Give a reason for a second order"
	case transform.ReasonContract:
		return "Open talks about renewal"
	case transform.ReasonUnanswered:
		return "Answer the enquiry today"
	case transform.ReasonQuiet:
		return "Ask when the next order is due"
	}
	return ""
}

// theme names a reason for many customers at once.
func theme(code string) string {
	switch code {
	case transform.ReasonOverdue:
		return "Silent for longer than usual"
	case transform.ReasonShrinking:
		return "Buys less than a year ago"
	case transform.ReasonComplaint:
		return "Complaints"
	case transform.ReasonUnhappy:
		return "Low ratings"
	case transform.ReasonLate:
		return "Late deliveries"
	case transform.ReasonReturns:
		return "Goods sent back"
	case transform.ReasonOneOrder:
		return "No second order"
	case transform.ReasonContract:
		return "Contract about to end"
	case transform.ReasonUnanswered:
		return "Unanswered enquiries"
	case transform.ReasonQuiet:
		return "Orders seldom"
	}
	return "Not recorded"
}

// keeping says how to keep a good customer, the most urgent first.
func keeping(r row) string {
	switch {
	case r.OpenComplaints > 0:
		return "Settle the open complaint first"
	case r.AtRisk:
		return nextStep(r.Reason)
	case r.State == transform.StateLost:
		return "Win back: ask why they stopped"
	case r.Revenue < 0:
		return "Settle what was credited, then sell again"
	case r.Detractor:
		return "Call about the low rating"
	case r.Categories == 1:
		return "Show what else fits: buys one category"
	case r.Rung == "Loyalty":
		return "Thank them and ask for a referral"
	}
	return "Go through the year together"
}
