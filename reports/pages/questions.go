package pages

import (
	"slices"

	"clientele/extract"
)

// The ways a question can be answered.
const (
	byData  = "D" // the records answer it
	byProxy = "P" // something recorded stands in for it
	byAsk   = "M" // only people can answer it
)

// A flow is a field of a kind of record; without a name any record of the kind.
type flow struct {
	kind extract.Kind
	name string
}

func (f flow) String() string {
	if f.name == "" {
		return string(f.kind)
	}
	return string(f.kind) + "." + f.name
}

// A query is one of those a company with one view of its customers should be able
// to answer: where it is answered, and which flows that takes. Lacks says what is not
// recorded or computed in any case.
type query struct {
	numbers, text, how string
	sheets             []string
	needs              []flow
	lacks              string
}

// queries are the 54 questions of S. Van Dam, How to achieve one view of your customer
// (2007), in our words; two come twice.
func queries() []query {
	return slices.Concat(marketingQueries(), salesQueries(), deskQueries())
}

func marketingQueries() []query {
	lines, cost := flow{extract.Lines, "product"}, flow{extract.Products, "cost"}
	return []query{
		{"1", "How long introducing a product takes", byProxy, nil, nil, "the day a product was decided on: no field holds it"},
		{"2", "Which complementary products to introduce", byProxy, []string{"Needs"}, []flow{{extract.Enquiries, "interest"}}, "what the range lacks shows in enquiries only"},
		{"3", "How new regulation is met", byAsk, nil, nil, "ask purchasing and quality"},
		{"4", "Whether the brand works", byProxy, []string{"Satisfaction", "Lifetime value"}, []flow{{extract.Surveys, "type"}, {extract.Parties, "acquired_through"}}, "awareness among those who are no customers is not recorded"},
		{"5", "Why customers buy", byProxy, []string{"Needs"}, []flow{{extract.Answers, ""}}, "of those who answered the questionnaire only"},
		{"6", "What else they would buy", byData, []string{"Cross-sell", "Products", "Pipeline"}, []flow{lines, {extract.Products, "category"}}, ""},
		{"7", "How satisfaction is measured", byData, []string{"Satisfaction"}, []flow{{extract.Surveys, "invited"}, {extract.Surveys, "answered"}}, ""},
		{"8", "How often they buy, and whether that could grow", byData, []string{"Segments", "Customer file", "At risk"}, []flow{{extract.Orders, ""}}, ""},
		{"9", "Where there is more to sell", byData, []string{"Cross-sell", "Products"}, []flow{lines, {extract.Products, "category"}}, ""},
		{"10", "How many customers leave", byData, []string{"Attrition"}, []flow{{extract.Orders, ""}}, ""},
		{"11", "Which competitors they go to", byProxy, []string{"Attrition"}, []flow{{extract.Parties, "competitor"}}, "of those who said so only"},
		{"12", "Why they leave", byProxy, []string{"Attrition"}, []flow{{extract.Parties, "exit_reason"}}, "of those who said so only"},
		{"13", "Which customers we want", byAsk, []string{"Profitability", "Lifetime value"}, nil, "the sheets show who is worth most; which to want is the management's word"},
		{"14, 15", "Which segments grow fastest and slowest", byData, []string{"Segments"}, []flow{{extract.Parties, "segment"}}, ""},
		{"16", "What customers at risk have in common", byData, []string{"Attrition"}, []flow{{extract.Orders, ""}}, ""},
		{"17", "What profitable customers have in common", byData, []string{"Profitability"}, []flow{cost, {extract.Costs, "amount"}}, ""},
		{"18, 19", "Who is most and least profitable", byData, []string{"Top customers", "Loss-makers"}, []flow{cost}, ""},
	}
}

func salesQueries() []query {
	cost := flow{extract.Products, "cost"}
	return []query{
		{"20", "Which profitable customers are the most valuable", byData, []string{"Top customers", "Lifetime value"}, []flow{cost}, ""},
		{"21", "How accounts that grow are looked after", byProxy, []string{"Movers"}, []flow{{extract.Orders, ""}}, "what was done about them is not recorded"},
		{"22, 31", "How accounts that decline are looked after", byProxy, []string{"Movers", "At risk", "Territories"}, []flow{{extract.Orders, ""}}, "what was done about them is not recorded"},
		{"23", "How the best customers are rewarded", byAsk, []string{"Top customers"}, nil, "the sheet shows who they are; what a reward costs is the management's word"},
		{"24", "Whether programmes keep customers", byProxy, nil, []flow{{extract.Contacts, "control"}}, "customers approached against those left out on purpose: not computed in this version"},
		{"25", "Whether leads are passed on and followed up at once", byData, []string{"Pipeline"}, []flow{{extract.Enquiries, "answered"}}, ""},
		{"26", "Whether there is enough in the funnel for the targets", byData, []string{"Pipeline"}, []flow{{extract.Enquiries, "value"}, {extract.Enquiries, "stage"}, {extract.Targets, "amount"}}, ""},
		{"27", "How long a sale takes", byData, []string{"Pipeline"}, []flow{{extract.Enquiries, ""}}, ""},
		{"28", "Whether new customers keep their contracts", byData, []string{"Contracts"}, []flow{{extract.Contracts, "agreed"}}, ""},
		{"29", "How profitable each account is, month by month", byData, []string{"Customer file", "Profitability"}, []flow{cost, {extract.Costs, "amount"}}, ""},
		{"30", "Whether commissions and incentives pay", byProxy, []string{"Territories"}, []flow{cost}, "commission paid: no field holds it"},
		{"32", "How concerns are handled between teams", byProxy, []string{"Service desk", "Complaints"}, []flow{{extract.Tickets, "agent"}}, "who handed a contact on to whom: no field holds it"},
	}
}

