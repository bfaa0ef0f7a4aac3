package reports

// Overview is the first page of a workbook: five tiles, what to do this week, two charts, and what each
// other sheet found (which the renderer adds from the pages).
type Overview struct {
	Head
	Warning      string   // what a reader must know first, on one line in the bad colour; may be empty
	Tiles        []Tile   // at most five
	ActionsTitle string   // "Do this week"
	ActionsBasis string   // head over the worth, "Worth, ¤ a year"
	Actions      []Action // at most three, best first
	Bands        []Band   // charts, or tables of at most five columns
	FindingTitle string   // "What each sheet found"
	Notes        []string // remarks, for instance the line of unassigned orders
}

// Tile is one key figure.
type Tile struct {
	Key       string    // stable name, lower case letters, digits and _; the cell is named kpi_<key>
	Label     string    // "Revenue, October"
	Value     Value     // large
	Delta     Value     // a delta kind, or Nothing
	Against   string    // what the change is against, "vs Oct 2025"; alone if there is no Delta: "first report, no comparison"
	NoteValue Value     // optional number the note starts with
	Note      string    // "of target € 19.22 M"
	Trend     []float64 // 13 months, oldest first; fewer than three points are not drawn
	Points    []string  // names of the points of Trend
	TrendName string    // what Trend shows, where that is not what the label says
}

// Action is one thing to do: verb first.
type Action struct {
	Key   string // stable name of the deed, whatever its numbers: it tells how long the deed has led
	Do    string // "Call the 12 accounts most likely to leave"
	Why   string // one line
	Worth Value  // chance × value, money a year
	Where string // tab of the sheet that lists the cases
	Who   string // "Each rep, by Wednesday"
}
