package excel

import (
	"bytes"
	"strings"
	"testing"
	"unsafe"
)

func written(t *testing.T, c *cells) string {
	t.Helper()
	var out bytes.Buffer
	if err := c.write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestRowsAsTheyStandInTheFile(t *testing.T) {
	c := &cells{}
	if got := written(t, c); got != "" {
		t.Errorf("no cells are %q", got)
	}
	c.words(2, 1, 7)
	c.paint(1, 3, 3, 3, 5)
	c.number(3, 3, -0.1)
	c.number(28, 3, 1e21)
	c.number(2, 3, 12)
	c.formula(2, 3, `SUM(A1,"<")`)
	c.height(3, 40)
	want := `<row r="1" ht="16.5" customHeight="true"><c r="B1" t="s"><v>7</v></c></row>` +
		`<row r="2" ht="16.5" customHeight="true"></row>` +
		`<row r="3" ht="40" customHeight="true"><c r="A3" s="5"></c><c r="B3" s="5"><f>SUM(A1,&#34;&lt;&#34;)</f><v>12</v></c>` +
		`<c r="C3" s="5"><v>-0.1</v></c><c r="AB3"><v>1000000000000000000000</v></c></row>`
	if got := written(t, c); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestReservedRowsAreLikeOthers(t *testing.T) {
	plain, roomy := &cells{}, &cells{}
	for _, c := range []*cells{plain, roomy} {
		c.words(1, 2, 0)
		if c == roomy {
			c.reserve(4, 6, 3)
			c.reserve(5, 9, 3) // rows that are there stay
		}
		for col := 1; col <= 4; col++ { // one more than there is room for
			c.paint(col, 4, col, 6, col)
		}
		c.number(2, 5, 1)
	}
	if got, want := written(t, roomy), written(t, plain); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestManyRowsAreHandedOnInPieces(t *testing.T) {
	c := &cells{}
	c.paint(1, 1, 20, 5000, 1)
	var n counted
	if err := c.write(&n); err != nil {
		t.Fatal(err)
	}
	if n.longest > rowsAtOnce+rowsAtOnce/4 || n.writes < 10 {
		t.Errorf("%d pieces, the longest of %d bytes", n.writes, n.longest)
	}
	if got := strings.Count(written(t, c), "<c "); got != 100_000 {
		t.Errorf("%d cells of 100,000", got)
	}
}

type counted struct{ writes, longest int }

func (c *counted) Write(p []byte) (int, error) {
	c.writes, c.longest = c.writes+1, max(c.longest, len(p))
	return len(p), nil
}

func TestACellTakesSixteenBytes(t *testing.T) {
	if got := unsafe.Sizeof(mark{}); got != 16 {
		t.Errorf("a cell takes %d bytes", got)
	}
}

func TestOnlyHeadsAreCellsOfTheLibrary(t *testing.T) {
	b, err := newBook(sample(300))
	if err != nil {
		t.Fatal(err)
	}
	defer b.f.Close()
	if b.draw(); b.err != nil {
		t.Fatal(b.err)
	}
	rows, err := b.f.GetRows("Top customers")
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != headRow {
		t.Errorf("the library holds %d rows of a list of 300, want its head in row %d", len(rows), headRow)
	}
}
