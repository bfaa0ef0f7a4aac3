package pages

import (
	"fmt"

	"clientele/reports"
)

// Sales describes the workbook of the sales managers.
func Sales(in Input) reports.Workbook {
	b := open(in)
	wb := b.workbook(SalesName, "Sales report")
	wb.Overview = b.salesOverview(wb.Title)
	wb.Pages = append(b.correction(wb), b.salesPages()...)
	wb.Pages = append(wb.Pages, b.method(wb))
	wb.Overview.Actions = reachable(wb.Overview.Actions, wb.Pages)
	return wb
}

// salesPages lists the pages in reading order; those without data are left out.
func (b *book) salesPages() []reports.Page {
	var pages []reports.Page
	add := func(has bool, tab, why string, page func() reports.Page) {
		pages = append(pages, b.keep(has, tab, why, page)...)
	}
	add(b.bought(), "Top customers", "nobody bought in 24 months", b.topCustomers)
	add(b.r.Overview.Moved.Before > 0, "Movers", "there is no year before to compare with", b.movers)
	add(b.judged(), "At risk", noRisk, b.atRisk)
	add(b.profitable(), "Profitability", b.noProfit(), b.profitability)
	add(b.profitable() && len(b.r.Profitability.LossMakers) > 0, "Loss-makers", b.noLoss(), b.lossMakers)
	add(b.hasTerritories(), "Territories", "no customer has a territory", b.territoryPage)
	add(b.hasOffers(), "Cross-sell", b.noOffers(), b.crossSell)
	add(len(b.complaining()) > 0, "Complaints", b.noneComplaining(), b.complaints)
	add(b.hasContracts(), "Contracts", noContracts, b.contracts)
	add(b.hasProspects(), "Pipeline", "no enquiry is open or no source holds enquiries", b.pipeline)
	add(b.hasTickets(), "Service desk", "no source holds tickets", b.serviceDesk)
	add(b.bought(), "Customer file", "nobody bought in 24 months", func() reports.Page { return b.customerFile(false) })
	return pages
}

func (b *book) salesOverview(title string) *reports.Overview {
	return &reports.Overview{
		Head: reports.Head{
			Tab: "Overview", Title: title, Question: "Are sales on track, and what should the sales team do this week?", Finding: b.salesFinding(),
		},
		Tiles: b.salesTiles(), ActionsTitle: "Do this week", ActionsBasis: b.basisWords(), Actions: b.salesActions(),
		Bands: []reports.Band{{b.chartMonths(), b.chartMoved()}}, FindingTitle: "What each sheet found", Notes: b.notes(), Warning: b.overviewWarning(),
	}
}

// salesFinding says where revenue and profit stand and what is at risk.
func (b *book) salesFinding() string {
	o := b.r.Overview
	now, before := o.Revenue.Company(), o.RevenueBefore.Company()
	if now == 0 && before == 0 {
		return "No revenue in the last 24 months."
	}
	text := "Revenue of 12 months is " + b.money(now) + b.compared(now, before) + b.creditedWords(now)
	if met, ok := of(now, o.Target.Value); ok && o.Target.Known {
		text += " and at " + reports.PercentWords(met) + " of target"
	}
	if x, ok := growth(o.Profit.Customers, o.ProfitBefore.Value); ok && o.ProfitBefore.Known && b.profitable() {
		text += "; " + b.profitWord() + " " + reports.RoseFell(x)
	}
	if o.AtRisk > 0 {
		text += fmt.Sprintf("; %s a year is at risk in %s", b.money(o.RevenueAtRisk), reports.Plural(o.AtRisk, "account", "accounts"))
	}
	return text + "."
}

// notes are the lines of the company that belong to no customer.
func (b *book) notes() []string {
	if !b.company() {
		return nil
	}
	var lines []string
	o := b.r.Overview
	if o.Orders.Unassigned > 0 || o.Revenue.Unassigned != 0 {
		lines = append(lines, fmt.Sprintf("Unassigned: %s of nobody we know in 12 months, worth %s: in revenue and in no list of customers.",
			reports.Plural(o.Orders.Unassigned, "order", "orders"), reports.MoneyExact(b.in.Currency, o.Revenue.Unassigned)))
	}
	for _, a := range b.r.Data.Unconvertible {
		lines = append(lines, fmt.Sprintf("No exchange rate: %s in %s, worth %s there, are in no figure. Add a rate.",
			reports.Plural(a.Count, "document", "documents"), a.Currency, reports.MoneyExact(a.Currency, a.Amount)))
	}
	if o.Revenue.Rounding != 0 {
		lines = append(lines, fmt.Sprintf("Rounding: %s of revenue is what rounding customers to the cent left over.", reports.MoneyExact(b.in.Currency, o.Revenue.Rounding)))
	}
	return lines
}

// reachable keeps actions from pointing at a sheet that was left out.
func reachable(actions []reports.Action, pages []reports.Page) []reports.Action {
	tabs := map[string]bool{}
	for _, p := range pages {
		tabs[p.Sheet().Tab] = true
	}
	for i := range actions {
		if !tabs[actions[i].Where] {
			actions[i].Where = ""
		}
	}
	return actions
}

// tabsOf names the sheets.
func tabsOf(pages []reports.Page) []string {
	var tabs []string
	for _, p := range pages {
		tabs = append(tabs, p.Sheet().Tab)
	}
	return tabs
}
