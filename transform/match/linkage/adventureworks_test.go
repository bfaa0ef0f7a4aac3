package linkage

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
	"clientele/transform/match"
	"clientele/transform/match/normal"
)

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
		out = append(out, extract.Party{Ref: extract.Ref{Source: "aw", ID: m[1]}, Type: extract.Person, Prefix: m[2], First: m[3], Last: m[4], Born: dayOf(m[5]), Email: m[6]})
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
		alike[normal.Fold(p.First+" "+p.Last)+p.Born.String()]++
	}
	pairs := 0
	for _, n := range alike {
		pairs += n * (n - 1) / 2
	}
	res := link(parties, match.Options{Country: "US", OwnDomains: []string{"adventure-works.com"}})
	t.Logf("%d customers from %d records; %d pairs share name and date of birth; %d pairs to review", len(res.Clusters), len(parties), pairs, len(res.Review))
	for _, c := range res.Clusters {
		if len(c) > 1 {
			t.Errorf("merged %v %v", parties[c[0]], parties[c[1]])
		}
	}
}

func dayOf(s string) extract.Day {
	at, err := time.Parse("1/2/2006", s)
	if err != nil {
		return 0
	}
	return extract.DayOf(at)
}
