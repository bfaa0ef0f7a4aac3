package config

import (
	"slices"
	"strings"
)

// ServiceTarget is what a measure of the service desk is to reach in twelve months.
type ServiceTarget struct {
	// The measure, as the sheet Service desk has it.
	Measure string `yaml:"measure" jsonschema:"required,enum=orders_a_day,enum=orders_on_median_day,enum=contacts_a_day,enum=sales_calls_a_day,enum=unmatched_orders,enum=first_orders,enum=delivered_as_promised,enum=sales_calls_with_order,enum=sales_call_revenue,enum=complaints_closed_in_5_days,enum=contacts_reopened,enum=solved_at_first_contact,enum=solved_as_promised,enum=complaints_justified,enum=shipment_status_minutes,enum=shipment_status_minutes_9_of_10,enum=first_answer_minutes,enum=complaint_days,enum=contact_days,enum=internal_calls_per_status_call,enum=open_contacts"`
	// What it is to reach: a share such as 90% for measures that are one, else a number in the unit of the measure.
	Target Level `yaml:"target" jsonschema:"required"`
}

// ServiceShares lists the measures of the service desk that are shares.
func ServiceShares() []string {
	return []string{
		"unmatched_orders", "first_orders", "delivered_as_promised", "sales_calls_with_order", "complaints_closed_in_5_days", "contacts_reopened",
		"solved_at_first_contact", "solved_as_promised", "complaints_justified",
	}
}

func checkServiceTargets(c *Config, d *decoder) {
	const list = "service_targets"
	once(d, list, c.ServiceTargets, "targets of the measure", func(x ServiceTarget) string { return x.Measure })
	for i, x := range c.ServiceTargets {
		if path := element(list, i); !d.failedBelow(path) {
			checkServiceTarget(d, x, join(path, "target"))
		}
	}
}

// checkServiceTarget holds a target to the unit of its measure: nobody can tell 1 from 1%.
func checkServiceTarget(d *decoder, x ServiceTarget, at string) {
	text := ""
	if n := d.nodes[at]; n != nil {
		text = n.Value
	}
	percent, share := strings.HasSuffix(text, "%"), slices.Contains(ServiceShares(), x.Measure)
	switch {
	case x.Target < 0:
		d.problemAt(d.place(at), at, text+" is below zero, which "+x.Measure+" never is", "")
	case share && (x.Target > 1 || !percent && x.Target == 1):
		d.problemAt(d.place(at), at, text+" is more than the whole or unclear: "+x.Measure+" is a share", "write a percentage such as 90%, or a fraction such as 0.9")
	case !share && percent:
		d.problemAt(d.place(at), at, x.Measure+" is no share", "write a number without a percent sign, in the unit the sheet Service desk has it in")
	}
}
