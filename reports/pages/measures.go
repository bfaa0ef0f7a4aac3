package pages

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

// measureTable says of the measures of money and of how customers buy what they mean and how they are calculated.
func (b *book) measureTable() reports.Table[stated] {
	return measured(reports.Table[stated]{Title: "What the numbers mean: customers, money and risk", Key: "Measures"}, b.baseMeasures(), b.standingMeasures())
}

// furtherMeasures says it of the others.
func (b *book) furtherMeasures() reports.Table[stated] {
	return measured(reports.Table[stated]{Title: "What the numbers mean: answers, service, contracts and offers", Key: "FurtherMeasures"}, b.otherMeasures(), b.crossMeasures())
}

// measured fills a table of measures.
func measured(t reports.Table[stated], rows ...[]stated) reports.Table[stated] {
	t.Rows, t.Columns = slices.Concat(rows...), wordColumns(
		[2]string{"Measure", "Name as used on the sheets."}, [2]string{"Meaning", "What it tells."}, [2]string{"Calculation", "How it is made."},
		[2]string{"Source", "Records it is made from."}, [2]string{"Window", "Days it covers."})
	return t
}

func (b *book) baseMeasures() []stated {
	r, year := b.r.Rules, "12 months"
	from := "orders"
	if r.RevenueFrom == metrics.FromInvoices {
		from = "invoices"
	}
	rows := []stated{
		{"Customer", "One person or company, however many records", "Records merged where several fields agree; see Who is who. A contact of an account is a customer of its own", "parties", "all time"},
		{allCustomers, "The last line of tables of customers", "Everybody in the customer table, buying or not: their revenue and profit are those of Overview but for Unassigned and Rounding, which stand apart there", "derived", year},
		{"Revenue", "What customers paid without tax", "Valid " + from + " less credit notes at their own date, converted at the document's date; the header's net value, else the sum of its lines", from + ", lines, rates", year},
		{"vs last year", "Change against the 12 months before", "Of one customer only where they were a customer for all of those 12 months; else blank", "derived", "12 and 12 months"},
	}
	if b.profitable() {
		rows = append(rows, stated{"Gross profit", "What goods leave", "Revenue less cost of goods of lines with a known cost; " + b.costKnown(), "lines, products", year})
	}
	if b.costed() {
		rows = append(rows,
			stated{"Cost to serve", "What serving the customer took", "Time-driven: cost of the activity ÷ minutes available × minutes used by the customer (recorded" + b.minutesWords() + ", else the mean of its kind); without minutes by event. Capacity nobody used is charged to nobody", "costs, tickets, activities, shipments, returns", year},
			stated{"Net profit", "What the customer leaves after we served them", "Gross profit less cost to serve (order handling, delivery, visits, service, returns, credit)", "derived", year})
	}
	return rows
}

// minutesWords says of how many contacts the minutes are recorded.
func (b *book) minutesWords() string {
	x, ok := b.share(b.r.Data.MinutesRecorded)
	if !ok {
		return ""
	}
	return " for " + reports.Percent0Words(x) + " of contacts"
}

// costKnown says of how much of sales the cost of goods is known.
func (b *book) costKnown() string {
	share, ok := float(b.r.Data.CostKnown)
	if !ok {
		return "no cost is known"
	}
	return "known for " + reports.PercentWords(share) + " of sales"
}