func deskQueries() []query {
	desk := []string{"Service desk"}
	return []query{
		{"33, 52", "How many orders come in a day", byData, desk, []flow{{extract.Orders, ""}}, ""},
		{"34", "How many orders are of nobody in the customer base", byData, desk, []flow{{extract.Orders, ""}}, ""},
		{"35", "How many orders are international", byData, desk, []flow{{extract.Orders, "ship_country"}}, ""},
		{"36", "How many calls come in a day", byData, desk, []flow{{extract.Tickets, ""}}, ""},
		{"37, 38, 39", "How many calls are about products, orders and bills", byData, desk, []flow{{extract.Tickets, "topic"}}, ""},
		{"40", "How many calls bring revenue", byData, desk, []flow{{extract.Activities, "type"}}, ""},
		{"41", "How many internal calls it takes to tell where an order stands", byData, desk, []flow{{extract.Tickets, "direction"}, {extract.Tickets, "order"}}, ""},
		{"42", "How long it takes to tell where a shipment is", byData, desk, []flow{{extract.Tickets, "answered"}, {extract.Tickets, "topic"}}, ""},
		{"43", "Whether a concern is resolved", byData, []string{"Service desk", "Complaints"}, []flow{{extract.Tickets, "closed"}, {extract.Tickets, "reopened"}}, ""},
		{"44", "How staff hear of changed products", byAsk, nil, nil, "ask the service desk"},
		{"45", "How much of customers and bills the desk can see", byProxy, []string{"Method & data"}, []flow{{extract.Invoices, ""}, {extract.Payments, ""}}, "how many bills and payments there are; what the desk's own screen shows is not recorded"},
		{"46", "How concerns reach sales and operations", byProxy, []string{"Complaints"}, []flow{{extract.Tickets, ""}}, "where a contact was sent on to: no field holds it"},
		{"47", "Whether others keep what was promised", byProxy, desk, []flow{{extract.Shipments, "promised"}, {extract.Tickets, "promised"}}, "which department promised is not recorded"},
		{"48", "How much time training takes", byProxy, nil, nil, "timesheets: no kind of record holds them"},
		{"49", "Whether field support needs the data", byAsk, nil, nil, "ask field support"},
		{"50", "How accurate the data are", byData, []string{"Method & data"}, []flow{{extract.Parties, ""}}, ""},
		{"51", "What keeping the sources current costs", byProxy, []string{"Method & data"}, []flow{{extract.Parties, ""}}, "minutes of mending records: no field holds them"},
		{"53", "What a wrong delivery leads to", byData, []string{"Profitability", "Attrition"}, []flow{{extract.Returns, "reason"}}, "what customers with wrong goods buy a year later is not computed"},
		{"54", "How a changed need is noticed", byProxy, []string{"Needs"}, []flow{{extract.Answers, "wave"}}, "of those who answered two rounds only"},
	}
}

// furtherQueries are answered by the sheets beyond the 54.
func furtherQueries() []query {
	return []query{
		{"", "Which complaints are justified", byData, []string{"Complaints", "Service desk"}, []flow{{extract.Tickets, "upheld"}}, ""},
		{"", "What a contact really costs", byData, []string{"Service desk", "Profitability"}, []flow{{extract.Tickets, "minutes"}, {extract.Costs, "minutes"}}, ""},
		{"", "Whether more discount is given than agreed", byData, []string{"Contracts"}, []flow{{extract.Contracts, "discount"}, {extract.Orders, "discount"}}, ""},
		{"", "Whether contract customers pay in time", byData, []string{"Contracts"}, []flow{{extract.Contracts, "pay_days"}, {extract.Payments, ""}}, ""},
		{"", "What winning a customer costs", byData, []string{"Lifetime value"}, []flow{{extract.Parties, "acquisition_cost"}}, ""},
		{"", "Which needs matter most", byData, []string{"Needs"}, []flow{{extract.Answers, "importance"}}, ""},
		{"", "Who looks after which customers", byData, []string{"Territories"}, []flow{{extract.Parties, "territory"}, {extract.Parties, "rep"}}, ""},
		{"", "What a campaign brings for its cost", byProxy, nil, []flow{{extract.Campaigns, "cost"}, {extract.Orders, "campaign"}}, "the return of a campaign is not computed in this version"},
	}
}
