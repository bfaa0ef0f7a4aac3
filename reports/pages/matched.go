package pages

import (
	"fmt"
	"strconv"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

// Match says how records became customers.
type Match struct {
	Records   int64
	Customers int64
	Merged    int64 // records that joined another one's customer
	Review    int64 // pairs a person should look at
	Shared    int64 // values held by several that name nobody: switchboards, placeholders
	Skipped   int64 // pairs that were too many alike to be compared
	Model     Model
	Values    []NamesNobody // the most held of the shared values
}

// A Model is what matching goes by.
type Model struct {
	Name    string        // as an edition names it; empty where nobody knows
	Version int64         // 0 is what is built into the program
	Learnt  transform.Day // the day it was learnt; 0 where it was not, or nobody knows
	Records int64         // it was learnt from
	Preset  string        // empty in reports of before there were any
	Why     string        // why nothing was learnt
	Drift   []string      // in words: how the records have changed since, where that is much
}

// NamesNobody is a value that many hold and that names none of them.
type NamesNobody struct {
	Field, Value, Why string
	Records           int64
}

// matchTable says how records became customers.
func (b *book) matchTable() reports.Table[stated] {
	m, d := b.in.Match, b.r.Data
	n := func(x int64) string { return reports.Thousands(x) }
	rows := []stated{
		{a: "Records of all sources", b: n(m.Records), c: "Parties as the sources hold them: customers, contacts, callers, enquirers."},
		{a: "Customers", b: n(m.Customers), c: "Rows of the customer table after records of the same person or company were merged."},
		{a: "Records merged", b: n(m.Merged), c: "Records that joined another one's customer, by the sum of what their fields say; a shared mailbox alone never merges."},
		{a: "Doubtful pairs", b: n(m.Review), c: "Pairs left apart until a person decides."},
		{a: "Shared values", b: n(m.Shared), c: "Mailboxes and phones of different people, and texts that stand for not known: alone they merge nobody."},
	}
	if m.Skipped > 0 {
		rows = append(rows, stated{a: "Pairs not compared", b: n(m.Skipped), c: "Records alike in one value that too many share; other values they have in common were compared."})
	}
	if m.Model.Preset != "" {
		rows = append(rows, modelRow(m.Model))
	}
	for _, words := range m.Model.Drift {
		rows = append(rows, stated{a: "Changed since", b: "", c: capital(words) + "."})
	}
	if contacts := b.where(func(r row) bool { return r.Type == extract.OfFirm }); len(contacts) > 0 {
		rows = append(rows, stated{a: "Contacts of accounts", b: n(int64(len(contacts))), c: "People who belong to a company: customers of their own among those above, who count the orders placed in their name; Group or household names the company."})
	}
	if b.company() {
		rows = append(rows, stated{a: "Left out", b: n(d.Excluded), c: "Staff, test accounts and companies of the group: in no figure."})
	}
	return reports.Table[stated]{Title: "Who is who", Key: "Match", Rows: rows, Columns: wordColumns(
		[2]string{"Step", "What was counted."}, [2]string{"Count", "How many."}, [2]string{"What it means", "In words."})}
}

// modelRow says what told people apart.
func modelRow(m Model) stated {
	row := stated{a: "Matching model", b: fmt.Sprintf("version %d", m.Version)}
	switch {
	case m.Version == 0:
		row.b = "built in"
		row.c = "What tells customers apart is built into the program"
		if m.Why != "" {
			row.c += ": " + m.Why
		}
		row.c += "."
	case m.Learnt == 0:
		row.c = fmt.Sprintf("How much a field that agrees or differs counts was learnt from %s.", reports.Plural(m.Records, "record", "records"))
	default:
		row.c = fmt.Sprintf("How much a field that agrees or differs counts was learnt on %s from %s.", plain(m.Learnt), reports.Plural(m.Records, "record", "records"))
	}
	row.c += " " + presetWords(m.Preset)
	return row
}

func presetWords(preset string) string {
	switch preset {
	case "strict":
		return "It merges only what nobody would doubt (strict)."
	case "recall":
		return "It also merges what is more likely one customer than two (recall)."
	}
	return "It merges what is sure enough (balanced)."
}

// mostNamesNobody is how many shared values the page shows.
const mostNamesNobody = 15

// namesNobody lists values many hold and that name none of them, for the whole company
// only: they are of customers anywhere.
func (b *book) namesNobody() []reports.Band {
	list := b.in.Match.Values
	if !b.company() || len(list) == 0 {
		return nil
	}
	t := reports.Table[stated]{Title: "Values that name nobody: the most held", Key: "Nobody", Columns: wordColumns(
		[2]string{"Field", "Which field holds the value."}, [2]string{"Value", "As it is compared."}, [2]string{"Why", "Why nobody is recognised by it."})}
	t.Columns[1] = reports.ID("Value", "As it is compared.", func(s stated) string { return s.b }).Width(methodWidths[1]) // telephone numbers stay as they are
	t.Columns = append(t.Columns, summed(reports.KindCount, "Records", "How many records hold it.", func(s stated) string { return s.d }))
	for _, v := range list[:min(len(list), mostNamesNobody)] {
		t.Rows = append(t.Rows, stated{v.Field, v.Value, capital(v.Why) + ".", strconv.FormatInt(v.Records, 10), ""})
	}
	return []reports.Band{{t}}
}
