package source_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/extract/source"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// folderOptions describes a folder of parties.
func folderOptions(t testing.TB, content string, m source.Mapping) source.Options {
	t.Helper()
	dir := t.TempDir()
	writeFile(t, dir, "parties.csv", []byte(content))
	return source.Options{Name: "export", Driver: "csv", Folder: dir, Mappings: map[extract.Kind]source.Mapping{extract.Parties: m}}
}

func names(parties []extract.Party) []string {
	var out []string
	for _, p := range parties {
		out = append(out, p.ID+"="+p.Name)
	}
	return out
}

func TestFilesAreRead(t *testing.T) {
	for _, c := range []struct {
		rule, content string
		m             source.Mapping
		want          []string
	}{
		{"a header row and values", "id,name\n1,Ann\n2,Bob\n", source.Mapping{}, []string{"1=Ann", "2=Bob"}},
		{"headers in any case, with blanks", " ID , Name\r\n1,Ann\r\n", source.Mapping{}, []string{"1=Ann"}},
		{"a byte order mark", "\ufeffid,name\n1,Ann\n", source.Mapping{}, []string{"1=Ann"}},
		{"newlines and quotes within quotes", "id,name\n1,\"Ann\n\"\"the\"\" Great\"\n2,Bob", source.Mapping{}, []string{"1=Ann\n\"the\" Great", "2=Bob"}},
		{"semicolons", "id;name\n1;Miller, Ann\n", source.Mapping{Delimiter: ";"}, []string{"1=Miller, Ann"}},
		{"tabs", "id\tname\n1\tAnn\n", source.Mapping{Delimiter: "tab"}, []string{"1=Ann"}},
		{"another quote", "id,name\n1,'5\" pipe, long'\n", source.Mapping{Quote: "'"}, []string{"1=5\" pipe, long"}},
		{"no quotes at all", "id,name\n1,\"Ann\" and Bob\n", source.Mapping{Quote: "none"}, []string{"1=\"Ann\" and Bob"}},
		{"empty lines and empty rows below", "id,name\n\n1,Ann\n,\n,\n", source.Mapping{}, []string{"1=Ann"}},
		{"columns of other names, others left out", "Kundennr,Firma,Status\n1,Ann,gesperrt\n", source.Mapping{Columns: map[string]string{"id": "kundennr", "name": "Firma"}}, []string{"1=Ann"}},
		{"a header and nothing else", "id,name\n", source.Mapping{}, nil},
		{"what looks like a formula", "id,name\n1,=1+1\n", source.Mapping{}, []string{"1==1+1"}},
	} {
		got, rejects := readAll[extract.Party](t, folderOptions(t, c.content, c.m), extract.Parties)
		if d := cmp.Diff(c.want, names(got)); d != "" || len(rejects) > 0 {
			t.Errorf("%s: %s rejects %v", c.rule, d, rejects)
		}
	}
}

