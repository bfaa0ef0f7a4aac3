package pages

import "clientele/reports"

// A Report is one workbook there is: what it is called, how it is described, and what
// of it is kept and said in its letter. What a workbook holds is its file's, sales.go
// for instance; here stands what the others ask of every report.
type Report struct {
	Name     string
	Figures  []Figure // kept of every accepted edition, where they were measured
	Describe func(Input) reports.Workbook

	WholeCompany bool // it has no scopes: nobody gets it for a territory or a rep
	Tells        bool // it tells what is wrong, so that what is wrong does not hold it, and it needs Input.Operations

	measured func(*book) []reports.Tile         // of all its key figures, also of those its first page has no room for
	further  func(*book) []reports.Tile         // figures no tile shows and corrections compare; nil for none
	lists    func(*book, map[string]string)     // what else the next report compares with
	cuttable func(*book) []cuttable             // its lists that are cut where they are long, in reading order; nil for none
	subject  func(*book) []string               // what the subject of its letter says, most important first
	since    func(*book) []reports.LetterChange // what happened since the accepted report of the period before
}

// Reports lists the reports there are.
func Reports() []Report { return []Report{salesReport(), marketingReport(), operationsReport()} }

// Find returns a report by its name, false where there is none of that name.
func Find(name string) (Report, bool) {
	for _, r := range Reports() {
		if r.Name == name {
			return r, true
		}
	}
	return Report{}, false
}
