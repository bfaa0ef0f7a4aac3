package pages

import (
	"cmp"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/reports"
)

// The heads of what is read back from a list of doubtful pairs, and the answers it takes:
// one form for the mailed workbook, the file of `clientele review` and its text.
const (
	HeadRecordA  = "Record A"
	HeadRecordB  = "Record B"
	HeadDecision = "Decision"
	HeadNote     = "Note"

	AnswerSame      = "Same"
	AnswerDifferent = "Different"
	AnswerUnsure    = "Unsure"
)

// numberedPair is a doubtful pair with its place in the list.
type numberedPair struct {
	n int
	DoubtfulPair
}

func (b *book) reviewPage() reports.Page {
	return reviewList(b.in.Operations.Doubts, len(b.in.Operations.Doubts), b.reviewFinding())
}

// noDoubts says why no pair is listed.
func (b *book) noDoubts() string {
	if b.in.Operations.Untold {
		return "which pairs were in doubt then was not kept"
	}
	return "no pair is in doubt on which nobody has decided"
}

// reviewFinding says how many pairs wait and what hangs on them.
func (b *book) reviewFinding() string {
	n := len(b.in.Operations.Doubts)
	text := reports.Plural(n, "pair waits", "pairs wait") + " for an answer"
	if days := b.longestWait(); days > 0 {
		text += fmt.Sprintf(", the oldest for %s", reports.Plural(days, "day", "days"))
	}
	if stake := b.doubtStake(); stake > 0 {
		text += "; " + b.money(stake) + " of revenue hangs on them"
	}
	return text + howToAnswer
}

// howToAnswer ends the finding of the list.
const howToAnswer = ". Choose in the yellow column, save, then: clientele decide import FILE."

func reviewList(list []DoubtfulPair, of int, finding string) reports.Page {
	rows := make([]numberedPair, len(list))
	for i, p := range list {
		rows[i] = numberedPair{i + 1, p}
	}
	return reports.List[numberedPair]{
		Head:  reports.Head{Tab: "Review pairs", Title: "Doubtful pairs for review", Question: "Are these two records one customer?", Finding: finding},
		Table: reports.Table[numberedPair]{Key: "review", Columns: reviewColumns(rows), Rows: rows, Of: of},
	}
}

// reviewColumns puts what the two records say side by side; what neither record of any
// pair says is left out.
func reviewColumns(rows []numberedPair) []reports.Column[numberedPair] {
	type pair = numberedPair
	nothing := func(pair) string { return "" }
	cols := []reports.Column[pair]{
		reports.Count("Pair", "Its place in the list: those with most revenue first.", func(p pair) int { return p.n }),
		reports.Text(HeadDecision, "Your answer: are the two records one customer?", nothing).Choices(AnswerSame, AnswerDifferent, AnswerUnsure).Width(13),
		reports.Text(HeadNote, "Your reason, for whoever asks later.", nothing).Open().Width(16),
	}
	cols = append(cols, sideBySide(rows, "Name", 22, PartyName)...)
	cols = append(cols, sideBySide(rows, "Address", 24, PartyAddress)...)
	cols = append(cols, sideBySide(rows, "E-mail", 24, func(p *extract.Party) string { return p.Email })...)
	cols = append(cols, sideBySide(rows, "Phone", 15, func(p *extract.Party) string { return cmp.Or(p.Phone, p.Mobile) })...)
	cols = append(cols, sideBySide(rows, "Born", 12, func(p *extract.Party) string { return p.Born.String() })...)
	return append(cols,
		reports.Text("Agrees", "What speaks for one customer.", func(p pair) string { agrees, _ := evidence(p.Reason); return agrees }).Within(30),
		reports.Text("Differs", "What speaks against it.", func(p pair) string { _, differs := evidence(p.Reason); return differs }).Within(24),
		reports.MoneyIf("Revenue", "Net revenue of both customers in twelve months.", func(p pair) (Money, bool) { return p.Revenue.Value, p.Revenue.Known }).Bar().Bold().LastPrinted(),
		reports.Number1("Bits", "How much the evidence speaks for one customer, in bits; 3 is eight times as likely.", func(p pair) float64 { return p.Bits }),
		reports.CountIf("Waiting, days", "Days since the first of the refreshes in a row that doubted the pair.", func(p pair) (int64, bool) { return p.Waits.Value, p.Waits.Known }),
		reports.ID(HeadRecordA, "The one record: source and key. It is read back with the answer.", func(p pair) string { return p.First.Ref.Named() }),
		reports.ID(HeadRecordB, "The other record.", func(p pair) string { return p.Second.Ref.Named() }))
}

// sideBySide puts what two records say into two columns, A and B.
func sideBySide(rows []numberedPair, head string, width float64, of func(*extract.Party) string) []reports.Column[numberedPair] {
	if !slices.ContainsFunc(rows, func(p numberedPair) bool { return of(&p.First)+of(&p.Second) != "" }) {
		return nil
	}
	return []reports.Column[numberedPair]{
		reports.Text(head+" A", "What the one record says.", func(p numberedPair) string { return of(&p.First) }).Within(width),
		reports.Text(head+" B", "What the other record says.", func(p numberedPair) string { return of(&p.Second) }).Within(width),
	}
}
