package config

import (
	"fmt"
	"slices"
)

// CostToServe says how cost pools are charged to the customers who caused them.
type CostToServe struct {
	// The share of the minutes in costs that is really worked: 80% to 85% where those minutes are the paid ones, 100% where they are those really available already.
	Practical Percent `yaml:"practical" jsonschema:"default=100%"`
	// How many minutes events take that nobody records minutes of. Order handling, delivery and returns are charged by time only where it stands here.
	Time []EventTime `yaml:"time"`
}

// EventTime is how many minutes an event of one type and channel takes. The most exact entry counts.
type EventTime struct {
	// What takes the time: order, delivery, return, ticket or activity.
	Of string `yaml:"of" jsonschema:"required,enum=order,enum=delivery,enum=return,enum=ticket,enum=activity"`
	// The topic of a ticket, the type of an activity or the reason of a return, in the words of the records; any when left out.
	Type string `yaml:"type"`
	// The channel of an order or a ticket, as the source writes it; any when left out.
	Channel string `yaml:"channel"`
	// Minutes each one takes.
	Minutes Decimal `yaml:"minutes" jsonschema:"required,minimum=0"`
	// Minutes more for each line of an order.
	PerLine Decimal `yaml:"per_line" jsonschema:"default=0,minimum=0"`
	// Minutes more for a customer's first order.
	First Decimal `yaml:"first" jsonschema:"default=0,minimum=0"`
	// Minutes more where an order or delivery goes to another country than the company's own.
	Abroad Decimal `yaml:"abroad" jsonschema:"default=0,minimum=0"`
}

// What events can be told apart by.
const (
	eventOrder    = "order"
	eventDelivery = "delivery"
	eventReturn   = "return"
	eventTicket   = "ticket"
	eventActivity = "activity"
)

// eventTypes lists the words records have for the types of an event, none where it has no types.
func eventTypes(of string) []string {
	return map[string][]string{
		eventTicket:   {"other", "complaint", "question", "order_status", "billing"},
		eventActivity: {"other", "call", "visit", "mail", "quote", "meeting", "lead"},
		eventReturn:   {"other", "damaged", "wrong_item", "not_wanted", "late"},
	}[of]
}

func checkCostToServe(c *Config, d *decoder) {
	const practical = "cost_to_serve.practical"
	d.unwanted(practical, "leaves no minutes", c.CostToServe.Practical == 0 && !d.failed(practical))
	once(d, "cost_to_serve.time", c.CostToServe.Time, "what, type and channel", func(x EventTime) string {
		return fmt.Sprintf("%s %q %q", x.Of, x.Type, x.Channel)
	})
	for i, x := range c.CostToServe.Time {
		if at := element("cost_to_serve.time", i); !d.failedBelow(at) {
			checkEventTime(c, d, x, at)
		}
	}
}

func checkEventTime(c *Config, d *decoder, x EventTime, at string) {
	wrong := func(entry, text, hint string) {
		path := join(at, entry)
		d.problemAt(d.place(path), path, text, hint)
	}
	types := eventTypes(x.Of)
	switch {
	case x.Type != "" && types == nil:
		wrong("type", "an "+x.Of+" has no types", "leave it out")
	case x.Type != "" && !slices.Contains(types, x.Type):
		wrong("type", quote(x.Type)+" is not known", meant(x.Type, types))
	}
	if x.Channel != "" && x.Of != eventOrder && x.Of != eventTicket {
		wrong("channel", "only orders and tickets have a channel", "leave it out")
	}
	if x.PerLine != 0 && x.Of != eventOrder {
		wrong("per_line", "only orders have lines", "leave it out")
	}
	if x.First != 0 && x.Of != eventOrder {
		wrong("first", "only of orders there is a first one", "leave it out")
	}
	if x.Abroad != 0 && x.Of != eventOrder && x.Of != eventDelivery {
		wrong("abroad", "only orders and deliveries go abroad", "leave it out")
	}
	if x.Of != eventTicket && x.Of != eventActivity && !hasGeneral(c.CostToServe.Time, x.Of) {
		wrong("of", "no entry says what any other "+x.Of+" takes", "add one with "+x.Of+" and minutes, without type and channel")
	}
}

// hasGeneral reports whether some entry speaks of every event of a kind.
func hasGeneral(list []EventTime, of string) bool {
	return slices.ContainsFunc(list, func(x EventTime) bool { return x.Of == of && x.Type == "" && x.Channel == "" })
}
