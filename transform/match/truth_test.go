package match

import (
	"compress/gzip"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// truth is a file of records whose identity is known.
type truth struct {
	parties  []extract.Party
	who, kin []string
}

// quality compares the pairs found with the true pairs.
func quality(clusters [][]int32, who []string) (precision, recall float64, largest int) {
	pairs := func(n int) int { return n * (n - 1) / 2 }
	size := map[string]int{}
	for _, w := range who {
		size[w]++
	}
	all, found, right := 0, 0, 0
	for _, n := range size {
		all += pairs(n)
	}
	for _, c := range clusters {
		found += pairs(len(c))
		largest = max(largest, len(c))
		in := map[string]int{}
		for _, i := range c {
			in[who[i]]++
		}
		for _, n := range in {
			right += pairs(n)
		}
	}
	return float64(right) / float64(max(found, 1)), float64(right) / float64(max(all, 1)), largest
}

func readCSV(t testing.TB, path ...string) (rows []map[string]string) {
	t.Helper()
	root := os.Getenv("CLIENTELE_DATA")
	if root == "" {
		t.Skip("CLIENTELE_DATA is not set: no records with known truth at hand")
	}
	f, err := os.Open(filepath.Join(append([]string{root, "matching"}, path...)...))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(f.Name(), ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	r := csv.NewReader(in)
	r.TrimLeadingSpace = true
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range all[1:] {
		row := map[string]string{}
		for n, name := range all[0] {
			row[name] = strings.TrimSpace(line[n])
		}
		rows = append(rows, row)
	}
	return rows
}

func day(s string) extract.Day {
	for _, layout := range []string{time.DateOnly, "20060102", "1/2/2006", "01/02/2006"} {
		if at, err := time.Parse(layout, s); err == nil {
			return extract.DayOf(at)
		}
	}
	return 0
}

func crm(t testing.TB) truth {
	var out truth
	for _, r := range readCSV(t, "crm_100k.csv.gz") {
		p := extract.Party{Ref: extract.Ref{Source: "crm", ID: r["id"]}, Type: extract.Person, First: r["fname"], Last: r["lname"], Email: r["email"], Phone: r["phone"], Street: r["address"], City: r["city"], Zip: r["zip"], Company: r["company"]}
		out.parties, out.who, out.kin = append(out.parties, p), append(out.who, r["cluster"]), append(out.kin, r["household"])
	}
	return out
}

func febrl(t testing.TB, n string) truth {
	var out truth
	for _, r := range readCSV(t, "febrl", "dataset"+n+".csv") {
		p := extract.Party{Ref: extract.Ref{Source: "febrl", ID: r["rec_id"]}, Type: extract.Person, First: r["given_name"], Last: r["surname"], Street: r["street_number"] + " " + r["address_1"], Street2: r["address_2"], City: r["suburb"], Zip: r["postcode"], Region: r["state"], Born: day(r["date_of_birth"]), TaxNumber: r["soc_sec_id"]}
		entity := strings.Split(r["rec_id"], "-")[1]
		out.parties, out.who = append(out.parties, p), append(out.who, entity)
	}
	return out
}

func fake(t testing.TB) truth {
	var out truth
	for _, r := range readCSV(t, "splink", "fake_1000.csv") {
		p := extract.Party{Ref: extract.Ref{Source: "fake", ID: r["unique_id"]}, Type: extract.Person, First: r["first_name"], Last: r["surname"], Email: r["email"], City: r["city"], Born: day(r["dob"])}
		out.parties, out.who = append(out.parties, p), append(out.who, r["cluster"])
	}
	return out
}

func TestKnownTruth(t *testing.T) {
	files := []struct {
		name              string
		read              func(testing.TB) truth
		precision, recall float64 // floors, a little under what was measured
	}{
		{"crm_100k", crm, .975, .875},
		{"febrl1", func(t testing.TB) truth { return febrl(t, "1") }, .995, .97},
		{"febrl2", func(t testing.TB) truth { return febrl(t, "2") }, .995, .945},
		{"febrl3", func(t testing.TB) truth { return febrl(t, "3") }, .995, .935},
		{"fake_1000", fake, .995, .43},
	}
	for _, f := range files {
		t.Run(f.name, func(t *testing.T) {
			set := f.read(t)
			start := time.Now()
			res := Link(set.parties, Options{Country: "US"})
			took := time.Since(start)
			precision, recall, largest := quality(res.Clusters, set.who)
			t.Logf("%d records, %d customers, precision %.4f, recall %.4f, largest %d, pairs %d, skipped %v, review %d, shared %d, %v",
				len(set.parties), len(res.Clusters), precision, recall, largest, res.Compared, res.Skipped, len(res.Review), len(res.Shared), took)
			if set.kin != nil {
				precision, recall, largest := quality(atHome(set.parties, res), set.kin)
				t.Logf("households: precision %.4f, recall %.4f, largest %d", precision, recall, largest)
			}
			if precision < f.precision || recall < f.recall {
				t.Errorf("precision %.4f, recall %.4f; want at least %.3f and %.3f", precision, recall, f.precision, f.recall)
			}
		})
	}
}

// adventureWorks reads the customers of a shop whose e-mails are all at the shop's
// own domain and differ for all, so that names and dates of birth are all there is.
func adventureWorks(t testing.TB) []extract.Party {
	root := os.Getenv("CLIENTELE_DATA")
	if root == "" {
		t.Skip("CLIENTELE_DATA is not set: no records with known truth at hand")
	}
	f, err := os.Open(filepath.Join(root, "databases", "adventureworks.sql.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	row := regexp.MustCompile(`(?m)^\((\d+),('[^']*'|NULL),('(?:[^'\\]|\\.|'')*'|NULL),('(?:[^'\\]|\\.|'')*'|NULL),'([^']*)','.','\w*',('[^']*'|NULL),'\$`)
	var out []extract.Party
	for _, m := range row.FindAllStringSubmatch(string(text), -1) {
		for n, s := range m {
			m[n] = strings.ReplaceAll(strings.Trim(strings.ReplaceAll(s, "NULL", ""), "'"), "\\'", "'")
		}
		out = append(out, extract.Party{Ref: extract.Ref{Source: "aw", ID: m[1]}, Type: extract.Person, Prefix: m[2], First: m[3], Last: m[4], Born: day(m[5]), Email: m[6]})
	}
	return out
}

func TestNameAndBirthAloneDoNotMergeTwoMailboxes(t *testing.T) {
	parties := adventureWorks(t)
	if len(parties) != 18148 {
		t.Fatalf("read %d customers, want 18148", len(parties))
	}
	alike := map[string]int{}
	for _, p := range parties {
		alike[fold(p.First+" "+p.Last)+p.Born.String()]++
	}
	pairs := 0
	for _, n := range alike {
		pairs += n * (n - 1) / 2
	}
	res := Link(parties, Options{Country: "US", OwnDomains: []string{"adventure-works.com"}})
	t.Logf("%d customers from %d records; %d pairs share name and date of birth; %d pairs to review", len(res.Clusters), len(parties), pairs, len(res.Review))
	for _, c := range res.Clusters {
		if len(c) > 1 {
			t.Errorf("merged %v %v", parties[c[0]], parties[c[1]])
		}
	}
}

// atHome returns records by household.
func atHome(parties []extract.Party, res Result) (homes [][]int32) {
	customers, _ := Merge(parties, res, numbered(parties, res), Options{Country: "US"})
	at := map[transform.CustomerID]int{}
	for c, cluster := range res.Clusters {
		n, known := at[customers[c].Household]
		if !known {
			n = len(homes)
			at[customers[c].Household] = n
			homes = append(homes, nil)
		}
		homes[n] = append(homes[n], cluster...)
	}
	return homes
}
