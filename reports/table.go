package reports

// Table is rows of type R under typed columns. It is the content of a List and a block of a Board.
type Table[R any] struct {
	Title   string // stands above the table on a board; unused in a list
	Key     string // optional short name, letters and digits, stable across editions
	Columns []Column[R]
	Rows    []R
	Totals  []R    // closing rows outside the table: "Lost in the year", "Rounding", "All"; the last is the total
	Of      int    // number of rows before capping; 0 = len(Rows)
	Note    string // remark below the table, for instance why it is short
	Screen  bool   // of a board to look things up in: neither it nor what follows prints
}

// Grid is a table without its row type, as renderers see it.
type Grid struct {
	Title   string
	Key     string
	Note    string
	Columns []ColumnHead
	Len     int                 // number of rows
	Of      int                 // number of rows before capping, at least Len
	Totals  int                 // number of closing rows
	Screen  bool                // does not print, nor does what follows
	Row     func(i int) []Value // values of row i, as many as there are columns; the next call overwrites them
	Total   func(i int) []Value // values of closing row i
}

// Grid describes the table without its row type.
func (t Table[R]) Grid() Grid {
	g := Grid{Title: t.Title, Key: t.Key, Note: t.Note, Len: len(t.Rows), Of: max(t.Of, len(t.Rows)), Totals: len(t.Totals), Screen: t.Screen}
	for _, c := range t.Columns {
		g.Columns = append(g.Columns, c.head)
	}
	row := make([]Value, len(t.Columns))
	g.Row = func(i int) []Value { return t.values(row, t.Rows[i], false) }
	g.Total = func(i int) []Value { return t.values(make([]Value, len(t.Columns)), t.Totals[i], true) }
	return g
}

func (t Table[R]) values(vs []Value, r R, total bool) []Value {
	for i, c := range t.Columns {
		if total && c.noTotal {
			vs[i] = Value{Kind: c.head.Kind}
			continue
		}
		vs[i] = c.Value(r)
	}
	return vs
}

// List is a page with one line per row, made to be filtered and sorted.
type List[R any] struct {
	Head
	Table[R]
}

// Sheet implements Page.
func (l List[R]) Sheet() Sheet {
	g := l.Grid()
	if g.Note == "" {
		g.Note = l.Head.Note
	}
	return Sheet{Head: l.Head, List: &g}
}

// Block is a part of a board: a Table, a Chart, Notes or a Stack.
type Block interface{ block() }

func (Table[R]) block() {}
func (Chart) block()    {}
func (Notes) block()    {}

// Tabular is a table of any row type.
type Tabular interface{ Grid() Grid }

// Notes are sentences under a heading.
type Notes struct {
	Title string
	Lines []string
}

// Band is one horizontal strip of a page: one block over the full width, or two side by side.
type Band []Block

// Board is a page of blocks that prints on one sheet of paper: those that come first. What does not go on it
// is for the screen.
type Board struct {
	Head
	Bands     []Band
	Reference bool // to look things up in: prints on as many sheets as it takes
}

// Sheet implements Page.
func (b Board) Sheet() Sheet { return Sheet{Head: b.Head, Bands: b.Bands, Reference: b.Reference} }