func TestFilesInFourEncodings(t *testing.T) {
	const text = "id,name\n1,Müller\n2,Łódź €\n"
	latin := strings.Replace(text, "Łódź €", "Åse", 1)
	for _, c := range []struct {
		name string
		enc  encoding.Encoding
		text string
	}{
		{"utf-8", unicode.UTF8, text},
		{"windows-1252", charmap.Windows1252, strings.Replace(text, "Łódź", "Lodz", 1)},
		{"iso-8859-1", charmap.ISO8859_1, latin},
		{"iso-8859-15", charmap.ISO8859_15, strings.Replace(text, "Łódź", "Lodz", 1)},
		{"utf-16", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text},
		{"utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), text},
		{"utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), text},
		{"auto", unicode.UTF8, text},
		{"auto", charmap.Windows1252, latin},
		{"utf-8", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), text}, // its mark decides
	} {
		content, err := c.enc.NewEncoder().String(c.text)
		if err != nil {
			t.Fatal(c.name, err)
		}
		o := folderOptions(t, content, source.Mapping{})
		o.Encoding = c.name
		got, rejects := readAll[extract.Party](t, o, extract.Parties)
		want := strings.ReplaceAll(strings.TrimSpace(strings.TrimPrefix(c.text, "id,name\n")), ",", "=")
		if joined := strings.Join(names(got), "\n"); joined != want || len(rejects) > 0 {
			t.Errorf("%s: %q, want %q, rejects %v", c.name, joined, want, rejects)
		}
	}
}

func TestRowsThatDoNotFitAreSetAsideWithTheirLine(t *testing.T) {
	o := folderOptions(t, "id,name\n1,\"Ann\nB\"\n2,Bob,extra\n3\n4,D\"\"\"x\n5,\"E\"x\n6,M\xfcller\n7,\n8,Fay\n", source.Mapping{})
	got, rejects := readAll[extract.Party](t, o, extract.Parties)
	if d := cmp.Diff([]string{"1=Ann\nB", "8=Fay"}, names(got)); d != "" {
		t.Error(d)
	}
	var at []string
	for _, r := range rejects {
		at = append(at, r.ID+" "+r.Field+" "+r.Reason)
	}
	for i, want := range []string{"line 4 of parties.csv row has 3 values where the header has 2", "line 5 of parties.csv row has 1 values", "line 6 of parties.csv row has a quote", "line 7 of parties.csv row has a quote", "6 name is not valid UTF-8", "7 name the row has no name"} {
		if i >= len(at) || !strings.HasPrefix(at[i], want) {
			t.Fatalf("rejects %q, want %q as number %d", at, want, i)
		}
	}
	if !strings.Contains(at[4], "(line 8 of parties.csv)") {
		t.Errorf("the line is not told: %s", at[4])
	}
}

func TestAQuoteThatSwallowsLinesEndsTheStream(t *testing.T) {
	for rule, content := range map[string]string{
		"never closed":                    "id,name\n1,\"5 inch\n2,Bob\n3,Cid\n",
		"closed by the next one":          "id,name\n1,\"5 inch\n2,\"Bob\"\n3,Cid\n",
		"closed by the end of another":    "id,name\n1,\"5 inch\n2,Bob\"\n3,\"Cid\"x\n",
		"closed where a value is too few": "id,name,company\n1,\"5 inch\n2,Bob\"\n3,Cid,x\n",
	} {
		snap := snapshot(t, open(t, folderOptions(t, content, source.Mapping{})))
		got, rejects, err := read[extract.Party](t.Context(), snap, extract.Parties, source.Window{})
		if rule == "closed by the end of another" {
			// Nothing tells this from a value of two lines.
			if len(got) != 1 || len(rejects) != 1 || err != nil {
				t.Errorf("%s: %v %v %v", rule, names(got), rejects, err)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), "quote") || len(got) > 0 {
			t.Errorf("%s: %v %v", rule, err, names(got))
		}
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	for _, c := range []struct {
		rule, content string
		m             source.Mapping
		want          string
	}{
		{"no header", "", source.Mapping{}, "header row"},
		{"a misspelt header", "id,nmae\n1,Ann\n", source.Mapping{}, "did you mean name?"},
		{"the wrong delimiter", "id;name\n1;Ann\n", source.Mapping{}, "set delimiter"},
		{"a column that is not there", "id,name\n1,Ann\n", source.Mapping{Columns: map[string]string{"id": "id", "name": "nam"}}, "did you mean name?"},
		{"a field that does not exist", "id,name\n1,Ann\n", source.Mapping{Columns: map[string]string{"id": "id", "nmae": "name"}}, "did you mean name?"},
		{"a file that is not there", "id,name\n", source.Mapping{File: "partys.csv"}, "did you mean parties.csv?"},
	} {
		problems := open(t, folderOptions(t, c.content, c.m)).Check(t.Context())
		if len(problems) == 0 || !strings.Contains(problems[0].String(), c.want) || problems[0].Hint == "" {
			t.Errorf("%s: %v, want %q", c.rule, problems, c.want)
		}
	}
}

func TestAFolderThatIsNotThereIsUnreachable(t *testing.T) {
	o := folderOptions(t, "id,name\n", source.Mapping{})
	o.Folder = filepath.Join(o.Folder, "none")
	if _, err := open(t, o).Snapshot(t.Context()); !errors.Is(err, source.ErrUnreachable) {
		t.Error(err)
	}
}

func TestFilesStayAsTheyWereAtTheSnapshot(t *testing.T) {
	o := folderOptions(t, "id,name\n1,Ann\n", source.Mapping{})
	snap := snapshot(t, open(t, o))
	writeFile(t, o.Folder, "new.csv", []byte("id,name\n2,Bob\n"))
	if err := os.Rename(filepath.Join(o.Folder, "new.csv"), filepath.Join(o.Folder, "parties.csv")); err != nil {
		t.Fatal(err)
	}
	got, _, err := read[extract.Party](t.Context(), snap, extract.Parties, source.Window{})
	if err != nil || len(got) != 1 || got[0].Name != "Ann" {
		t.Errorf("a file put in its place was read: %v %v", names(got), err)
	}
}

func TestAFileWrittenToMeanwhileIsRefused(t *testing.T) {
	o := folderOptions(t, "id,name\n1,Ann\n", source.Mapping{})
	snap := snapshot(t, open(t, o))
	writeFile(t, o.Folder, "parties.csv", []byte("id,name\n1,Ann\n2,Bob\n"))
	if _, _, err := read[extract.Party](t.Context(), snap, extract.Parties, source.Window{}); err == nil || !strings.Contains(err.Error(), "written to while") {
		t.Error(err)
	}
}
