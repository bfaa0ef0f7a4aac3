package jobs

import (
	"cmp"

	"clientele/reports/pages"
	"clientele/transform/match"
)

// pagesMatch is how records became customers, as the method page says it.
func pagesMatch(x Matched) pages.Match {
	out := pages.Match{
		Records: int64(x.Records), Customers: int64(x.Customers), Merged: int64(x.Merged), Review: int64(x.Review), Shared: int64(x.SharedValues),
		Model: pagesModel(x.Model),
	}
	for _, s := range x.Skipped {
		out.Skipped += s.Pairs
	}
	for _, v := range x.Shared {
		out.Values = append(out.Values, pages.NamesNobody{Field: v.Field, Value: v.Value, Why: v.Why, Records: int64(v.Records)})
	}
	return out
}

func pagesModel(m UsedModel) pages.Model {
	if m.Engine == "" { // of a refresh of before there were models
		return pages.Model{}
	}
	out := pages.Model{Name: m.Name(), Version: m.Version, Learnt: m.Learnt, Records: int64(m.Records), Preset: string(cmp.Or(m.Preset, match.Balanced)), Drift: m.Changed}
	if m.Version == 0 {
		out.Why = m.Why
	}
	return out
}
