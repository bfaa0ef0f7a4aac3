package exceltest

import (
	"strings"
	"testing"
)

// What the macro writes down of a list of two customers and its total, as it is and sorted.
const sortedWell = `SHEET	Other	opened
CELLS	a	1
LIST	Top	tblTop	as it is	2	7	9	0
ROW	True	Double 2	Double 30
ROW	True	String Customer	String Revenue
ROW	True	String Ann	Double 20
ROW	True	String Ben	Double 10
ROW	True	String All	Double 30
LIST	Top	tblTop	sorted up	2	7	9	1
ROW	True	Double 2	Double 30
ROW	True	String Customer	String Revenue
ROW	True	String Ben	Double 10
ROW	True	String Ann	Double 20
ROW	True	String All	Double 30
LIST	Top	tblTop	filtered	2	7	9	0
ROW	True	Double 1	Double 20
ROW	True	String Customer	String Revenue
ROW	False	String Ben	Double 10
ROW	True	String Ann	Double 20
ROW	True	String All	Double 30
SHEET	Other	tblTop
CELLS	a	1
END
`

func TestAListThatStaysWholeHasNoFault(t *testing.T) {
	if faults := sortFaults(sortedWell); len(faults) > 0 {
		t.Errorf("%q", faults)
	}
}

func TestWhatSortingAndFilteringMayBreakIsFound(t *testing.T) {
	for name, c := range map[string]struct{ old, broken, says string }{
		"values of two customers mixed up": {"ROW	True	String Ben	Double 10\nROW	True	String Ann	Double 20", "ROW	True	String Ben	Double 20\nROW	True	String Ann	Double 10", "torn apart"},
		"the total sorted in":              {"ROW	True	String Ann	Double 20\nROW	True	String All	Double 30\nLIST	Top	tblTop	filtered", "ROW	True	String All	Double 30\nROW	True	String Ann	Double 20\nLIST	Top	tblTop	filtered", "torn apart"},
		"not in order":                     {"ROW	True	String Ben	Double 10\nROW	True	String Ann	Double 20\nROW	True	String All", "ROW	True	String Ann	Double 20\nROW	True	String Ben	Double 10\nROW	True	String All", "comes after"},
		"a total that does not follow":     {"ROW	True	Double 1	Double 20", "ROW	True	Double 1	Double 30", "the line above says 30"},
		"a row that should be hidden":      {"ROW	False", "ROW	True", "shows: true"},
		"another sheet that changes":       {"tblTop\nCELLS	a	1", "tblTop\nCELLS	a	2", "changes the sheet Other"},
	} {
		at := strings.LastIndex(sortedWell, c.old)
		if at < 0 {
			t.Fatalf("%s: %q is not there", name, c.old)
		}
		faults := strings.Join(sortFaults(sortedWell[:at]+c.broken+sortedWell[at+len(c.old):]), "\n")
		if !strings.Contains(faults, c.says) {
			t.Errorf("%s: %q does not say %q", name, faults, c.says)
		}
	}
}
