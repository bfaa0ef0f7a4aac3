package pages

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"clientele/reports"
	"clientele/transform/metrics"
)

// contract is one contract with its customer.
type contract struct {
	metrics.Contract
	row
}

// contracts lists whether customers buy, pay and earn what was agreed.
func (b *book) contracts() reports.Page {
	all := b.contractRows()
	rows := capped(b, all, waitingMost(b, b.contractColumns(), all))
	return reports.List[contract]{
		Head: reports.Head{
			Tab: "Contracts", Title: "Contracts",
			Question: "Do customers buy, pay and earn what was agreed?",
			Finding:  b.contractFinding(),
		},
		Table: reports.Table[contract]{
			Key: "Contracts", Columns: placed(b, b.contractColumns()), Rows: rows, Of: len(all), Totals: []contract{allContracts(all)},
			Note: b.cutNote("Agreed volume counts to the last day: with the customer's own season where the year before shows one, else by days. Met: at least 90 % of it bought; Breach: less than 75 %, or more discount given than agreed; Late payer: buys enough, pays later than agreed.", len(rows), len(all)),
		},
	}
}

func (b *book) contractRows() []contract {
	var rows []contract
	for _, c := range b.r.Contracts.Rows {
		r, ok := b.at[c.Customer]
		if !ok {
			r = together(nobodyKnown, nil)
		}
		rows = append(rows, contract{c, r})
	}
	slices.SortStableFunc(rows, func(x, y contract) int { return cmp.Compare(x.Gap.Value, y.Gap.Value) })
	return rows
}

func allContracts(rows []contract) contract {
	all := contract{row: together("All contracts", nil)}
	for _, c := range rows {
		all.ProRata = both(all.ProRata, c.ProRata)
		all.Gap = both(all.Gap, c.Gap)
		all.NotEarned = both(all.NotEarned, c.NotEarned)
		all.Contract.Forecast, all.Contract.Short, all.Beyond = both(all.Contract.Forecast, c.Contract.Forecast), both(all.Contract.Short, c.Contract.Short), both(all.Beyond, c.Beyond)
		all.Contract.Bought += c.Contract.Bought
	}
	return all
}

// contractFinding counts contracts met and what is missing from the others.
func (b *book) contractFinding() string {
	c := b.r.Contracts
	share, ok := float(c.Met.Share())
	if !ok {
		return fmt.Sprintf("%s in force; no agreed volume to compare with.", capital(reports.Plural(len(c.Rows), "contract is", "contracts are")))
	}
	text := fmt.Sprintf("%s of %s met (%s)", reports.Thousands(c.Met.Part), reports.Plural(c.Met.Of, "contract is", "contracts are"), reports.Percent0Words(share))
	if c.Shortfall > 0 {
		text += fmt.Sprintf("; those of which less than 90 %% was bought are %s short to date", b.money(c.Shortfall))
	}
	if c.ForecastShort > 0 {
		text += fmt.Sprintf("; all contracts will be %s short at the end of their terms if buying goes on so", b.money(c.ForecastShort))
	}
	if c.Young.Of > 0 {
		text += fmt.Sprintf("; of %s %s met", reports.Plural(c.Young.Of, "begun within 90 days", "begun within 90 days"), reports.Plural(c.Young.Part, "is", "are"))
	}
	return text + "."
}

func (b *book) contractColumns() []reports.Column[contract] {
	cols := []reports.Column[contract]{
		reports.Text("Customer", "Name of the customer, one for all records merged.", func(c contract) string { return c.Name }).Width(26),
		reports.ID("Contract", "Number of the contract.", func(c contract) string { return c.Contract.ID }).NoTotal(),
		reports.Text("Territory", "Sales territory of the customer.", func(c contract) string { return c.Place() }).NoTotal(),
		reports.Text("Rep", "Who looks after the customer.", func(c contract) string { return c.Rep }).NoTotal(),
		reports.Text("Status", "Met, Behind, Late payer or Breach.", func(c contract) string { return c.Contract.Status }).
			GoodWords(metrics.ContractMet).BadWords(metrics.ContractBehind, metrics.ContractLate, metrics.ContractBreach).NoTotal(),
		reports.MoneyIf("Agreed", "Volume agreed, pro rata to the last day.", func(c contract) (Money, bool) { return known(c.ProRata) }).Sum(),
		reports.Money("Bought", "Revenue since the contract began.", func(c contract) Money { return c.Contract.Bought }).Sum(),
		reports.Percent0If("Fulfilled", "Bought over agreed.", func(c contract) (float64, bool) { return float(c.Contract.Fulfilled) }).NoTotal(),
		reports.DeltaMoneyIf("Gap", "Bought less agreed.", func(c contract) (Money, bool) { return known(c.Gap) }).Bold().Sum(),
		reports.MoneyIf("Forecast at end", "Bought at the end of the term if buying goes on as so far; from 30 days on.", func(c contract) (Money, bool) { return known(c.Contract.Forecast) }).Sum(),
		reports.MoneyIf("Short at end", "What the forecast stays below the volume agreed for the whole term.", func(c contract) (Money, bool) { return known(c.Contract.Short) }).Sum(),
		reports.PercentIf("Discount", "Discount agreed.", func(c contract) (float64, bool) { return float(c.Discount) }).NoTotal(),
		reports.PercentIf("Discount given", "Discount on the orders since the contract began, of their value before it.", func(c contract) (float64, bool) { return float(c.Given) }).NoTotal(),
		reports.MoneyIf("Given beyond agreed", "Discount given above the discount agreed, where it is more than half a point.", func(c contract) (Money, bool) { return known(c.Beyond) }).Sum(),
		reports.MoneyIf("Discount not earned", "Discount agreed × purchases, of contracts whose volume is not met.", func(c contract) (Money, bool) { return known(c.NotEarned) }).Sum(),
		reports.CountIf("Agreed days", "Days allowed for payment.", func(c contract) (int64, bool) { return known(c.Contract.DaysAgreed) }).NoTotal(),
		reports.Number1If("Actual days", "Mean days from invoice to payment, weighted by amount.", func(c contract) (float64, bool) { return float(c.DaysActual) }).NoTotal(),
		reports.Date("Ends", "Last day of the contract.", contractEnd).NoTotal(),
	}
	if b.profitable() {
		cols = append(cols, reports.PercentIf("Margin", capital(b.profitWord())+overCosted+", 12 months.", func(c contract) (float64, bool) { return float(c.Contract.Margin) }).NoTotal())
	}
	return append(cols, reports.Wrap("Next step", "What to do first.", contractStep).Width(28).NoTotal())
}

func contractEnd(c contract) (last time.Time) {
	if c.Ends == 0 {
		return last
	}
	return (c.Ends - 1).Time()
}

func contractStep(c contract) string {
	switch c.Contract.Status {
	case metrics.ContractBreach:
		if c.Beyond.Known && c.NotEarned.Value == 0 {
			return "Bring discounts back to what was agreed"
		}
		return "Meet: agree a new volume or end the discount"
	case metrics.ContractBehind:
		return "Show the gap and plan the rest of the term"
	case metrics.ContractLate:
		return "Remind of the agreed terms"
	case metrics.ContractMet:
		if c.Young && !c.Contract.Forecast.Known {
			return "Agree the first orders: the volume is not judged before 30 days"
		}
		return "Thank them; prepare renewal"
	}
	return ""
}
