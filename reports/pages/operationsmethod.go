package pages

import (
	"clientele/reports"
)

// operationsMethod is the page that says what the figures of operations mean.
func (b *book) operationsMethod(wb reports.Workbook) reports.Page {
	board := reports.Board{
		Reference: true,
		Head: reports.Head{
			Tab: "Method & data", Title: "Method and data", Last: true,
			Question: "What does every number mean, and what is to be done with it?", Finding: b.methodFinding(),
		},
		Bands: []reports.Band{{operationsMeasures()}, {b.coverageTable()}, {b.asideTable()}, {b.matchTable()}},
	}
	board.Bands = append(board.Bands, b.namesNobody()...)
	board.Bands = append(board.Bands, reports.Band{b.whatIsMissing()}, reports.Band{operationsReading(b.in.Contact)}, reports.Band{glossary(wb.Pages)})
	return board
}

func operationsMeasures() reports.Table[stated] {
	return reports.Table[stated]{
		Title: "What the numbers mean", Key: "Measures", Columns: wordColumns(
			[2]string{"Measure", "Name as used on the sheets."}, [2]string{"Meaning", "What it tells."}, [2]string{"Calculation", "How it is made."}),
		Rows: []stated{
			{a: "Rows read", b: "How much the refresh looked at", c: "Rows of every kind of every source, and what stands in the configuration. Compared with the refresh of the last accepted report; neither more nor less is better"},
			{a: "Rejected rows", b: "What is in no figure", c: "Rows that broke their contract, for instance without a key, or with a day that does not exist; kept aside with the reason. Of an id that comes twice with other contents one is taken"},
			{a: "Customers after merging", b: "How many customers there are", c: "Rows of the customer table after records of the same person or company were merged"},
			{a: "Pairs for review", b: "What a person should look at", c: "Pairs of records left apart though they may be one customer, without those that people's words settle as of the refresh. Waiting is counted from the first of the refreshes in a row that doubted the pair"},
			{a: "Duration of the refresh", b: "How long reading and matching took", c: "From the beginning of the refresh to its end, in minutes"},
			{a: "Delay", b: "How far a source lags behind", c: "End of the period less the newest record of the source; none where that is later. LATE by the limits under fresh of the source"},
			{a: "At stake", b: "What hangs on a deed", c: "Of doubtful pairs the revenue of 12 months of their customers, each once; of rejected rows their amounts. Nobody knows what a late source lacks, so it comes first"},
			{a: "Id", b: "A customer's number", c: "It never changes meaning. Of two customers that turn out to be one the id with more records goes on, and the other leads to it for good"},
		},
	}
}

func operationsReading(contact string) reports.Notes {
	return howToRead(contact,
		"It is about one refresh: the last one when the report was first made. Made again later, it says what stood then.",
		"Answer doubtful pairs on the sheet Review pairs: choose Same, Different or Unsure in the yellow column, save the file, then: clientele decide import FILE. Sorting, filtering and renaming do no harm. It takes effect with the next refresh.",
		"Pairs that were answered after the refresh this is about are still listed; the same answer given twice does no harm.",
		"Rejected rows are mended in their source, or in the mapping under sources of the configuration; the next refresh takes them in.",
		"▲ ▼ show direction; blue-green means better and rust means worse. A blank cell means not measured. A dash (–) means zero.",
	)
}
