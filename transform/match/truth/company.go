package truth

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"clientele/extract"
	"clientele/extract/demo"
)

// perCustomer is how many party records the generated company has for each customer:
// accounts written down twice, contacts, debtors, helpdesk users, guests, enquirers.
const perCustomer = 4.68

// Company invents a company of about as many party records as asked for.
func Company(seed uint64, records int) (*demo.Company, error) {
	return demo.Generate(demo.Options{Seed: seed, Customers: max(20, int(float64(records)/perCustomer))})
}

// WriteFile writes the parties of a generated company, every field as the sources
// say it, into a file that Written reads.
func WriteFile(c *demo.Company, path string) error {
	return toFile(path, func(w io.Writer) error { return Write(c, w) })
}

// ExportFile writes them into a file as Export does.
func ExportFile(c *demo.Company, path string) error {
	return toFile(path, func(w io.Writer) error { return Export(c, w) })
}

func toFile(path string, write func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write records: %w", err)
	}
	defer f.Close()
	out := bufio.NewWriterSize(f, 1<<18)
	if err := write(out); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return f.Close()
}

// full lists the columns of Write: fields of a party, and the truth.
var full = []column{
	{"who", "who"},
	{"home", "home"},
	{"id", "id"},
	{"type", "type"},
	{"name", "name"},
	{"prefix", "prefix"},
	{"first", "first"},
	{"last", "last"},
	{"company", "company"},
	{"email", "email"},
	{"phone", "phone"},
	{"mobile", "mobile"},
	{"street", "street"},
	{"zip", "zip"},
	{"city", "city"},
	{"country", "country"},
	{"born", "born"},
	{"tax_number", "tax_number"},
	{"account", "account"},
	{"status", "status"},
	{"merged_into", "merged_into"},
}

// Written is the set that WriteFile wrote.
func Written(name, path string) Set {
	return Set{Name: name, Country: "DE", Homes: true, file: path, columns: full}
}

// Write writes the parties of a generated company as CSV, every field as the sources
// say it, and who and where they truly are. Ids carry their source, because a set
// has one: shop:1001.
func Write(c *demo.Company, w io.Writer) error {
	out := csv.NewWriter(w)
	var row []string
	for _, f := range full {
		row = append(row, f.name)
	}
	if err := out.Write(row); err != nil {
		return fmt.Errorf("write the parties of the company: %w", err)
	}
	for p, who := range c.Parties() {
		row = append(row[:0], who.Entity, who.Household, p.Source+":"+p.ID, p.Type, p.Name, p.Prefix, p.First, p.Last, p.Company, p.Email, p.Phone,
			p.Mobile, p.Street, p.Zip, p.City, p.Country, dated(p.Born), p.TaxNumber, within(p, p.Account), p.Status, within(p, p.MergedInto))
		if err := out.Write(row); err != nil {
			return fmt.Errorf("write the parties of the company: %w", err)
		}
	}
	out.Flush()
	return out.Error()
}

// within names a party of the same source.
func within(p *extract.Party, id string) string {
	if id == "" {
		return ""
	}
	return p.Source + ":" + id
}

func dated(d extract.Day) string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// Export writes the parties of a generated company as CSV for other programs:
// id,fname,lname,email,phone,address,city,zip,company,cluster,household,type, without
// quotes and without commas inside. It is cleaned as their users are told to clean:
// lower case, one way of writing telephone numbers, names parted. What names nobody,
// such as test@test.com, stays in it.
func Export(c *demo.Company, w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, crmHead)
	n := 0
	for p, who := range c.Parties() {
		n++
		first, last := parted(p)
		crmRow(out, fmt.Sprint(n), &Record{Party: *p, Who: who.Entity, Home: who.Household}, first, last, digits(p))
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("export the parties of the company: %w", err)
	}
	return nil
}

// Exported is the set that ExportFile or TownFile wrote.
func Exported(name, country, path string) Set {
	return Set{Name: name, Country: country, Homes: true, file: path, columns: exported}
}

// parted parts a whole name: "Last, First" at its comma, any other at its last blank.
func parted(p *extract.Party) (first, last string) {
	if p.Name == "" {
		return p.First, p.Last
	}
	if last, first, found := strings.Cut(p.Name, ","); found {
		return first, last
	}
	at := strings.LastIndexByte(p.Name, ' ')
	return p.Name[:max(0, at)], p.Name[at+1:]
}

// plain is a text in lower case without what would need quotes.
func plain(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r <= ' ' || r == ',' || r == '"' || r == 0x7f || r == 0xa0
	}), " ")
}

// digits is a telephone number as its digits from the country code on.
func digits(p *extract.Party) string {
	phone := p.Phone
	if phone == "" {
		phone = p.Mobile
	}
	var b strings.Builder
	for _, r := range phone {
		if r >= '0' && r <= '9' {
			b.WriteRune(r)
		}
	}
	d := b.String()
	switch {
	case len(d) < 8:
		return d
	case strings.HasPrefix(d, "00"):
		return d[2:]
	case strings.HasPrefix(d, "0"):
		return "49" + d[1:]
	}
	return d
}
