package metrics

import "clientele/extract"

// Held is attrition of customers under contract, see holding. It is empty where there are
// no contracts.
type Held struct {
	Year   Rate // of customers under contract a year ago, those who are not now (logo churn)
	Months []AttritionMonth
	Drift  Drift
	// Volume is the yearly volume of the contracts of those customers: a year ago, now,
	// and the smaller of the two of each customer. Before - Lapsed - Shrunk + Grown = Now.
	Volume                Kept
	Lapsed, Shrunk, Grown Money
	NoVolume              int64                        // of the customers of a year ago, those whose contracts say no volume
	Median                extract.Opt[extract.Decimal] // days under contract until half have left (Kaplan-Meier), and its 95 % interval
	MedianLow, MedianHigh extract.Opt[extract.Decimal]
	Years                 []HeldYear
	Alpha, Beta           extract.Opt[extract.Decimal] // of the shifted beta-geometric model
	Unprojected           string                       // why there is no projection; empty where there is
}

// A HeldYear is one year under contract.
type HeldYear struct {
	Year      int64                        // 1 is the first renewal
	Renewed   Rate                         // of customers whose renewal was due, those still under contract after it
	Survival  extract.Opt[extract.Decimal] // share still under contract after it (Kaplan-Meier), with a log-log band of 95 %
	Low, High extract.Opt[extract.Decimal]
	Projected extract.Opt[extract.Decimal] // the same by the model, beyond what was seen too
	Retention extract.Opt[extract.Decimal] // share renewed of those due, by the model
}
