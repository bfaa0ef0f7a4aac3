package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// mostCampaigns is how many campaigns are listed.
const mostCampaigns = 30

type campaign = metrics.Campaign

// worthwhile returns the campaigns that reach somebody and would pay for themselves,
// as far as that is known.
func (b *book) worthwhile() []campaign {
	var out []campaign
	for _, c := range b.r.CrossSell.Campaigns {
		if c.Reach > 0 && c.Revenue.Known && (!b.profitable() || c.Profit.Known && c.Profit.Value > 0) {
			out = append(out, c)
		}
	}
	return out
}

// noCampaigns says why there is no campaign to show.
func (b *book) noCampaigns() string {
	x := b.r.CrossSell
	switch {
	case !b.hasOffers():
		return b.noOffers()
	case x.Response.Basis == metrics.ResponseUnknown:
		return "no source records who answered campaigns; map contacts, or state what you assume as metrics.campaign_response"
	}
	return "no campaign would reach anybody and bring more than it costs"
}

// campaigns lists what to offer to which business type by mail.
func (b *book) campaigns() reports.Page {
	all := b.worthwhile()
	rows := first(all, mostCampaigns)
	return reports.List[campaign]{
		Head: reports.Head{
			Tab: "Cross-sell", Title: "Cross-sell campaigns", Question: "Which offer, to which customers, earns most after its own cost?", Finding: b.campaignFinding(all),
		},
		Table: reports.Table[campaign]{Key: "Campaigns", Columns: b.campaignColumns(), Rows: rows, Of: len(all), Note: b.campaignNote(len(all))},
	}
}

func campaignName(c campaign) string {
	if c.Type == "" {
		return c.Category + " to customers of no recorded type"
	}
	return c.Category + " to " + c.Type
}

// yields is what a campaign is ranked by.
func (b *book) yields(c campaign) Money {
	if b.profitable() {
		return c.Profit.Value
	}
	return c.Revenue.Value
}

// campaignFinding names the best campaign.
func (b *book) campaignFinding(all []campaign) string {
	if len(all) == 0 {
		return "0 campaigns would pay."
	}
	best := all[0]
	text := fmt.Sprintf("would reach %s and bring %s of %s a year.",
		reports.Plural(best.Reach, "customer", "customers"), b.money(b.yields(best)), b.campaignWord())
	if len(all) > 1 {
		return fmt.Sprintf("The best of %s, %s, ", reports.Plural(len(all), "campaign", "campaigns"), campaignName(best)) + text
	}
	return "One campaign would pay: " + campaignName(best) + " " + text
}

// campaignWord is what a campaign brings.
func (b *book) campaignWord() string {
	switch {
	case !b.profitable():
		return "revenue"
	case b.r.CrossSell.Response.Cost.Known:
		return "profit after its cost"
	}
	return "profit before its cost"
}

func (b *book) campaignColumns() []reports.Column[campaign] {
	cols := []reports.Column[campaign]{
		reports.Text("Campaign", "Offer and business type.", campaignName).Width(34),
		reports.Text("Offer", "Product category.", func(c campaign) string { return c.Category }),
		reports.Text("Business type", "Kind of business or customer group.", func(c campaign) string { return named(c.Type) }),
		reports.Count("Customers without it", "Profitable customers not at risk for whom it is one of the five best offers; nobody of the household bought it in 24 months. One for each household.", func(c campaign) int64 { return c.Without }).NoTotal(),
		reports.Count("Of these with e-mail", "Of them, with an e-mail address and no refusal recorded.", func(c campaign) int64 { return c.Reach }).NoTotal(),
		reports.Percent0If("Similar who buy", "Share of the type's buying households that buy it, of the whole company.", func(c campaign) (float64, bool) { return b.share(c.Buy) }),
		reports.Money("Typical spend", "Their median spend on it in 12 months; of all types where they are too few.", func(c campaign) Money { return c.Spend }),
		reports.PercentIf("Response", "Share of those written to who answer; see the note for where it comes from.", func(c campaign) (float64, bool) { return float(c.Response) }),
		reports.MoneyIf("Revenue", "With e-mail × response × typical spend, a year.", func(c campaign) (Money, bool) { return known(c.Revenue) }),
	}
	if !b.profitable() {
		cols[len(cols)-1] = cols[len(cols)-1].Bold().Bar()
	} else {
		head, help := "Profit before campaign cost", "Revenue × margin of the category after cost to serve. What writing costs is not recorded."
		if b.r.CrossSell.Response.Cost.Known {
			head, help = "Profit after campaign cost", "Revenue × margin of the category after cost to serve, less the cost of the campaign."
		}
		cols = append(cols, reports.MoneyIf(head, help, func(c campaign) (Money, bool) { return known(c.Profit) }).Bold().Bar())
	}
	if b.r.CrossSell.Response.Cost.Known {
		cols = append(cols, reports.MoneyIf("Campaign cost", "With e-mail × cost of writing to one, from past campaigns.", func(c campaign) (Money, bool) { return known(c.Cost) }))
	}
	return cols
}

// campaignNote says what response and cost rest on.
func (b *book) campaignNote(paying int) string {
	r := b.r.CrossSell.Response
	text := "Response: "
	switch r.Basis {
	case metrics.ResponseMeasured:
		share, _ := float(r.All.Share())
		text += fmt.Sprintf("%s of %s to customers in 24 months were answered (%s), by type drawn towards that.", reports.Thousands(r.All.Part), reports.Plural(r.All.Of, "letter", "letters"), reports.PercentWords(share))
	case metrics.ResponseAssumed:
		text += reports.PercentWords(r.Assumed.Float()) + " is the company's own assumption; no source records answers."
	}
	text += " Whoever answers is taken to buy the offer as similar customers do: an assumption."
	if r.Cost.Known {
		text += " Cost: " + reports.MoneyExact(b.in.Currency, r.Cost.Value) + " for each customer written to, from campaigns whose cost is recorded."
	} else {
		text += " No cost of a campaign is recorded."
	}
	if n := len(b.r.CrossSell.Campaigns) - paying; n > 0 {
		text += fmt.Sprintf(" Left out: %s nobody within reach or no gain.", reports.Plural(n, "campaign with", "campaigns with"))
	}
	return text + " One customer can be in several campaigns; do not add them up."
}
