package jobs

import (
	"os"
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/reports/excel/exceltest"
	"clientele/reports/mail"
	"clientele/transform"
	"clientele/transform/store"
	"clientele/transform/warehouse"
)

// A bomb is a Progress that breaks the program at a stage.
type bomb string

// At implements Progress.
func (b bomb) At(stage string, _ int64) {
	if stage == string(b) {
		panic("broken on purpose")
	}
}

// brokenOff is a company whose refresh broke after the sources were read.
func brokenOff(t *testing.T) (company, *Director, *postman) {
	t.Helper()
	c, d, post := hired(t)
	d.Progress = bomb("match records")
	_, err := d.Refresh(t.Context())
	wantError(t, err, ErrBroke)
	d.Progress = silent{}
	return c, d, post
}

// away takes the shop away, so that whoever reads it fails.
func (c company) away(t *testing.T) {
	t.Helper()
	if err := os.Rename(c.path("shop.db"), c.path("away.db")); err != nil {
		t.Fatal(err)
	}
}

func TestWhatADeadRefreshReadIsUsedWhereItWillDo(t *testing.T) {
	moment := extract.InstantOf(morning)
	for name, it := range map[string]struct {
		o       RefreshOptions
		change  func(*Director)
		resumes bool
	}{
		"owed since before it read":          {o: RefreshOptions{Resume: true, Since: moment - 1}, resumes: true},
		"owed since the moment it read":      {o: RefreshOptions{Resume: true, Since: moment}, resumes: true},
		"owed since after it read":           {o: RefreshOptions{Resume: true, Since: moment + 1}},
		"by hand":                            {},
		"another mapping since":              {o: RefreshOptions{Resume: true}, change: func(d *Director) { remapped(d) }},
		"another source since":               {o: RefreshOptions{Resume: true}, change: func(d *Director) { d.Sources = d.Sources[:1] }},
		"another place of the source since":  {o: RefreshOptions{Resume: true}, change: func(d *Director) { d.Sources[0].DSN += "x" }},
		"other costs in the configuration":   {o: RefreshOptions{Resume: true}, change: func(d *Director) { d.Settled = nil }},
		"another name of a report's reader":  {o: RefreshOptions{Resume: true}, change: func(d *Director) { d.Reports[0].Recipients[0].Name = "Ann" }, resumes: true},
		"another password to the same place": {o: RefreshOptions{Resume: true}, change: func(d *Director) { d.Sources[0].DSN = "ann:secret@" + d.Sources[0].DSN }, resumes: true},
	} {
		t.Run(name, func(t *testing.T) {
			c, d, _ := brokenOff(t)
			if it.change != nil {
				it.change(d)
			}
			c.away(t)
			r, err := d.RefreshWith(t.Context(), it.o)
			if resumed := err == nil && len(r.Resumed) == 1; resumed != it.resumes {
				t.Errorf("resumed %v: %+v, %v", resumed, r.Resumed, err)
			}
		})
	}
}

func remapped(d *Director) {
	for kind, m := range d.Sources[0].Mappings {
		m.Select += " LIMIT 1000"
		d.Sources[0].Mappings[kind] = m
	}
}

func TestARefreshByHandReadsTheSourcesAsTheyAreNow(t *testing.T) {
	c, d, _ := brokenOff(t)
	c.shop(t, "UPDATE orders SET net = '99.99' WHERE id = '101'")
	r := refreshed(t, d)
	if net := orderNet(t, d, r.Run, "101"); net != 999900 || r.Resumed != nil {
		t.Errorf("order 101 is worth %s, %v", net, r.Resumed)
	}
	if _, pending, err := d.Warehouse.Pending(t.Context()); err != nil || pending {
		t.Error("what was read before is still pending", err)
	}
	retried, err := d.Retry(t.Context(), 1)
	if err != nil || !strings.Contains(retried.Needless, "run 2 is seen by everybody") {
		t.Errorf("%+v, %v", retried, err)
	}
}

// The refresh breaks by the clock, the sources go away, and the report still goes out.
func TestTheClockGoesOnFromWhatWasRead(t *testing.T) {
	for name, jobs := range map[string][]string{"a refresh that is owed": {"refresh", "sales"}, "a refresh that a report needs": {"sales"}} {
		t.Run(name, func(t *testing.T) {
			c, d, post := hired(t)
			for _, job := range jobs {
				kind := ""
				if job != "refresh" {
					kind = transform.Monthly
				}
				d.Schedules = append(d.Schedules, schedule(t, job, "0 7 1 * *", kind))
			}
			d.Now = atTime(t, "2026-10-31 12:00")
			passed(t, d)
			d.Now, d.Progress = atTime(t, "2026-11-01 07:00"), bomb("match records")
			passed(t, d)
			if len(post.tried) > 0 {
				t.Fatal("sent from nothing")
			}
			c.away(t)
			d.Now, d.Progress = atTime(t, "2026-11-01 07:05"), silent{}
			pass := passed(t, d)
			if len(pass.Parts) == 0 || pass.Parts[0].Refreshed == nil || len(pass.Parts[0].Refreshed.Resumed) != 1 {
				t.Errorf("%+v", pass.Parts)
			}
			wantTook(t, post, "ann@example.org", "bob@example.org")
		})
	}
}

