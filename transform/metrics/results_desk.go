package metrics

import (
	"clientele/extract"
)

// A Desk is orders and contacts of one window of twelve months, of customers and of
// nobody we know. Contacts are those customers had with us, in and out; internal
// ones are counted apart.
type Desk struct {
	Days          int64
	Orders        int64
	OrdersPerDay  extract.Decimal
	MedianOrders  extract.Opt[extract.Decimal] // of all calendar days
	BusyOrders    extract.Opt[extract.Decimal] // 95 % of days have no more
	International Rate                         // orders shipped abroad, of those with a country
	Unknown       Rate                         // orders whose buyer matched no earlier customer
	Unmatched     Rate                         // of all orders: of nobody we know
	New           Rate                         // of all orders: the first of a customer
	OnTime        Rate                         // deliveries by the day promised, of those with both days

	Contacts      int64
	PerDay        extract.Decimal
	Internal      int64                        // contacts inside the company
	Asked         int64                        // enquiries about where an order stands
	PerStatus     extract.Opt[extract.Decimal] // internal contacts that name an order over Asked; unknown where no internal contact names an order
	Status        extract.Opt[extract.Decimal] // median minutes to the first answer where an order stands
	StatusSlow    extract.Opt[extract.Decimal] // nine tenths are answered by then, minutes
	Answer        extract.Opt[extract.Decimal] // median minutes to the first answer
	Close         extract.Opt[extract.Decimal] // median days to close, open ones counted as such (Kaplan-Meier)
	Complaints    int64
	Resolved5     Rate                         // complaints closed within five days, of those closed or older
	ComplaintDays extract.Opt[extract.Decimal] // median days to close a complaint, likewise
	Reopened      Rate                         // contacts opened again, of those closed
	FirstContact  Rate                         // solved at the first contact, of incoming ones a week old
	Promised      Rate                         // solved by the moment promised, of promises that fell due
	Upheld        Rate                         // complaints found justified, of those judged
	Open          int64                        // contacts open at the end of the window
	Sales         Selling
}

// Selling is the calls of reps and the orders that followed within seven days.
type Selling struct {
	Calls    int64
	Followed Rate  // of calls seven days old or older: an order on the day or the six after
	Preceded Rate  // of the same: an order in the seven days before, for comparison
	Revenue  Money // of the orders that followed, each once
}

// A DeskMonth is one complete calendar month.
type DeskMonth struct {
	Month            Day
	Orders, Contacts int64
	Complaints       int64
}

// A Weekday is one of the seven, from Monday on: means of twelve months.
type Weekday struct {
	Name             string
	Orders, Contacts extract.Decimal // a day
}

// A Topic is what contacts are about; internal ones are a topic of their own.
type Topic struct {
	Name          string
	Count, Before int64
	Minutes       extract.Opt[extract.Decimal] // recorded
	Cost          extract.Opt[Money]           // of cost to serve, by minutes recorded or assumed; unknown without a pool for the desk
}

// TopicInternal is contacts inside the company, whatever they are about.
const TopicInternal = "internal"
