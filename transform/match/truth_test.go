package match

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform/match/truth"
)

func TestKnownTruth(t *testing.T) {
	dir := truth.Folder()
	if dir == "" {
		t.Skip("CLIENTELE_DATA is not set: no records with known truth at hand")
	}
	floors := map[string][2]float64{ // precision and recall, a little under what was measured
		"crm_100k": {.975, .875}, "febrl1": {.995, .97}, "febrl2": {.995, .945}, "febrl3": {.995, .935}, "fake_1000": {.995, .43},
	}
	for _, set := range truth.Sets() {
		floor, held := floors[set.Name]
		if !held {
			continue
		}
		t.Run(set.Name, func(t *testing.T) {
			parties, who, _, err := set.Load(dir)
			if err != nil {
				t.Fatal(err)
			}
			start := time.Now()
			res := Link(parties, Options{Country: "US"})
			took := time.Since(start)
			s := truth.Judge(res.Clusters, who)
			t.Logf("%+v, pairs %d, skipped %v, review %d, shared %d, %v", s, res.Compared, res.Skipped, len(res.Review), len(res.Shared), took)
			if s.Precision < floor[0] || s.Recall < floor[1] {
				t.Errorf("precision %.4f, recall %.4f; want at least %.3f and %.3f", s.Precision, s.Recall, floor[0], floor[1])
			}
		})
	}
}

func crm(t testing.TB) []extract.Party {
	dir := truth.Folder()
	if dir == "" {
		t.Skip("CLIENTELE_DATA is not set: no records with known truth at hand")
	}
	set, _ := truth.Named("crm_100k")
	parties, _, _, err := set.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	return parties
}

// birth reads a date; what is none is not known.
func birth(s string) extract.Day {
	day, _ := extract.ParseDay(s)
	return day
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
		out = append(out, extract.Party{Ref: extract.Ref{Source: "aw", ID: m[1]}, Type: extract.Person, Prefix: m[2], First: m[3], Last: m[4], Born: birth(m[5]), Email: m[6]})
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
