package transform

import "clientele/extract"

// Costs is a customer's cost to serve by activity, positive.
type Costs struct {
	Handling, Delivery, Visits, Service, Returns, Credit Money
}

// Total returns all of them together.
func (c Costs) Total() Money {
	return c.Handling + c.Delivery + c.Visits + c.Service + c.Returns + c.Credit
}

// FiguresProfit is what the customer earns the company. Net profit is gross
// profit less cost to serve, the customer's contribution.
type FiguresProfit struct {
	Gross, GrossBefore, GrossAll extract.Opt[Money] // of what has a known cost; unknown where nothing has
	Costed, CostedBefore         Money              // revenue that gross profit is of: with a known cost of goods, less credit notes
	Costs                        Costs              // twelve months
	CostToServe                  Money
	CostToServeBefore            extract.Opt[Money]
	Net, NetBefore               extract.Opt[Money]
	Expected                     extract.Opt[Money]           // net profit to be expected of twelve months
	ExpectedBasis                string                       // code of the basis: plan, contract, own_year or type_median
	Slope                        extract.Opt[Money]           // change of monthly gross profit from month to month
	SlopeP                       extract.Opt[extract.Decimal] // how likely such a trend is by chance, of Slope's months
	LargestDriver                string                       // activity that costs most: handling, delivery, visits, service, returns or credit
	Lifetime, Ahead              extract.Opt[Money]           // contribution to date; expected over the lifetime horizon
	LifetimeBasis                string                       // code of the cell the estimate is from
	RevenueAtRisk, ProfitAtRisk  extract.Opt[Money]           // risk times the figures of twelve months
	NextRevenue, NextNet         extract.Opt[Money]           // of the risk's horizon, if they order in it
	StakeRevenue, StakeNet       extract.Opt[Money]           // risk times these: the money at risk within the horizon
}

func (f *FiguresProfit) fields() []extract.Field {
	return []extract.Field{
		{Name: "gross", Ptr: &f.Gross, Help: "Gross profit of twelve months, of what has a known cost."},
		{Name: "gross_before", Ptr: &f.GrossBefore, Help: "The same of the twelve months before."},
		{Name: "gross_all", Ptr: &f.GrossAll, Help: "Gross profit to date."},
		{Name: "costed", Ptr: &f.Costed, Help: "Revenue whose cost of goods is known, twelve months."},
		{Name: "costed_before", Ptr: &f.CostedBefore, Help: "The same of the twelve months before."},
		{Name: "cost_handling", Ptr: &f.Costs.Handling, Help: "Order handling."},
		{Name: "cost_delivery", Ptr: &f.Costs.Delivery, Help: "Delivery drops."},
		{Name: "cost_visits", Ptr: &f.Costs.Visits, Help: "Rep visits and calls to them."},
		{Name: "cost_service", Ptr: &f.Costs.Service, Help: "Contacts with the service desk."},
		{Name: "cost_returns", Ptr: &f.Costs.Returns, Help: "Handling returns."},
		{Name: "cost_credit", Ptr: &f.Costs.Credit, Help: "Money lent until they pay."},
		{Name: "cost_to_serve", Ptr: &f.CostToServe, Help: "The six together."},
		{Name: "cost_to_serve_before", Ptr: &f.CostToServeBefore, Help: "The same of the twelve months before, where cost pools reach back."},
		{Name: "net", Ptr: &f.Net, Help: "Net profit: gross profit less cost to serve, twelve months."},
		{Name: "net_before", Ptr: &f.NetBefore, Help: "The same of the twelve months before."},
		{Name: "expected", Ptr: &f.Expected, Help: "Net profit to be expected of twelve months."},
		{Name: "expected_basis", Ptr: &f.ExpectedBasis, Help: "What is expected: plan, contract, own_year or type_median."},
		{Name: "slope", Ptr: &f.Slope, Help: "Change of monthly gross profit from month to month, twelve months."},
		{Name: "slope_p", Ptr: &f.SlopeP, Help: "How likely such a trend is by chance (Mann-Kendall)."},
		{Name: "largest_driver", Ptr: &f.LargestDriver, Help: "Activity that costs most."},
		{Name: "lifetime", Ptr: &f.Lifetime, Help: "Contribution to date."},
		{Name: "ahead", Ptr: &f.Ahead, Help: "Contribution expected over the lifetime horizon, discounted."},
		{Name: "lifetime_basis", Ptr: &f.LifetimeBasis, Help: "Whom the expectation is taken from."},
		{Name: "revenue_at_risk", Ptr: &f.RevenueAtRisk, Help: "Risk times revenue of twelve months."},
		{Name: "profit_at_risk", Ptr: &f.ProfitAtRisk, Help: "Risk times net profit of twelve months."},
		{Name: "next_revenue", Ptr: &f.NextRevenue, Help: "Revenue of the horizon that risk looks ahead, if they order in it."},
		{Name: "next_net", Ptr: &f.NextNet, Help: "Net profit of that horizon, if they order in it."},
		{Name: "stake_revenue", Ptr: &f.StakeRevenue, Help: "Risk times that revenue."},
		{Name: "stake_net", Ptr: &f.StakeNet, Help: "Risk times that net profit."},
	}
}