func (b *book) standingMeasures() []stated {
	r, m := b.r.Rules, b.r.Attrition.Model
	rows := []stated{
		{"Active, lost", "Still ordering, stopped ordering", fmt.Sprintf("Lost when the last order is more than %d days ago, or the customer said so", r.LapsedAfter), "orders", "to the last day"},
		{"Revenue kept", "What became of last year's revenue", "Of customers with revenue in the 12 months before: the smaller of each one's two years over the first (gross), and all of the second over the first (net)", "orders", "12 and 12 months"},
		{"Attrition", "Share of customers who left", "Of the customers active 12 months ago, the share lost now; opening + new + returned − lost = closing in every month", "orders", "12 months"},
		{"Risk of leaving", "Chance of no order in the next " + b.horizon(), orElse(m.Name, "Not estimated") + riskTrust(m), "orders", "next " + b.horizon()},
		{"Gone with lost customers", "What losing them cost", fmt.Sprintf("Revenue and gross profit of the 12 calendar months to the last order; what was expected: their net profit of the 12 months before the last 12, going on for %d months with the retention of customers who order as often, discounted; not below zero", r.LifetimeMonths), "orders", "12 months"},
		{"At risk", "Customers to call", "Active, bought within 12 months, and risk of " + b.threshold() + " or more", "derived", "now"},
		{"Revenue at risk", "Expected loss if nothing is done", "Risk × revenue of 12 months; profit at risk likewise", "derived", "12 months"},
		{"At risk within " + b.horizon(), "What may be lost within " + b.horizon(), "Risk × (" + b.nextWord() + " of an order day in 12 months × the order days that customers like them have in " + b.horizon() + " if they order at all)", "orders", "next " + b.horizon()},
		{"Segment", "Kind of buying behaviour", b.scoredWords() + "; New and Promising are customers of one order", "orders", "all time"},
		{"Loyalty step", "Step on the ladder", fmt.Sprintf("Aware: no order; Trial: first small or promotional order; Purchase: one order day; Multiple: two and more; Loyalty: %d order days in %d of 4 quarters and likely to order again", r.Ladder.LoyalOrderDays, r.Ladder.LoyalQuarters), "orders, enquiries, surveys", "all time"},
		{"Chance to go on", "How likely customers waiting on a step are to take the next", "Kaplan-Meier over all who ever reached the step, those still waiting counted as such; of those waiting the chance within a year, given how long they have waited", "orders, activities, first day known", "all time; next year"},
	}
	if b.profitable() {
		rows = append(rows,
			stated{"Lifetime value", "Profit still to be expected", b.lifetimeModel(), "derived", fmt.Sprintf("next %d months", r.LifetimeMonths)},
			stated{"Expected", "Profit to be expected of 12 months", "The strongest word there is: the plan for the customer; the volume contracts agree for the 12 months × their margin of last year; their own 12 months before; for those not there all of last year the median of their business type", "derived", "12 months"})
	}
	return rows
}

// scoredWords says how recency, frequency and money were scored.
func (b *book) scoredWords() string {
	s := b.r.Rules.Segments
	text := "Recency and frequency scored 1–5 by rank, equal values alike"
	switch {
	case b.r.RFM.ByLimits:
		text = fmt.Sprintf("Customers of two order days and more are scored 1–5 by fixed limits, because they are too few to rank: days since the last order in sixths of %d days, order days 1, 2, 3, 4–7, 8 and more; customers of one order by rank where 25 ever ordered, else by the same limits", b.r.Rules.LapsedAfter)
	case len(s.RecencyDays) > 0 && len(s.OrderDays) > 0:
		text = "Recency and frequency scored 1–5 by the company's limits"
	}
	if len(s.RecencyDays) > 0 {
		text += "; recency by days since the last order: " + limitWords(s.RecencyDays)
	}
	if len(s.OrderDays) > 0 {
		text += "; frequency by days with an order: " + limitWords(s.OrderDays)
	}
	return text + "; money is the " + b.scoredMoney()
}

// scoredMoney says what the money score goes by.
func (b *book) scoredMoney() string {
	text := "mean value of an order to date"
	if b.r.Rules.Segments.Money == metrics.MoneyTotal {
		text = "total bought to date"
	}
	if list := b.r.Rules.Segments.Amounts; len(list) > 0 {
		text += ", by limits"
	}
	return text
}

// limitWords lists limits.
func limitWords(list []int) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = strconv.Itoa(n)
	}
	return strings.Join(words, ", ")
}

// riskTrust says how well the estimate would have done one horizon ago.
func riskTrust(m metrics.RiskModel) string {
	auc, ok := float(m.AUC)
	simple, also := float(m.Simple)
	if !ok || !also {
		return ""
	}
	return fmt.Sprintf(". Tested %d days ago on %s: area under the curve %s, days since the last order alone %s, order days alone %s; %s",
		m.Horizon, reports.Plural(m.N, "customer", "customers"), reports.DecimalWords(auc, 3), reports.DecimalWords(simple, 3),
		reports.DecimalWords(m.Frequency.Value.Float(), 3), rankedBest(m.Best))
}

// rankedBest says which of them ranked best.
func rankedBest(code string) string {
	switch code {
	case metrics.BestDaysSince:
		return "days alone ranked best"
	case metrics.BestFrequency:
		return "order days alone ranked best"
	}
	return "the estimate ranked best"
}

