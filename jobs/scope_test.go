package jobs

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"strings"
	"testing"

	"clientele/reports/mail"
	"clientele/reports/pages"
	"clientele/transform"
)

// everything returns all text that a letter carries: its parts, and every file
// inside the workbook.
func everything(t *testing.T, m mail.Message) string {
	t.Helper()
	letter, err := netmail.ReadMessage(bytes.NewReader(m.Bytes))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	unpack(t, &b, letter.Header.Get("Content-Type"), letter.Header.Get("Content-Transfer-Encoding"), letter.Body)
	return b.String()
}

func unpack(t *testing.T, into *strings.Builder, contentType, encoding string, body io.Reader) {
	t.Helper()
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		t.Fatal(err)
	}
	switch encoding {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	}
	if strings.HasPrefix(kind, "multipart/") {
		for r := multipart.NewReader(body, params["boundary"]); ; {
			part, err := r.NextRawPart()
			if err == io.EOF {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			unpack(t, into, part.Header.Get("Content-Type"), part.Header.Get("Content-Transfer-Encoding"), part)
		}
	}
	data, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(kind, "spreadsheet") {
		data = unzipped(t, data)
	}
	into.Write(data)
}

// unzipped returns the contents of every file of a workbook.
func unzipped(t *testing.T, file []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&out, r); err != nil {
			t.Fatal(err)
		}
	}
	return out.Bytes()
}

func TestRecipientSeesTheirOwnCustomersAndNobodyElses(t *testing.T) {
	north, south := []string{"Nora Nordhaus"}, []string{"Sepp Suedkamp"}
	for i, p := range people {
		if i%2 == 0 {
			north = append(north, p.last)
		} else {
			south = append(south, p.last)
		}
	}
	all := append(append([]string{}, north...), south...)
	cases := map[string]struct {
		scope     transform.Scope
		own, none []string
	}{
		"whole@example.org": {transform.Scope{}, all, nil},
		"north@example.org": {transform.Scope{Territory: "North"}, north, south},
		"south@example.org": {transform.Scope{Territory: "South"}, south, north},
		"nora@example.org":  {transform.Scope{Rep: "Nora Nordhaus"}, north, south},
	}
	for _, name := range reportNames {
		t.Run(name, func(t *testing.T) {
			_, d, post := ready(t)
			d.Reports = []Report{{Name: name, Kind: transform.Monthly}}
			for _, address := range []string{"whole@example.org", "north@example.org", "south@example.org", "nora@example.org"} {
				d.Reports[0].Recipients = append(d.Reports[0].Recipients, Recipient{Address: address, Scope: cases[address].scope})
			}
			if _, err := d.Publish(t.Context(), name, october, PublishOptions{}); err != nil {
				t.Fatal(err)
			}
			if len(post.taken) != len(cases) {
				t.Fatalf("%d letters", len(post.taken))
			}
			for _, m := range post.taken {
				text := everything(t, m)
				for _, word := range cases[m.To].none {
					if strings.Contains(text, word) {
						t.Errorf("%s reads %q", m.To, word)
					}
				}
				for _, word := range cases[m.To].own {
					if name == pages.SalesName && !strings.Contains(text, word) {
						t.Errorf("%s misses %q", m.To, word)
					}
				}
			}
		})
	}
}

func TestScopesOfOneReportHaveFilesOfTheirOwn(t *testing.T) {
	_, d, _ := ready(t)
	d.Reports[0].Recipients = []Recipient{
		{Address: "a@example.org"},
		{Address: "b@example.org", Scope: transform.Scope{Territory: "North"}},
		{Address: "c@example.org", Scope: transform.Scope{Rep: "Sepp Suedkamp"}},
		{Address: "d@example.org", Scope: transform.Scope{Territory: "North"}},
	}
	p := published(t, d, PublishOptions{})
	seen := map[string]bool{}
	for _, f := range p.Files {
		seen[f] = true
	}
	if len(p.Files) != 3 || len(seen) != 3 {
		t.Errorf("files %v, want one for each of three scopes", p.Files)
	}
	wantDid(t, p, "a@example.org sent", "b@example.org sent", "c@example.org sent", "d@example.org sent")
}

// A territory nobody is in is a slip in the configuration, not an empty workbook.
func TestAScopeWithoutCustomersIsNotSent(t *testing.T) {
	_, d, post := ready(t, "ann@example.org")
	d.Reports[0].Recipients = append(d.Reports[0].Recipients, Recipient{Address: "west@example.org", Scope: transform.Scope{Territory: "West"}})
	p, err := d.Publish(t.Context(), d.Reports[0].Name, october, PublishOptions{})
	wantError(t, err, ErrPartial, "no customer is in West")
	wantDid(t, p, "ann@example.org sent", "west@example.org stopped")
	if got := post.took(); len(got) != 1 {
		t.Errorf("taken for %v", got)
	}
}
