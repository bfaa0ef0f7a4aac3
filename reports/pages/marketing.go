package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// Marketing describes the workbook of the marketing managers.
func Marketing(in Input) reports.Workbook {
	b := open(in)
	wb := b.workbook(MarketingName, "Marketing report")
	wb.Overview = b.marketingOverview(wb.Title)
	wb.Pages = append(b.correction(wb), b.marketingPages()...)
	wb.Pages = append(wb.Pages, b.method(wb))
	wb.Overview.Actions = reachable(wb.Overview.Actions, wb.Pages)
	return wb
}

// marketingPages lists the pages in reading order; those without data are left out.
func (b *book) marketingPages() []reports.Page {
	var pages []reports.Page
	add := func(has bool, tab, why string, page func() reports.Page) {
		pages = append(pages, b.keep(has, tab, why, page)...)
	}
	add(b.r.RFM.Total.Customers > 0, "Segments", "nobody ever bought", b.segments)
	add(b.segmentMoves().told(), "Who moved", "nobody had ordered a year ago", b.whoMoved)
	add(b.profitable(), "Best and worst", b.noProfit(), b.bestWorst)
	add(b.r.RFM.Total.Customers > 0, "Attrition", "nobody ever bought", b.attrition)
	add(b.profitable(), "Lifetime value", b.noProfit(), b.lifetime)
	add(b.hasProducts(), "Products", b.untraced(), b.products)
	add(len(b.worthwhile()) > 0, "Cross-sell", b.noCampaigns(), b.campaigns)
	add(b.hasSurveys(), "Satisfaction", noSurveys, b.satisfaction)
	add(b.hasNeeds(), "Needs", "no source holds questionnaires or enquiries of 24 months", b.needs)
	add(len(contactable(b.r.Prospects.Rows)) > 0, "Prospects", "no enquiry is open of anybody who may be contacted, or no source holds enquiries", b.prospects)
	add(b.bought(), "Initiatives", "nobody bought in 24 months", b.initiativePage)
	add(b.bought(), "Customer file", "nobody bought in 24 months", func() reports.Page { return b.customerFile(true) })
	return pages
}

func (b *book) marketingOverview(title string) *reports.Overview {
	return &reports.Overview{
		Head: reports.Head{
			Tab: "Overview", Title: title, Question: "Are our customers worth more, staying longer and happier, and what should marketing do?", Finding: b.marketingFinding(),
		},
		Tiles: b.marketingTiles(), ActionsTitle: "Do this week", ActionsBasis: b.initiativeBasis(), Actions: b.marketingActions(),
		Bands: []reports.Band{{b.attritionChart(), b.segmentChart()}}, FindingTitle: "What each sheet found", Notes: b.notes(), Warning: b.overviewWarning(),
	}
}

// marketingFinding says where profit and attrition stand.
func (b *book) marketingFinding() string {
	o := b.r.Overview
	if o.Revenue.Company() == 0 && o.RevenueBefore.Company() == 0 {
		return "No revenue in the last 24 months."
	}
	text := "Revenue of 12 months is " + b.money(o.Revenue.Company()) + b.compared(o.Revenue.Company(), o.RevenueBefore.Company()) + b.creditedWords(o.Revenue.Company())
	if b.profitable() {
		text = capital(b.profitWord()) + " of 12 months is " + b.money(o.Profit.Customers) + b.compared(o.Profit.Customers, o.ProfitBefore.Value)
	}
	if x, ok := b.share(o.Attrition); ok {
		text += fmt.Sprintf("; %s of last year's customers left", reports.PercentWords(x))
		if before, was := b.share(o.Before); was {
			text += fmt.Sprintf(" (%s the year before)", reports.PercentWords(before))
		}
	}
	return text + "."
}

// attritionChart draws attrition month by month.
func (b *book) attritionChart() reports.Chart {
	months := wholeMonths(b.r.Attrition.Months)
	c := reports.Chart{
		Key: "attrition_months", Kind: reports.Line, Value: reports.KindPercent, EndLabels: true,
		Unit: "Customers lost in the month, % of those active at its start",
	}
	s := reports.Series{Name: "Attrition", Role: reports.Actual}
	for _, m := range months {
		x, ok := b.monthRate(m)
		c.Categories = append(c.Categories, m.Month.Time().Format("Jan 06"))
		s.Values, s.Missing = append(s.Values, x), append(s.Missing, !ok)
	}
	c.Series, c.Message = []reports.Series{s}, b.attritionMessage(months)
	if target := b.r.Rules.AttritionTarget; target > 0 {
		line := reports.Series{Name: "Target", Role: reports.Target, Values: make([]float64, len(months))}
		for i := range line.Values {
			line.Values[i] = target.Float()
		}
		c.Series = append(c.Series, line)
	}
	c.Alt = c.Message + "."
	return c
}

// attritionMessage compares the mean monthly rate of the last twelve months with
// the twelve before.
func (b *book) attritionMessage(months []metrics.AttritionMonth) string {
	now, ok := meanRate(months[max(0, len(months)-12):])
	if !ok {
		return "No customer was active in these months"
	}
	aim := ""
	if target := b.r.Rules.AttritionTarget; target > 0 {
		aim = "; the target is " + reports.PercentWords(target.Float())
	}
	before, was := meanRate(months[max(0, len(months)-24):max(0, len(months)-12)])
	text := fmt.Sprintf("%s of customers leave in a month", reports.PercentWords(now))
	if !was {
		return text + aim
	}
	return fmt.Sprintf("%s, %s in the 12 months before", text, reports.PercentWords(before)) + aim
}

// meanRate is customers lost over customers at the start, of several months.
func meanRate(months []metrics.AttritionMonth) (float64, bool) {
	var lost, opening int64
	for _, m := range months {
		lost += m.Lost
		opening += m.Opening
	}
	if opening == 0 {
		return 0, false
	}
	return float64(lost) / float64(opening), true
}