func (b *book) otherMeasures() []stated {
	var rows []stated
	if b.hasProducts() {
		rows = append(rows, stated{"Product categories", "Breadth of what a customer buys", "Distinct " + breadthWord(b.r.Rules.ProductsBy) + " bought; always shown beside profit", "lines, products", "12 months"})
	}
	if b.hasSurveys() {
		rows = append(rows, b.surveyMeasures()...)
	}
	if b.hasNeeds() {
		rows = append(rows,
			stated{"Share of an answer", "How many say so", "Customers who ticked the answer over customers who answered the question, each with their last round, none older than 24 months; interval by Wilson; rounds and types compared by score tests, those called real stand at a false discovery rate of 5 %", "answers", "24 months"},
			stated{"Index of a need", "Whether a type wants it more than others", "100 × share within the type ÷ share of all who answered", "answers", "24 months"},
			stated{"Wanted, not bought", "Unmet demand", "Last enquiry or questionnaire naming a product, category or line, or something not on offer, that the customer has not bought since; where revenue names no products nobody knows, and it is called Wanted", "enquiries, answers, lines", "24 months"})
	}
	rows = append(rows, stated{"Open complaints", "Complaints that still wait", "Tickets of topic complaint not closed on the last day", string(extract.Tickets), "now"})
	if b.hasTickets() {
		rows = append(rows, deskMeasures()...)
		rows = append(rows, stated{"Serial complainer", "Complains far more often than others", "At least 3 complaints in 12 months and more than chance explains (Poisson, 1 %, corrected for many tests)", string(extract.Tickets), "12 months"})
	}
	if b.hasContracts() {
		rows = append(rows, stated{"Contract met", "Buys what was agreed", "At least 90 % of the volume agreed to date (by the customer's own season of the year before, else by days), no more discount than agreed, and pays in time; prices are not compared: no record holds agreed prices", "contracts, orders", "since the contract began"})
	}
	if b.hasProspects() {
		rows = append(rows, stated{"Expected value of an enquiry", "What it will bring on average", "Value × share won of its channel's decided enquiries, drawn towards all channels where few were decided", "enquiries", "24 months"})
	}
	if len(b.r.BottomLine.Themes) > 0 {
		rows = append(rows,
			stated{"At stake", "What a pain or want may cost a year", capital(b.stakeWord()) + " of the active customers who show it × how much less often such customers ordered in " + b.horizon() + " than others of the same business type and fourth of revenue (Mantel-Haenszel, Sato's interval); zero where they ordered as often. An association", "tickets, surveys, answers, enquiries, shipments, returns, orders", "12 months"},
			stated{"Expected net value", "Whether an initiative pays within a year", "(At stake with its customers + profit expected of open enquiries about it) × chance − cost; chance and cost are the company's", "register of initiatives", "first year"})
	}
	return append(rows, stated{"Worth of an action", "What is lost or missed if nothing is done", b.worthWords(), "derived", "a year"})
}

func (b *book) surveyMeasures() []stated {
	return []stated{
		{"Satisfaction", "Mean answer from 1 to 5, 5 the best", fmt.Sprintf("One answer for each customer, the last; other scales are converted, the good end is the one the source declares; fewer than %d answers are left blank, fewer than %d are indicative. Interval: Student's t", b.enough(), b.solid()), "surveys", "12 months"},
		{"Best two of five", "Share of satisfied customers", "Answers of 4 and 5 over answers; interval by Wilson (1927)", "surveys", "12 months"},
		{"Recommendation score", "Promoters less detractors, points", "% of 9 and 10 less % of 0 to 6; interval by adjusted Wald (three answers added 1:2:1), cut at ±100", "surveys", "12 months"},
		{"Change of an answer", "Whether it is more than chance", "Means: Welch's t; scores: adjusted variances; of many comparisons at once those that stand at a false discovery rate of 5 % (Benjamini and Hochberg 1995)", "surveys", "12 and 12 months"},
		{"Answer a year ago", "Whether answers tell who leaves", "Last answer of the 12 months before of customers active a year ago, and who of them is lost now; classes compared by chi-squared", "surveys, orders", "12 and 12 months"},
	}
}

func (b *book) worthWords() string {
	if b.unweighed() {
		return "Money at stake as it is recorded, not weighed, because too few cases tell a chance: the value of open enquiries, what accounts bought less, revenue of customers with open complaints or one order, two years of those lost, open invoices, losses, contract gaps. A customer's revenue counts once"
	}
	if b.profitable() {
		return "Chance × profit a year on one basis for all: risk × profit of customers; losses as they are; enquiries and gaps × margin. A customer's money counts once"
	}
	return "Chance × revenue a year on one basis for all, because no profit is known. A customer's money counts once"
}

func breadthWord(by string) string {
	if by == metrics.ByProduct {
		return "products"
	}
	return "product categories"
}
