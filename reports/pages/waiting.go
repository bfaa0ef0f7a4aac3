package pages

import "clientele/reports"

// The most rows of Complaints and of Contracts, which list everybody of a kind: beyond, the workbook would grow too
// large, and the others are in the full lists.
const mostWaiting, mostScopedWaiting = 2_500, 1_000

// weightOfWaiting is what a row of Complaints or Contracts may weigh on average, in bytes.
const weightOfWaiting = 150

// waitingMost is how many rows of Complaints or Contracts stand in a workbook that is not of full lists.
func waitingMost[R any](b *book, columns []reports.Column[R], all []R) int {
	most := b.mostWaiting()
	return fitting(columns, first(all, most), most*weightOfWaiting)
}

func (b *book) mostWaiting() int {
	if b.company() {
		return mostWaiting
	}
	return mostScopedWaiting
}

// waitingWeight is what Complaints and Contracts take at most in a workbook that is not of full lists.
func (b *book) waitingWeight() int {
	most := b.mostWaiting()
	return weightOfWaiting * (min(len(b.complaining()), most) + min(len(b.r.Contracts.Rows), most))
}
