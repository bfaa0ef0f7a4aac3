package pages

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

// otherRules says in words which of the things a figure hangs on are others than then.
func (b *book) otherRules(then, now []string) []string {
	was := map[string]string{}
	for _, rule := range then {
		name, value, _ := strings.Cut(rule, "=")
		was[name] = value
	}
	var out []string
	for _, rule := range now {
		name, is, _ := strings.Cut(rule, "=")
		if old, said := was[name]; old != is || !said {
			out = append(out, ruleWords(name, old, is))
		}
	}
	if len(out) == 0 { // something it hung on then is left out now
		return []string{ruleWords("version", "", "")}
	}
	return out
}

// ruleWords says of one rule what it is now and what it was.
func ruleWords(name, was, is string) string {
	switch name {
	case "lapsed_after":
		return fmt.Sprintf("lost is who has not ordered for %s days, was %s", number(is), number(was))
	case "horizon":
		return fmt.Sprintf("risk looks %s days ahead, was %s", number(is), number(was))
	case "risk_threshold":
		return fmt.Sprintf("at risk is who has a risk of %s or more, was %s", percentOf(is), percentOf(was))
	case "lifetime_months":
		return fmt.Sprintf("lifetime value looks %s months ahead, was %s", number(is), number(was))
	case "discount_rate":
		return fmt.Sprintf("later profit is discounted by %s a year, was %s", percentOf(is), percentOf(was))
	case "credit_rate":
		return fmt.Sprintf("lending costs %s a year, was %s", percentOf(is), percentOf(was))
	case "practical":
		return fmt.Sprintf("%s of the minutes of cost pools are worked, was %s", percentOf(is), percentOf(was))
	case "min_sample":
		return fmt.Sprintf("means are formed of %s cases and more, was %s", number(is), number(was))
	case "many":
		return fmt.Sprintf("many categories are %s and more, was %s", number(is), number(was))
	}
	return plainRule(name, is)
}

// plainRule says what is another where the values of before say nothing to a reader.
func plainRule(name, is string) string {
	switch name + "=" + is {
	case "revenue_from=" + metrics.FromOrders:
		return "revenue is counted from orders, was from invoices"
	case "revenue_from=" + metrics.FromInvoices:
		return "revenue is counted from invoices, was from orders"
	case "products_by=" + metrics.ByProduct:
		return "breadth counts products, was categories"
	case "products_by=" + metrics.ByCategory:
		return "breadth counts categories, was products"
	case "profit=net":
		return "profit is what is left after cost to serve, was gross profit"
	case "profit=gross":
		return "profit is gross profit, because no cost to serve is known any more"
	case "whom=all":
		return "the mean is of all who ever ordered, was of active customers"
	case "whom=active":
		return "the mean is of active customers, was of all who ever ordered"
	case "scored=rank":
		return "customers are scored by rank, was by limits"
	case "scored=limits":
		return "customers are scored by limits, was by rank"
	}
	switch name {
	case "excluded":
		return "others are left out of the figures: staff, test accounts, companies of the group"
	case "currency":
		return "amounts are in another currency"
	case "zone":
		return "days begin and end in another time zone"
	case "segments":
		return "segments have other limits"
	case "times":
		return "orders, deliveries or calls take other minutes"
	case "home_country":
		return "another country counts as abroad"
	case "profit_hurdle":
		return "breadth pays from another profit on"
	}
	return "the program calculates it otherwise"
}

// sentencesOf makes a sentence of each text.
func sentencesOf(list []string) string {
	var out []string
	for _, s := range list {
		out = append(out, capital(s)+".")
	}
	return strings.Join(out, " ")
}

func number(text string) string {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return "not said"
	}
	return reports.Thousands(n)
}

func percentOf(text string) string {
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return "not said"
	}
	return reports.Percent0Words(x)
}

// definedName is what readers call a figure or list that hangs on a definition.
func definedName(figure string) string {
	for _, n := range [][2]string{
		{"revenue", "revenue"},
		{"revenue_12_months", "revenue of 12 months"},
		{"orders", "orders"},
		{"orders_12_months", "orders of 12 months"},
		{"profit", "profit"},
		{"period_profit", "profit of the period"},
		{"active", "active customers"},
		{"attrition", "attrition"},
		{"revenue_at_risk", "revenue at risk"},
		{"accounts_at_risk", "number of customers at risk"},
		{metrics.RiskList, "at-risk list"},
		{"open_complaints", "open complaints"},
		{"contracts_met", "contracts met"},
		{metrics.ContractList, "status of contracts"},
		{"lifetime_value", "lifetime value"},
		{"categories", "categories per customer"},
		{"satisfaction", "satisfaction"},
		{metrics.SegmentGroups, "segments"},
		{metrics.QuadrantsGroups, "breadth × profit"},
	} {
		if n[0] == figure {
			return n[1]
		}
	}
	return figure
}

// redefinitions says for the letter which rules changed since the last report, and of
// which figures.
func (b *book) redefinitions() []reports.LetterChange {
	var whys []string
	of := map[string][]string{}
	for _, d := range b.definitions() {
		for _, why := range d.why {
			if !d.fresh {
				continue
			}
			if !slices.Contains(whys, why) {
				whys = append(whys, why)
			}
			of[why] = append(of[why], definedName(d.figure))
		}
	}
	if len(whys) == 0 {
		return nil
	}
	c := reports.LetterChange{Title: "Definition changed on " + plain(b.r.Period.To-1) + ", so not compared with the last report"}
	for _, why := range whys {
		c.Items = append(c.Items, capital(why)+": "+strings.Join(of[why], ", "))
	}
	return []reports.LetterChange{c}
}

// definitionTable lists the figures that meant another thing in an earlier report.
func (b *book) definitionTable() reports.Table[stated] {
	t := reports.Table[stated]{
		Title: "Definitions that changed", Key: "Definitions", Columns: wordColumns(
			[2]string{"Figure", "What was defined anew."}, [2]string{"Since", "The last day of the first report under the new definition."}, [2]string{"What changed", "The rule, or the calculation."}),
		Note: "A report under a new definition is not compared with one under the old. What is set beside last year is calculated by the new one for both years.",
	}
	for _, d := range b.definitions() {
		if d.since != 0 {
			t.Rows = append(t.Rows, stated{a: capital(definedName(d.figure)), b: "Definition changed on " + plain(d.since), c: sentencesOf(d.why)})
		}
	}
	return t
}
