package truth

import (
	"flag"
	"testing"
)

var (
	exportTo      = flag.String("export", "", "write the generated company into this file, for other programs")
	exportTown    = flag.Bool("town", false, "write the generated town instead: people only, one source")
	exportRecords = flag.Int("records", 100_000, "how many records the exported company has, about")
)

// TestExport writes the generated company, or the town, where it is told to:
//
//	go test ./transform/match/truth -run '^TestExport$' -export /tmp/company.csv -records 1000000
func TestExport(t *testing.T) {
	if *exportTo == "" {
		t.Skip("no file was named with -export")
	}
	if *exportTown {
		if err := TownFile(1, *exportRecords, *exportTo); err != nil {
			t.Fatal(err)
		}
		t.Logf("wrote %d records to %s", *exportRecords, *exportTo)
		return
	}
	c, err := Company(1, *exportRecords)
	if err != nil {
		t.Fatal(err)
	}
	if err := ExportFile(c, *exportTo); err != nil {
		t.Fatal(err)
	}
	t.Logf("wrote %d records to %s", len(c.Truth()), *exportTo)
}
