package pages

// How many rows of its longest lists the workbook of operations shows.
const (
	MostRejected = 5_000
	MostChanges  = 500
)

// operationsCuttable are the lists of the report of operations that are cut where they are
// long. Doubtful pairs never are: each waits for an answer.
func (b *book) operationsCuttable() []cuttable {
	o := b.in.Operations
	if o == nil {
		return nil
	}
	return []cuttable{
		{len(o.Changes.List) > 0, int(o.Changes.Listable), MostChanges, b.mergesPage},
		{len(o.Rejects) > 0, int(o.Aside), MostRejected, b.rejectedPage},
	}
}
