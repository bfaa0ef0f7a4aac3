package metrics

import (
	"fmt"
	"slices"
	"strings"

	"clientele/extract"
)

// A ServiceTarget is what a measure of the service desk is to reach in twelve months.
type ServiceTarget struct {
	Measure string          // one of ServiceMeasures
	Value   extract.Decimal // in the measure's unit: a share is 0 to 1, money is in the company's currency
}

// The measures of the service desk that can have a target: those of which more, or less,
// is better.
const (
	OrdersADay          = "orders_a_day"
	MedianOrders        = "orders_on_median_day"
	ContactsADay        = "contacts_a_day"
	SalesCallsADay      = "sales_calls_a_day"
	UnmatchedOrders     = "unmatched_orders"
	FirstOrders         = "first_orders"
	DeliveredAsPromised = "delivered_as_promised"
	SalesCallsWithOrder = "sales_calls_with_order"
	SalesCallRevenue    = "sales_call_revenue"
	ClosedInFiveDays    = "complaints_closed_in_5_days"
	ContactsReopened    = "contacts_reopened"
	FirstContactSolved  = "solved_at_first_contact"
	SolvedAsPromised    = "solved_as_promised"
	ComplaintsJustified = "complaints_justified"
	StatusMinutes       = "shipment_status_minutes"
	StatusMinutesSlow   = "shipment_status_minutes_9_of_10"
	AnswerMinutes       = "first_answer_minutes"
	ComplaintDays       = "complaint_days"
	ContactDays         = "contact_days"
	InternalPerStatus   = "internal_calls_per_status_call"
	OpenContacts        = "open_contacts"
)

// ServiceMeasures lists the measures of the service desk that can have a target.
func ServiceMeasures() []string {
	return []string{
		OrdersADay, MedianOrders, ContactsADay, SalesCallsADay, UnmatchedOrders, FirstOrders, DeliveredAsPromised, SalesCallsWithOrder, SalesCallRevenue,
		ClosedInFiveDays, ContactsReopened, FirstContactSolved, SolvedAsPromised, ComplaintsJustified,
		StatusMinutes, StatusMinutesSlow, AnswerMinutes, ComplaintDays, ContactDays, InternalPerStatus, OpenContacts,
	}
}

// ServiceShares lists those of them that are shares, 0 to 1.
func ServiceShares() []string {
	return []string{
		UnmatchedOrders, FirstOrders, DeliveredAsPromised, SalesCallsWithOrder, ClosedInFiveDays, ContactsReopened, FirstContactSolved, SolvedAsPromised,
		ComplaintsJustified,
	}
}

// checkServiceTargets returns what is wrong with targets of the service desk.
func (r Rules) checkServiceTargets() error {
	for i, t := range r.ServiceTargets {
		switch {
		case !slices.Contains(ServiceMeasures(), t.Measure):
			return fmt.Errorf("service_targets: there is no measure %q: take one of %s", t.Measure, strings.Join(ServiceMeasures(), ", "))
		case slices.ContainsFunc(r.ServiceTargets[:i], func(x ServiceTarget) bool { return x.Measure == t.Measure }):
			return fmt.Errorf("service_targets: %s stands there twice", t.Measure)
		case t.Value < 0, slices.Contains(ServiceShares(), t.Measure) && t.Value > extract.One:
			return fmt.Errorf("service_targets: %s cannot be %s", t.Measure, t.Value)
		}
	}
	return nil
}

// ServiceTarget returns the target of a measure of the service desk, if there is one.
func (r Rules) ServiceTarget(measure string) extract.Opt[extract.Decimal] {
	for _, t := range r.ServiceTargets {
		if t.Measure == measure {
			return extract.Some(t.Value)
		}
	}
	return extract.Opt[extract.Decimal]{}
}
