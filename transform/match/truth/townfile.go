package truth

import (
	"bufio"
	"fmt"
	"io"
)

// crmHead is the header of files for other programs.
const crmHead = "id,fname,lname,email,phone,address,city,zip,company,cluster,household,type"

// TownFile writes a town into a file of the shape of Export.
func TownFile(seed uint64, records int, path string) error {
	return toFile(path, func(w io.Writer) error { return WriteTown(seed, records, w) })
}

// WriteTown writes a town as CSV of the shape of Export.
func WriteTown(seed uint64, records int, w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, crmHead)
	for r := range Town(seed, records) {
		crmRow(out, r.ID, r, r.First, r.Last, r.Phone)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write the people of the town: %w", err)
	}
	return nil
}

// crmRow writes a record for other programs; the name comes parted, the number as its
// digits.
func crmRow(out io.Writer, id string, r *Record, first, last, number string) {
	fmt.Fprintf(out, "%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s\n", id, plain(first), plain(last), plain(r.Email), number, plain(r.Street),
		plain(r.City), plain(r.Zip), plain(r.Company), r.Who, r.Home, r.Type)
}
