package config

// Metrics are the numbers that define the figures; a change of one changes the meaning of the figures it defines.
type Metrics struct {
	// What counts as revenue: orders or invoices.
	RevenueFrom string `yaml:"revenue_from" jsonschema:"default=orders,enum=orders,enum=invoices"`
	// Customers without an order for so long have lapsed.
	LapsedAfter Days `yaml:"lapsed_after" jsonschema:"default=180,minimum=31,maximum=3650"`
	// How far ahead the chance of an order is looked for.
	Horizon Days `yaml:"horizon" jsonschema:"default=90,minimum=7,maximum=730"`
	// How many months ahead lifetime value counts.
	LifetimeMonths int `yaml:"lifetime_months" jsonschema:"default=36,minimum=1,maximum=120"`
	// What money later is worth less, a year.
	DiscountRate Percent `yaml:"discount_rate" jsonschema:"default=10%"`
	// What unpaid invoices cost, a year.
	CreditRate Percent `yaml:"credit_rate" jsonschema:"default=8%"`
	// Customers whose first order is not older than this are new; a year when left out.
	NewWindow Days `yaml:"new_window_days" jsonschema:"minimum=0"`
	// Customers with at least this chance of not ordering within the horizon are at risk.
	RiskThreshold Percent `yaml:"risk_threshold" jsonschema:"default=35%"`
	// The share of active customers you aim to lose in a month at most; the marketing report draws it as a dashed line. None when left out.
	AttritionTarget Percent `yaml:"attrition_target"`
	// How customers are scored by recency, frequency and money.
	Segments Segments `yaml:"segments"`
	// The steps from aware to loyal.
	Ladder Ladder `yaml:"ladder"`
	// Groups smaller than this get no share, mean or rate.
	MinSample int `yaml:"min_sample" jsonschema:"default=10,minimum=1"`
	// What products per customer counts: category or product.
	ProductsBy string `yaml:"products_by" jsonschema:"default=category,enum=category,enum=product"`
	// Net profit of 12 months above which a customer, or a household, counts as profitable where breadth is set beside profit.
	ProfitHurdle Amount `yaml:"profit_hurdle" jsonschema:"default=0,minimum=0"`
	// Which share of those written to answer a campaign: your own assumption, taken and named where no source records answers.
	CampaignResponse Percent `yaml:"campaign_response"`
}

// Ladder says who is on which step of loyalty.
type Ladder struct {
	// On how many days a loyal customer has ordered, at least.
	LoyalOrderDays int `yaml:"loyal_order_days" jsonschema:"default=4,minimum=2"`
	// In how many of the last four quarters a loyal customer has ordered, at least.
	LoyalQuarters int `yaml:"loyal_quarters" jsonschema:"default=3,minimum=1,maximum=4"`
	// A first order below this amount is a trial; 0 means none is.
	TrialBelow Amount `yaml:"trial_below" jsonschema:"default=0,minimum=0"`
}

// checkMetrics looks for figures without a source.
func checkMetrics(c *Config, d *decoder) {
	if d.failedBelow("sources") || c.Sources.Maps(c.Metrics.RevenueFrom) {
		return
	}
	const path = "metrics.revenue_from"
	d.problemAt(d.place(path), path, "is "+c.Metrics.RevenueFrom+", but no source maps "+c.Metrics.RevenueFrom,
		"map them, or take the revenue from what is mapped")
}
