package state

import (
	"testing"

	"clientele/transform"

	"github.com/google/go-cmp/cmp"
)

func TestArchiveKeepsOneFileAnEdition(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		north := transform.Scope{Territory: "North"}
		book := Archived{Report: "sales", Period: "2026-10", Scope: north, Edition: "ed1", Kind: ArchivedWorkbook, Path: "a/sales.xlsx", SHA256: "cafe", Size: 12, Run: begin(t, db), At: minute}
		mail := book
		mail.Kind, mail.Recipient, mail.Revision, mail.Path, mail.SHA256 = ArchivedLetter, "ann", 1, "a/ann.eml", "beef"
		for _, a := range []Archived{book, mail, book} {
			must(t, db.Archive(ctx, a))
		}
		other := book
		other.SHA256 = "f00d"
		wants(t, db.Archive(ctx, other), ErrOtherBytes)
		nothing := book
		nothing.SHA256 = ""
		if err := db.Archive(ctx, nothing); err == nil {
			t.Error("archived a file without a checksum")
		}
		got, err := db.ArchivedOf(ctx, "sales", north, "2026-10")
		must(t, err)
		if diff := cmp.Diff([]Archived{mail, book}, got); diff != "" {
			t.Error(diff)
		}
		if got, _ = db.ArchivedOf(ctx, "sales", transform.Scope{}, "2026-10"); len(got) != 0 {
			t.Error("another scope's files are listed")
		}
	})
}

func TestKeyFiguresAreOfTheLatestRevision(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		run := begin(t, db)
		if _, found, err := db.KeyFigures(ctx, "sales", transform.Scope{}, "2026-10"); found || err != nil {
			t.Fatal(found, err)
		}
		must(t, db.SaveKeyFigures(ctx, run, "sales", transform.Scope{}, "2026-10", map[string]string{"revenue": "10", "at risk": "a\nb"}))
		must(t, db.SaveKeyFigures(ctx, run, "sales", transform.Scope{Rep: "Bo"}, "2026-10", map[string]string{"revenue": "3"}))
		must(t, db.SaveKeyFigures(ctx, run, "sales", transform.Scope{}, "2026-10", map[string]string{"revenue": "11"}))
		for scope, want := range map[transform.Scope]map[string]string{{}: {"revenue": "11"}, {Rep: "Bo"}: {"revenue": "3"}} {
			got, found, err := db.KeyFigures(ctx, "sales", scope, "2026-10")
			if err != nil || !found {
				t.Fatal(found, err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		}
	})
}