func passed(t *testing.T, d *Director) Pass {
	t.Helper()
	p, err := d.RunDue(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAWorkbookSpoiltInTheArchiveIsDrawnAgainTheSame(t *testing.T) {
	for name, spoilt := range map[string]func(path string) error{
		"altered":    spoil,
		"cut off":    func(p string) error { return os.Truncate(p, 100) },
		"gone":       os.Remove,
		"a folder":   func(p string) error { _ = os.Remove(p); return os.Mkdir(p, 0o700) },
		"unreadable": func(p string) error { return os.WriteFile(p, nil, 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			exceltest.Spoils(t)
			_, d, post := hired(t)
			refreshed(t, d)
			post.answers["bob@example.org"] = &mail.Refusal{Code: 450, Answer: "later", Temporary: true}
			p, err := d.Publish(t.Context(), "sales", october, PublishOptions{})
			wantError(t, err, ErrPartial)
			if err := spoilt(p.Files[0]); err != nil {
				t.Fatal(err)
			}
			delete(post.answers, "bob@example.org")
			again, err := d.Publish(t.Context(), "sales", october, PublishOptions{})
			if name == "a folder" { // nobody can put a file there
				wantError(t, err, nil, "archive")
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			wantDid(t, again, "ann@example.org nothing", "bob@example.org sent")
			x := deliveries(t, d)
			if x[0].FileSHA256 != x[1].FileSHA256 || again.Edition != p.Edition {
				t.Errorf("bob had another workbook: %+v", x)
			}
			file, err := os.ReadFile(again.Files[0])
			if err != nil || sum(file) != x[1].FileSHA256 {
				t.Errorf("%s is not what was sent: %v", again.Files[0], err)
			}
		})
	}
}

func TestALetterRefusedForNowGoesAsItWasWritten(t *testing.T) {
	for name, it := range map[string]struct {
		change func(company, *Director) error
		same   bool
	}{
		"nothing changed":           {func(company, *Director) error { return nil }, true},
		"the sender changed":        {func(_ company, d *Director) error { d.Company.From.Mail = "other@example.org"; return nil }, false},
		"the laid down letter gone": {func(c company, _ *Director) error { return os.RemoveAll(c.path("spool")) }, false},
	} {
		t.Run(name, func(t *testing.T) {
			c, d, post := hired(t)
			refreshed(t, d)
			post.answers["bob@example.org"] = &mail.Refusal{Code: 450, Answer: "later", Temporary: true}
			_, err := d.Publish(t.Context(), "sales", october, PublishOptions{})
			wantError(t, err, ErrPartial)
			first := post.tried[1]
			if err := it.change(c, d); err != nil {
				t.Fatal(err)
			}
			delete(post.answers, "bob@example.org")
			d.Now = func() time.Time { return morning.Add(time.Hour) }
			wantDid(t, published(t, d, PublishOptions{}), "ann@example.org nothing", "bob@example.org sent")
			if again := post.tried[2]; (again.SHA256 == first.SHA256) != it.same {
				t.Errorf("the same letter: %v", !it.same)
			}
			if left := names(folder(t, c.path("spool"))); len(left) > 0 {
				t.Errorf("%v lie in the spool", left)
			}
		})
	}
}

func TestLostWarehouseOnAServerIsRebuiltAndMailsNobodyTwice(t *testing.T) {
	d, way, post := onLines(t)
	refreshed(t, d)
	first := published(t, d, PublishOptions{})
	before := stands(t, d)
	if err := d.Warehouse.Close(); err != nil {
		t.Fatal(err)
	}
	admin, _ := testServer(t)
	for _, s := range []string{"DROP DATABASE " + way.warehouse.name, "CREATE DATABASE " + way.warehouse.name + " CHARACTER SET utf8mb4"} {
		if _, err := admin.ExecContext(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	var err error
	if d.Warehouse, err = warehouse.Open(t.Context(), store.Options{Driver: store.MySQL, DSN: way.warehouse.dsn}, t.TempDir()); err != nil {
		t.Fatal(err)
	}
	opened := d.Warehouse
	t.Cleanup(func() { _ = opened.Close() })
	_, err = d.Publish(t.Context(), "sales", october, PublishOptions{})
	wantError(t, err, ErrStale)
	refreshed(t, d)
	after := stands(t, d)
	if before.Snapshots[0].Digest != after.Snapshots[0].Digest || before.Snapshots[0].Links != after.Snapshots[0].Links || len(before.IDs.Current) != len(after.IDs.Current) {
		t.Error("the same sources gave another snapshot")
	}
	for ref, id := range before.IDs.Current {
		if after.IDs.Current[ref] != id {
			t.Errorf("%v was %s and is %s", ref, id, after.IDs.Current[ref])
		}
	}
	second := published(t, d, PublishOptions{})
	wantDid(t, second, "ann@example.org nothing", "bob@example.org nothing")
	if second.Edition != first.Edition || len(post.taken) != 2 {
		t.Errorf("edition %s after %s, %d letters", second.Edition, first.Edition, len(post.taken))
	}
}
