package metrics

import (
	"clientele/extract"
	"clientele/transform"
)

// The bands of risk: below a third, up to two thirds, above.
const (
	LowRisk    = "Below 33 %"
	MediumRisk = "33 to 66 %"
	HighRisk   = "Above 66 %"
)

// RiskBands lists them from the lowest.
func RiskBands() []string { return []string{LowRisk, MediumRisk, HighRisk} }

// RiskBand puts a customer into one, none where no risk is known.
func RiskBand(r *transform.Figures) string {
	switch {
	case !r.Risk.Known:
		return ""
	case r.Risk.Value < extract.One*33/100:
		return LowRisk
	case r.Risk.Value <= extract.One*66/100:
		return MediumRisk
	}
	return HighRisk
}

// bands counts the active customers in each band of risk.
func (c *cut) bands() []Group {
	var out []Group
	for _, name := range RiskBands() {
		out = append(out, c.group(name, func(r *transform.Figures) bool { return r.State == transform.StateActive && RiskBand(r) == name }))
	}
	return out
}
