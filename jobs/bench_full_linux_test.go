package jobs

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"clientele/reports/pages"
	"clientele/transform"
)

// BenchmarkFullLists describes and draws the full lists of the sales report once for each number of customers that
// CLIENTELE_BENCH_FULL names ("100000 300000"), made of a small generated company's, and says what processor time it
// took, how large the file is and the most memory the process held, before it and in it.
func BenchmarkFullLists(b *testing.B) {
	sizes := strings.Fields(os.Getenv("CLIENTELE_BENCH_FULL"))
	if len(sizes) == 0 {
		b.Skip("CLIENTELE_BENCH_FULL names no number of customers")
	}
	d, m := generatedAndMeasured(b)
	d.Mailing.Full = true
	few := m.Results[0].Rows
	for _, size := range sizes {
		n, err := strconv.Atoi(size)
		if err != nil {
			b.Fatal(err)
		}
		m.Results[0].Rows = multiplied(few, n)
		b.Run(fmt.Sprintf("customers=%d", n), func(b *testing.B) { cpued(b, 1, func() int64 { return drawnFull(b, d, m) }) })
	}
}

// drawnFull describes and draws full lists, and returns the length of the file.
func drawnFull(b *testing.B, d *Director, m Measured) int64 {
	b.Helper()
	in, err := d.input(b.Context(), pages.SalesName, m, october, transform.Scope{})
	if err != nil {
		b.Fatal(err)
	}
	i := Issue{Report: in.name}
	i.describeFull(in, d.Locale)
	if err := i.drawFull(); err != nil {
		b.Fatal(err)
	}
	b.Logf("%+v", i.Full.Lists)
	return i.Full.Size
}
