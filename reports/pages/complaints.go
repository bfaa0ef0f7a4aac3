package pages

import (
	"fmt"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

// oftenComplains is from how many complaints a year a customer is listed even with
// none open.
const oftenComplains = 6

// complaints lists who waits for an answer and whether the relationship pays.
func (b *book) complaints() reports.Page {
	all := b.complaining()
	rows := capped(b, all, waitingMost(b, b.complaintColumns(), all))
	return reports.List[row]{
		Head: reports.Head{
			Tab: "Complaints", Title: "Complaints",
			Question: "Who waits for an answer, and is the relationship profitable?",
			Finding:  b.complaintFinding(all),
		},
		Table: reports.Table[row]{
			Key: "Complaints", Columns: placed(b, b.complaintColumns()), Rows: rows, Of: len(all), Totals: complaintClosing(all, rows),
			Note: b.cutNote(fmt.Sprintf("Listed: customers with an open complaint or %d and more in 12 months. Serial: complains far more often than chance explains.", oftenComplains), len(rows), len(all)),
		},
	}
}

// complaintClosing ends the list on the sums of all who complain, also of those who are not listed.
func complaintClosing(all, rows []row) []row {
	if len(rows) == len(all) {
		return []row{together("All", all)}
	}
	return []row{together("Not listed", all[len(rows):]), together("All", all)}
}

func (b *book) complaining() []row {
	rows := b.where(func(r row) bool { return r.OpenComplaints > 0 || r.Complaints >= oftenComplains })
	return largest(rows, func(r row) Money { return Money(r.OldestOpen.Value) })
}

// noneComplaining says why nobody is listed.
func (b *book) noneComplaining() string {
	if b.hasComplaints() {
		return fmt.Sprintf("no complaint is open, and nobody complained %d times in 12 months", oftenComplains)
	}
	return noComplaints
}

// complaintFinding says how many wait, how long, and whether those who complain
// over and over pay their way.
func (b *book) complaintFinding(rows []row) string {
	open, waiting := b.r.Overview.OpenComplaints, 0
	serial, losing := 0, 0
	for _, r := range rows {
		if r.OpenComplaints > 0 {
			waiting++
		}
		if r.Serial {
			serial++
			if r.Net.Known && r.Net.Value < 0 {
				losing++
			}
		}
	}
	if open == 0 {
		return fmt.Sprintf("No complaint is open; %s in 12 months.", reports.Plural(b.r.Service.Now.Complaints, "was made", "were made"))
	}
	text := fmt.Sprintf("%s open at %s", capital(reports.Plural(open, "complaint is", "complaints are")), reports.Plural(waiting, "customer", "customers"))
	if o := b.r.Overview.OldestComplaint; o.Known {
		text += fmt.Sprintf(", the oldest for %s", reports.Plural(o.Value, "day", "days"))
	}
	if serial > 0 && b.profitable() {
		text += fmt.Sprintf("; %d of %s loss-making", losing, reports.Plural(serial, "serial complainer is", "serial complainers are"))
	}
	right := 0
	for _, r := range rows {
		if r.Serial && mostlyRight(r) {
			right++
		}
	}
	if right > 0 {
		text += fmt.Sprintf("; %s mostly justified", reports.Plural(right, "serial complainer was", "of them were"))
	}
	return text + "."
}

func (b *book) complaintColumns() []reports.Column[row] {
	cols := []reports.Column[row]{
		colCustomer(), colTerritory(), colRep(),
		reports.Count("Open", "Complaints not closed.", func(r row) int64 { return r.OpenComplaints }).Sum(),
		reports.CountIf("Oldest open, days", "Days the oldest open complaint has waited.", func(r row) (int64, bool) { return known(r.OldestOpen) }).Bold().Bar().NoTotal(),
		reports.ID("Ticket", "Number of the oldest open complaint.", func(r row) string { return r.OldestTicket }).NoTotal(),
		reports.Wrap("Reason", "What it says.", func(r row) string { return r.OldestSubject }).Width(30).NoTotal(),
		reports.Count("Complaints, 12 months", "Complaints made in 12 months.", func(r row) int64 { return r.Complaints }).Sum(),
		reports.Text("Serial", "Complains far more often than chance explains.", func(r row) string { return yesNo(r.Serial) }).BadWords("Yes").NoTotal(),
	}
	if b.absentField(extract.Tickets, "upheld") == "" {
		cols = append(cols, reports.Percent0If("Justified", "Of their complaints of 12 months that were judged, the share found justified.", justified).NoTotal())
	}
	cols = append(cols, colSegment(), colRevenue())
	if b.profitable() {
		cols = append(cols, b.colResult(), b.colProfitAtRisk())
	} else if b.judged() {
		cols = append(cols, colRevenueAtRisk())
	}
	return append(cols, reports.Wrap("How to answer", "By what is open and what the relationship is worth.", answering).Width(32).NoTotal())
}

// colResult is what is left of a customer: what they complain of may make it a loss.
func (b *book) colResult() reports.Column[row] {
	if !b.costed() {
		return b.colProfit()
	}
	return reports.MoneyIf("Net result", "Gross profit less cost to serve, 12 months.",
		func(r row) (Money, bool) { return known(r.Net) }).Sum()
}

// justified is the share of a customer's judged complaints that were found justified.
func justified(r row) (float64, bool) {
	return float64(r.Upheld) / float64(max(r.Judged, 1)), r.Judged > 0
}

func yesNo(yes bool) string {
	if yes {
		return "Yes"
	}
	return "No"
}

// mostlyRight reports whether most of a customer's judged complaints were justified:
// most who complain often have reason to.
func mostlyRight(r row) bool { return r.Judged >= 3 && 2*r.Upheld > r.Judged }

// answering says how to answer by worth and risk.
func answering(r row) string {
	switch {
	case r.OpenComplaints == 0 && mostlyRight(r):
		return "Find the cause: most of their complaints were justified"
	case r.OpenComplaints == 0 && r.Serial && r.Net.Known && r.Net.Value < 0:
		return "Agree terms that pay for the effort"
	case r.OpenComplaints == 0:
		return "Find the common cause"
	case r.AtRisk:
		return "Manager calls today: may leave"
	case r.Move == transform.MoveDeclining:
		return "Settle within two days: buys less already"
	case r.Serial && mostlyRight(r):
		return "Put right what goes wrong first: most of their complaints were justified"
	case r.Serial && r.Net.Known && r.Net.Value < 0:
		return "Answer by letter; agree terms that pay for the effort"
	}
	return "Answer and name a date"
}
