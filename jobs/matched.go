package jobs

import (
	"clientele/reports/pages"
)

// pagesMatch is how records became customers, as the method page says it.
func pagesMatch(x Matched) pages.Match {
	return pages.Match{Records: int64(x.Records), Customers: int64(x.Customers), Merged: int64(x.Merged), Review: int64(x.Review), Shared: int64(x.SharedValues)}
}
