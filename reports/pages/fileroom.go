package pages

// The most rows of the customer file, and what they may weigh in the packed workbook, in bytes. With what the other
// sheets take, a workbook of the company stays below 5 MB and one of a scope below 2 MB.
const (
	mostCustomers, roomOfCustomers   = 20_000, 4_300_000
	mostScopedCustomers, roomOfScope = 9_000, 1_730_000
)

// fileMost is how many of those in the customer file stand in a workbook that is not of full lists.
func (b *book) fileMost(marketing bool, all []row) int {
	most, room := mostScopedCustomers, roomOfScope
	if b.company() {
		most, room = mostCustomers, roomOfCustomers
	}
	if n, known := b.fileRows[marketing]; known {
		return n
	}
	if !marketing {
		room -= b.waitingWeight()
	}
	if b.fileRows == nil {
		b.fileRows = map[bool]int{}
	}
	b.fileRows[marketing] = fitting(b.fileColumns(marketing), first(all, most), room)
	return b.fileRows[marketing]
}

// onFile are those of the customer file who stand in the workbook in hand: what an action that leads there adds up.
func (b *book) onFile(marketing bool) []row {
	all := b.filed()
	return capped(b, all, b.fileMost(marketing, all))
}
