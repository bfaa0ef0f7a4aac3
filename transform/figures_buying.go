package transform

import "clientele/extract"

// The states of a customer as of a day.
const (
	StateProspect = "prospect" // has never ordered
	StateActive   = "active"   // last order no longer ago than the rule allows
	StateLost     = "lost"     // last order longer ago than the rule allows, or gone by their own word
)

// The ways a customer's revenue moved against the twelve months before.
const (
	MoveNew       = "new"       // first order within twelve months
	MoveLost      = "lost"      // bought before, nothing within twelve months
	MoveReturned  = "returned"  // bought nothing the twelve months before, but earlier
	MoveGrowing   = "growing"   // more than before
	MoveDeclining = "declining" // less than before
	MoveNone      = ""          // no change, or never bought
)

// FiguresBuying is what the customer buys.
type FiguresBuying struct {
	State                    string
	Move                     string
	Orders                   int64 // twelve months
	OrdersBefore             int64
	OrdersAll                int64 // to date
	OrderDays                int64 // distinct days with an order, to date
	First, Last              Day   // order days
	DaysSince                extract.Opt[int64]
	UsualGap                 extract.Opt[int64] // median days between order days, from three order days on
	Revenue                  Money              // twelve months, net of tax and credit notes
	RevenueBefore            Money
	Recent, RecentBefore     Money // last three months, and the same three a year ago
	Period, PeriodBefore     Money // the report's period, and the same a year ago
	PeriodOrders             int64
	RevenueAll               Money
	AverageOrder             extract.Opt[Money] // twelve months
	Credited                 Money              // credit notes of twelve months, as a positive amount
	Categories, Products     int64              // distinct, twelve months
	LargestCategory          string
	CategoryList             string // categories of twelve months, one a line, largest first
	HouseholdSize            int64  // customers of the household
	HouseholdCategories      int64
	Active, WasActive, Twice bool // as of now, a year ago, two years ago
	Comparable               bool // was a customer for all of the twelve months before
	ChangedFrom              Day  // first day of the month from which revenue is at another level, 0 where no month stands out
}

func (f *FiguresBuying) fields() []extract.Field {
	return []extract.Field{
		{Name: "state", Ptr: &f.State, Help: "prospect, active or lost."},
		{Name: "move", Ptr: &f.Move, Help: "new, lost, returned, growing or declining against the twelve months before."},
		{Name: "orders", Ptr: &f.Orders, Help: "Orders of twelve months."},
		{Name: "orders_before", Ptr: &f.OrdersBefore, Help: "Orders of the twelve months before."},
		{Name: "orders_all", Ptr: &f.OrdersAll, Help: "Orders to date."},
		{Name: "order_days", Ptr: &f.OrderDays, Help: "Days with an order, to date."},
		{Name: "first_order", Ptr: &f.First, Help: "Day of the first order."},
		{Name: "last_order", Ptr: &f.Last, Help: "Day of the last order."},
		{Name: "days_since", Ptr: &f.DaysSince, Help: "Days from the last order to the as-of day."},
		{Name: "usual_gap", Ptr: &f.UsualGap, Help: "Median days between order days, from three order days on."},
		{Name: "revenue", Ptr: &f.Revenue, Help: "Net revenue of twelve months after credit notes."},
		{Name: "revenue_before", Ptr: &f.RevenueBefore, Help: "The same of the twelve months before."},
		{Name: "comparable", Ptr: &f.Comparable, Help: "Was a customer for all of the twelve months before."},
		{Name: "changed_from", Ptr: &f.ChangedFrom, Help: "First day of the month from which they buy at another level; empty where no month stands out."},
		{Name: "recent", Ptr: &f.Recent, Help: "Revenue of the last three months."},
		{Name: "recent_before", Ptr: &f.RecentBefore, Help: "Revenue of the same three months a year ago."},
		{Name: "period_revenue", Ptr: &f.Period, Help: "Revenue of the report's period."},
		{Name: "period_before", Ptr: &f.PeriodBefore, Help: "Revenue of the same period a year ago."},
		{Name: "period_orders", Ptr: &f.PeriodOrders, Help: "Orders of the report's period."},
		{Name: "revenue_all", Ptr: &f.RevenueAll, Help: "Net revenue to date."},
		{Name: "average_order", Ptr: &f.AverageOrder, Help: "Net value of an order, twelve months."},
		{Name: "credited", Ptr: &f.Credited, Help: "Credit notes of twelve months."},
		{Name: "categories", Ptr: &f.Categories, Help: "Product categories bought in twelve months."},
		{Name: "products", Ptr: &f.Products, Help: "Products bought in twelve months."},
		{Name: "largest_category", Ptr: &f.LargestCategory, Help: "Category with the most revenue in twelve months."},
		{Name: "category_list", Ptr: &f.CategoryList, Help: "Categories of twelve months, one a line, largest first."},
		{Name: "household_size", Ptr: &f.HouseholdSize, Help: "Customers of the household."},
		{Name: "household_categories", Ptr: &f.HouseholdCategories, Help: "Product categories the household bought in twelve months."},
		{Name: "active", Ptr: &f.Active, Help: "Active as of now."},
		{Name: "was_active", Ptr: &f.WasActive, Help: "Was active a year ago."},
		{Name: "was_active_twice", Ptr: &f.Twice, Help: "Was active two years ago."},
	}
}
