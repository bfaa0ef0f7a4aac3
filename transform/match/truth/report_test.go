package truth_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"clientele/transform/match"
	"clientele/transform/match/truth"
)

// reported lists the presets that are reported, the default first.
var reported = []match.Preset{match.Balanced, match.Recall}

// TestBench reports every labelled set at hand, the generated town and the generated
// company, under the same defaults, beside the figures of others. It judges nothing:
// make bench-matching runs it. CLIENTELE_BENCH_RECORDS says how many records the town
// and the company have, several sizes separated by commas; CLIENTELE_BENCH_FILE names
// a file of the shape of Export to be reported instead of everything else.
func TestBench(t *testing.T) {
	sizes := os.Getenv("CLIENTELE_BENCH_RECORDS")
	if sizes == "" && os.Getenv("CLIENTELE_BENCH_FILE") == "" {
		t.Skip("CLIENTELE_BENCH_RECORDS is not set: make bench-matching reports")
	}
	b := &bench{dir: truth.Folder(), temp: t.TempDir(), out: os.Stdout}
	b.anchors = readAnchors(filepath.Join(b.dir, "anchors.tsv"))
	b.head()
	if file := os.Getenv("CLIENTELE_BENCH_FILE"); file != "" {
		if err := b.set(task{Set: filepath.Base(file), Path: file, Shape: "town"}); err != nil {
			t.Error(err)
		}
		return
	}
	for _, set := range truth.Sets() {
		if b.dir == "" || !set.Here(b.dir) {
			fmt.Fprintf(b.out, "| %s | not at hand: CLIENTELE_DATA names no folder with it | | | | | | | | | | | |\n", set.Name)
			continue
		}
		if err := b.set(task{Set: set.Name, Homes: set.Homes}); err != nil {
			t.Error(err)
		}
	}
	for size := range strings.SplitSeq(sizes, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(size))
		if err != nil || n < 100 {
			t.Fatalf("CLIENTELE_BENCH_RECORDS is %q: want numbers from 100, separated by commas", sizes)
		}
		if err := errors.Join(b.town(n), b.company(n)); err != nil {
			t.Error(err)
		}
	}
}

type bench struct {
	dir, temp string
	out       io.Writer
	anchors   []string
}

func (b *bench) head() {
	fmt.Fprintln(b.out, "| set | records | true pairs | engine | P | R | F1 | B-cubed | largest (truth) | households P / R / F1 | s | CPU-s | MB |")
	fmt.Fprintln(b.out, "|---|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
}

// town invents the town, writes it down, and reports it.
func (b *bench) town(records int) error {
	path := filepath.Join(b.temp, "town.csv")
	if err := truth.TownFile(1, records, path); err != nil {
		return err
	}
	defer os.Remove(path)
	return b.set(task{Set: fmt.Sprintf("town %d", records), Path: path, Shape: "town", Homes: true})
}

// company invents the company, writes it down, and reports it.
func (b *bench) company(records int) error {
	c, err := truth.Company(1, records)
	if err != nil {
		return err
	}
	path := filepath.Join(b.temp, "company.csv")
	if err := truth.WriteFile(c, path); err != nil {
		return err
	}
	defer os.Remove(path)
	return b.set(task{Set: fmt.Sprintf("company %d", records), Path: path, Homes: true})
}

func (b *bench) set(k task) error {
	for _, preset := range reported {
		k.Preset, k.Into = preset, filepath.Join(b.temp, "groups")
		told, err := inProcess(k)
		if err != nil {
			return err
		}
		if err := b.row(k, told); err != nil {
			return err
		}
	}
	for _, line := range b.anchors {
		if strings.HasPrefix(line, k.Set+"\t") || strings.HasPrefix(line, k.Set+" ") {
			fmt.Fprintln(b.out, anchor(line))
		}
	}
	return nil
}

func (b *bench) row(k task, told timing) error {
	groups, err := readGroups(k.Into)
	if err != nil {
		return err
	}
	who, homes, err := b.labels(k)
	if err != nil {
		return err
	}
	s := truth.Judge(groups, who)
	home := ""
	if k.Homes {
		found, err := readGroups(k.Into + ".homes")
		if err != nil {
			return err
		}
		h := truth.Judge(found, homes)
		home = fmt.Sprintf("%.4f / %.4f / %.4f", h.Precision, h.Recall, h.F1)
	}
	fmt.Fprintf(b.out, "| %s | %d | %d | %s | %.4f | %.4f | %.4f | %.4f | %d (%d) | %s | %.2f | %.2f | %d |\n",
		k.Set, s.Records, s.True, k.Preset, s.Precision, s.Recall, s.F1, s.BF1, s.Largest, s.TrueLargest, home, told.Seconds, told.CPU, told.Held>>20)
	return nil
}

// labels reads the truth alone.
func (b *bench) labels(k task) (who, homes *truth.Labels, err error) {
	who, homes = &truth.Labels{}, &truth.Labels{}
	for r, err := range k.set().Read(b.dir) {
		if err != nil {
			return nil, nil, err
		}
		who.Add(r.Who)
		homes.Add(r.Home)
	}
	return who, homes, nil
}

// readAnchors reads the figures of others; where there are none it says nothing.
func readAnchors(path string) (lines []string) {
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	for in := bufio.NewScanner(f); in.Scan(); {
		lines = append(lines, in.Text())
	}
	return lines
}

// anchor writes a line of the anchors as a row of the table: set, system, setting,
// precision, recall, F1, seconds, megabytes, note.
func anchor(line string) string {
	f := append(strings.Split(line, "\t"), slices.Repeat([]string{""}, 9)...)
	return fmt.Sprintf("| %s | | | %s, %s | %s | %s | %s | %s | | | %s | | %s |", f[0], f[1], f[2], f[3], f[4], f[5], f[8], f[6], f[7])
}
