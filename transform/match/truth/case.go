package truth

import (
	"fmt"
	"slices"
	"strings"

	"clientele/extract"
)

// A Case is a few records in which textbook matching goes wrong, and what a careful
// person would say of them.
type Case struct {
	Number  int    // of the fourteen kinds of case
	Rule    string // in words
	Records []extract.Party

	// Who is one, by letters from a to Z in the order of the records: "ab c" says that the first
	// two are one customer. Where two answers are right they stand apart by a bar.
	Customers string

	Home   bool // those who are not one are one household, or one company and its people
	Review bool // a pair that stays apart must be handed to a person
}

// Facts of the company whose records the cases are: options of the matching.
const (
	CaseCountry = "DE"
	OwnAddress  = "1 Depot Road, Tessenow"
)

// A Finding is what an engine says of the records of a case, by their index in the
// case.
type Finding struct {
	Group  []int     // by record: any number, equal for those who are one
	Review [][2]int  // pairs handed to a person
	Kin    *[][2]int // pairs of one household or company; nil where the engine does not say
}

// Complaints says in words where a finding is not what the case expects.
func (c Case) Complaints(f Finding) (complaints []string) {
	if got := letters(f.Group); !slices.Contains(strings.Split(c.Customers, "|"), got) {
		complaints = append(complaints, fmt.Sprintf("customers %q, want %q", got, c.Customers))
	}
	if c.Review && len(f.Review) == 0 {
		complaints = append(complaints, "not handed to a person")
	}
	if !c.Home || f.Kin == nil {
		return complaints
	}
	for i := range f.Group {
		if i > 0 && !sameHome(f, i) {
			complaints = append(complaints, fmt.Sprintf("%s is of no household with the records before it", letter(i)))
		}
	}
	return complaints
}

// sameHome says whether a record is one with, or kin of, a record before it.
func sameHome(f Finding, i int) bool {
	for j := range i {
		pair := [2]int{j, i}
		if f.Group[i] == f.Group[j] || slices.Contains(*f.Kin, pair) || slices.Contains(*f.Kin, [2]int{i, j}) {
			return true
		}
	}
	return false
}

// letters writes groups as a case does: "ab c".
func letters(group []int) string {
	var words []string
	at := map[int]int{}
	for i, g := range group {
		n, known := at[g]
		if !known {
			n = len(words)
			at[g] = n
			words = append(words, "")
		}
		words[n] += letter(i)
	}
	return strings.Join(words, " ")
}

// letter names a record by its place: a to z, then A to Z.
func letter(i int) string {
	const all = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	return all[i : i+1]
}

// records reads the records of a case: "first=Anna; last=Wendler". A field that no
// party has is a mistake of ours.
func records(lines ...string) (parties []extract.Party) {
	for i, line := range lines {
		p := extract.Party{Ref: extract.Ref{Source: "case", ID: fmt.Sprintf("%02d", i)}, Type: extract.Person}
		fields := p.Fields()
		for part := range strings.SplitSeq(line, ";") {
			name, value, found := strings.Cut(strings.TrimSpace(part), "=")
			if name == "" {
				continue
			}
			at := slices.IndexFunc(fields, func(f extract.Field) bool { return f.Name == name })
			if !found || at < 0 {
				panic("case: no field " + part)
			}
			set(fields[at], value)
		}
		parties = append(parties, p)
	}
	return parties
}

func set(f extract.Field, value string) {
	switch to := f.Ptr.(type) {
	case *string:
		*to = value
	case *extract.Day:
		day, err := extract.ParseDay(value)
		if err != nil {
			panic("case: " + err.Error())
		}
		*to = day
	}
}
