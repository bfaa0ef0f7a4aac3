package pages

import (
	"fmt"

	"clientele/reports"
)

// raceMoneyTable says how far off each contestant was in money, on the same two days.
func (b *book) raceMoneyTable() reports.Table[raceLine] {
	return reports.Table[raceLine]{
		Title: "Who forecast best, in money", Key: "RaceMoney", Rows: b.raceLines(),
		Columns: []reports.Column[raceLine]{
			reports.Wrap("Model or rule in money", "As above.", func(x raceLine) string { return x.Name }).Width(40),
			reports.Text("Used for", "To choose, or to judge, as above.", func(x raceLine) string { return x.used }),
			reports.MoneyIf("Purchases forecast", "Order days forecast, each worth what an order day of the customer was taken to be worth on that day.", func(x raceLine) (Money, bool) { return known(x.Money.Expected) }),
			reports.MoneyIf("Purchases that came", fmt.Sprintf("Within the %d weeks, before credit notes.", b.r.Lifetime.Weeks), func(x raceLine) (Money, bool) { return known(x.Money.Came) }),
			reports.PercentIf("Money missed by", "Forecast over what came, less 1: above zero more was forecast than came.", func(x raceLine) (float64, bool) { return float(x.Money.Error) }).Bold(),
			reports.MoneyIf("Error each", "Mean absolute error of a customer.", func(x raceLine) (Money, bool) { return known(x.Money.MAE) }),
			reports.MoneyIf("Root mean square, money", "Root of the mean squared error of a customer.", func(x raceLine) (Money, bool) { return known(x.Money.RMSE) }),
		},
		Note: "What an order day is worth is learnt anew from what had been bought by each of the two days; it is the same for all contestants. They are chosen by order days, above.",
	}
}
