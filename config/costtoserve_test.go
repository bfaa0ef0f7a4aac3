package config

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTimesOfEvents(t *testing.T) {
	c := parsed(t, least+"cost_to_serve: {practical: 82%, time: [{of: order, minutes: 5.5, per_line: 1}, {of: order, channel: phone, minutes: 9}]}\n")
	want := CostToServe{Practical: 820_000, Time: []EventTime{
		{Of: "order", Minutes: 550_000_000, PerLine: 100_000_000}, {Of: "order", Channel: "phone", Minutes: 900_000_000},
	}}
	if diff := cmp.Diff(want, c.CostToServe); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(CostToServe{Practical: 1_000_000}, parsed(t, least).CostToServe); diff != "" {
		t.Error(diff)
	}
}

func TestProblemsOfCostToServe(t *testing.T) {
	time := func(entry string) string { return "cost_to_serve: {time: [" + entry + "]}\n" }
	runBelow(t, []problemCase{
		{"a general entry and a special one", time("{of: delivery, minutes: 5}, {of: ticket, type: complaint, channel: phone, minutes: 5}"), ""},
		{"no minutes worked", "cost_to_serve: {practical: 0%}\n", "9:28: cost_to_serve.practical: leaves no minutes (remove it)"},
		{"an event that is not known", time("{of: oder, minutes: 5}"), `9:29: cost_to_serve.time[0].of: "oder" is not known (did you mean order?)`},
		{"no minutes", time("{of: order}"), "9:24: cost_to_serve.time[0].minutes: is missing"},
		{"minutes below zero", time("{of: order, minutes: -1}"), "9:45: cost_to_serve.time[0].minutes: -1 is too small (at least 0)"},
		{"a topic that is not known", time("{of: ticket, type: complain, minutes: 5}"), `9:43: cost_to_serve.time[0].type: "complain" is not known (did you mean complaint?)`},
		{"a type of an order", time("{of: order, minutes: 5}, {of: order, type: visit, minutes: 5}"), "9:67: cost_to_serve.time[1].type: an order has no types (leave it out)"},
		{"a channel of a visit", time("{of: activity, channel: phone, minutes: 5}"), "9:48: cost_to_serve.time[0].channel: only orders and tickets have a channel (leave it out)"},
		{"lines of a delivery", time("{of: delivery, minutes: 5, per_line: 1}"), "9:61: cost_to_serve.time[0].per_line: only orders have lines (leave it out)"},
		{"a ticket abroad", time("{of: ticket, minutes: 5, abroad: 1}"), "9:57: cost_to_serve.time[0].abroad: only orders and deliveries go abroad (leave it out)"},
		{
			"some orders only", time("{of: order, channel: phone, minutes: 5}"),
			"9:29: cost_to_serve.time[0].of: no entry says what any other order takes (add one with order and minutes, without type and channel)",
		},
		{
			"said twice", time("{of: ticket, minutes: 5}, {of: ticket, minutes: 6}"),
			"9:50: cost_to_serve.time[1]: duplicate: what, type and channel are already given at line 9 (keep one of the two)",
		},
	})
}
