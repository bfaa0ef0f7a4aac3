package pages

import "clientele/extract"

// kindMeans says what one row of a kind tells.
func kindMeans(k extract.Kind) string {
	switch k {
	case extract.Parties:
		return "A customer, contact, caller or enquirer as one source knows them"
	case extract.Products:
		return "Something the company sells, with its category and cost"
	case extract.Orders:
		return "A purchase"
	case extract.Lines:
		return "A position of an order"
	case extract.Invoices:
		return "An invoice or credit note"
	case extract.Payments:
		return "Money received"
	case extract.Shipments:
		return "A delivery, with the day it was promised for"
	case extract.Returns:
		return "Goods sent back, with the reason"
	case extract.Tickets:
		return "A contact with the service desk: complaint, question, order status, billing"
	case extract.Enquiries:
		return "Somebody asking about something they might buy"
	case extract.Surveys:
		return "An invitation to rate us, answered or not"
	case extract.Answers:
		return "An answer of a questionnaire: a need, a preference, a reason"
	case extract.Contracts:
		return "An agreement on volume, discount or payment"
	case extract.Activities:
		return "Something a rep did for a customer: visit, call, quote"
	case extract.Campaigns:
		return "A planned approach to many customers"
	case extract.Contacts:
		return "A customer approached by a campaign, or left out on purpose"
	case extract.Costs:
		return "What an activity cost the company in a month"
	case extract.Rates:
		return "An exchange rate from a day on"
	case extract.Reps:
		return "Somebody who looks after customers"
	case extract.Targets:
		return "What the company wants of a month"
	}
	return ""
}
