package metrics

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strconv"
)

// A Definition is what the value of a figure hangs on besides the records: how this
// program calculates it, and rules of the company. Two values are compared where both
// are the same.
type Definition struct {
	Figure  string   // as key figures and their lists are called
	Version int      // raised by whoever makes the same records and rules give another value
	Rests   []string // names of rules
}

// The names of figures that are lists or groups, not numbers.
const (
	RiskList        = "customers_at_risk"
	ContractList    = "contracts"
	SegmentGroups   = "segments"
	QuadrantsGroups = "quadrants"
)

// Definitions lists what every key figure hangs on. Costs, rates and targets are
// records, not rules: they may change every month without a figure meaning another
// thing.
func Definitions() []Definition {
	money := []string{"revenue_from"}
	profit := []string{"revenue_from", "credit_rate", "practical", "times", "home_country"}
	states := []string{"lapsed_after"}
	risk := []string{"revenue_from", "lapsed_after", "horizon", "risk_threshold"}
	ahead := append([]string{"lapsed_after", "lifetime_months", "discount_rate", "min_sample"}, profit...)
	return []Definition{
		{"revenue", 1, money},
		{"revenue_12_months", 1, money},
		{"orders", 1, nil},
		{"orders_12_months", 1, nil},
		{"profit", 1, profit},
		{"period_profit", 1, profit},
		{"active", 1, states},
		{"attrition", 1, states},
		{"revenue_at_risk", 1, risk},
		{"accounts_at_risk", 1, risk},
		{RiskList, 1, risk},
		{"open_complaints", 1, nil},
		{"contracts_met", 1, money},
		{ContractList, 1, money},
		{"lifetime_value", 2, ahead},
		{"categories", 1, []string{"products_by"}},
		{"satisfaction", 1, nil},
		{SegmentGroups, 1, []string{"lapsed_after", "segments"}},
		{QuadrantsGroups, 1, append([]string{"products_by", "profit_hurdle"}, profit...)},
	}
}

// Said writes the value of a rule by the name a Definition calls it: a number or a
// word, and for rules of many parts a fingerprint.
func (r Rules) Said(name string) string {
	switch name {
	case "revenue_from":
		return r.RevenueFrom
	case "lapsed_after":
		return strconv.Itoa(r.LapsedAfter)
	case "horizon":
		return strconv.Itoa(r.Horizon)
	case "risk_threshold":
		return r.RiskThreshold.String()
	case "lifetime_months":
		return strconv.Itoa(r.LifetimeMonths)
	case "discount_rate":
		return r.DiscountRate.String()
	case "credit_rate":
		return r.CreditRate.String()
	case "practical":
		return r.Practical.String()
	case "home_country":
		return r.HomeCountry
	case "min_sample":
		return strconv.Itoa(r.MinSample)
	case "products_by":
		return r.ProductsBy
	case "profit_hurdle":
		return r.Hurdle.String()
	case "segments":
		return fingerprint(r.Segments)
	case "times":
		return fingerprint(r.Times)
	}
	return ""
}

// fingerprint tells values of many parts apart; what is empty has none.
func fingerprint(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return "" // plain structs of numbers and words always can
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:6])
}
