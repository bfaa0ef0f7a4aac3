package pages

import (
	"clientele/reports"
	"clientele/transform"
)

// activity is one of the six costs to serve.
type activity struct {
	code, name, help string
	part             string // what drives it: a subtotal of cost to serve
	role             reports.Role
	of               func(transform.Costs) Money
}

// What drives a cost: the orders, the contacts, or the days until they pay.
const (
	orderDriven = "Order-driven"
	serving     = "Serving"
	lent        = "Credit"
)

// sixActivities stand in the order of what drives them.
func sixActivities() []activity {
	return []activity{
		{"handling", "Order handling", "Taking and picking orders", orderDriven, reports.Tint, func(c transform.Costs) Money { return c.Handling }},
		{"delivery", "Delivery drops", "Deliveries", orderDriven, reports.Mid, func(c transform.Costs) Money { return c.Delivery }},
		{"returns", "Returns", "Handling goods sent back", orderDriven, reports.Grey, func(c transform.Costs) Money { return c.Returns }},
		{"visits", "Rep visits", "Visits and calls of reps", serving, reports.Actual, func(c transform.Costs) Money { return c.Visits }},
		{"service", "Calls", "Contacts with the service desk", serving, reports.Dark, func(c transform.Costs) Money { return c.Service }},
		{"credit", "Credit", "Money lent until they pay", lent, reports.Previous, func(c transform.Costs) Money { return c.Credit }},
	}
}

// withParts puts after the activities of one part their subtotal; credit is a part by
// itself.
func withParts() []activity {
	var out []activity
	list := sixActivities()
	for i, a := range list {
		out = append(out, a)
		if last := i+1 == len(list) || list[i+1].part != a.part; last && a.part != lent {
			out = append(out, subtotal(a.part))
		}
	}
	return out
}

func subtotal(part string) activity {
	help := map[string]string{orderDriven: "Order handling, delivery drops and returns together", serving: "Rep visits and calls together"}[part]
	return activity{name: part, help: help, part: part, of: func(c transform.Costs) (sum Money) {
		for _, a := range sixActivities() {
			if a.part == part {
				sum += a.of(c)
			}
		}
		return sum
	}}
}

// isSubtotal tells a subtotal from an activity.
func (a activity) isSubtotal() bool { return a.code == "" }
