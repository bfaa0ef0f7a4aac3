package pages

// deskMeasures says what the measures of the service desk mean.
func deskMeasures() []stated {
	return []stated{
		{"Unknown customers", "Orders whose buyer matched no earlier customer", "Unmatched (of nobody we know) + new (the first order of a customer) ÷ all orders", "orders, parties", "12 months"},
		{"Calls and contacts", "How often customers turn to us", "Tickets of any channel, in and out; internal ones apart", "tickets", "12 months"},
		{"Internal calls per status call", "What an answer costs inside", "Internal tickets that name an order ÷ tickets asking where an order stands", "tickets", "12 months"},
		{"Complaints closed within five days", "How fast complaints are settled", "Of complaints closed or older than five days; those younger and open are not judged", "tickets", "12 months"},
		{"Time to close", "How long contacts stay open", "Median by Kaplan-Meier: open ones count as open so long", "tickets", "12 months"},
		{"Solved at the first contact", "Nobody had to ask twice", "Incoming, closed, never opened again, no further contact of the customer on the topic within seven days; those of the last week are not judged", "tickets", "12 months"},
		{"Cost by subject", "What each subject costs to serve", "Cost to serve of the desk divided by minutes, recorded or assumed; adds up to it to the cent", "tickets, costs", "12 months"},
		{"Sales calls with an order", "Do calls of reps bring orders", "Activities of type call with an order on the day or the six after; the seven days before the same calls stand beside it, because customers order anyway", "activities, orders", "12 months"},
	}
}
