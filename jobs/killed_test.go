package jobs

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/reports/mail"
	"clientele/reports/pages"
	"clientele/transform/state"
	"clientele/transform/store"
	"clientele/transform/warehouse"
)

// victimEnv tells a process of this test what it is to do until it is killed.
const victimEnv = "CLIENTELE_JOBS_TEST_VICTIM"

// A victim is a process that works on a company until it comes to a certain place,
// where it stops and is killed.
type victim struct {
	Dir              string
	State, Warehouse store.Options
	Job, Place       string
}

// stops is a log, a Progress and a carrier that lets nothing pass a certain place.
type stops struct {
	slog.Handler
	postman
	place string
}

func (s *stops) here(at string) {
	if at == s.place {
		fmt.Println("here")
		select {}
	}
}

// Handle implements slog.Handler.
func (s *stops) Handle(_ context.Context, r slog.Record) error {
	s.here("log " + r.Message)
	return nil
}

// At implements Progress.
func (s *stops) At(stage string, _ int64) { s.here("at " + stage) }

// Ready implements mail.Carrier.
func (s *stops) Ready(context.Context) error {
	s.here("letter")
	s.here(fmt.Sprintf("letter %d", len(s.taken)+1))
	return nil
}

func (v victim) work(t *testing.T) {
	s := &stops{Handler: slog.NewTextHandler(os.Stderr, nil), place: v.Place}
	d := v.director(t, s)
	d.Log, d.Progress, d.Owner, d.Holder = slog.New(s), s, "the dead one", "the dead one"
	if v.Job == RefreshJob {
		_, err := d.Refresh(t.Context())
		t.Fatalf("never came to %q: %v", v.Place, err)
	}
	_, err := d.Publish(t.Context(), v.Job, october, PublishOptions{})
	t.Fatalf("never came to %q: %v", v.Place, err)
}

// director is that of the company, on the stores of the victim.
func (v victim) director(t *testing.T, carrier mail.Carrier) *Director {
	t.Helper()
	c := company{v.Dir}
	d := c.director(t)
	d.Carrier, d.Reports = carrier, []Report{to("sales", "ann@example.org", "bob@example.org")}
	var err error
	if d.State, err = state.Open(t.Context(), v.State); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.State.Close() })
	if err := os.MkdirAll(c.path("work"), 0o700); err != nil {
		t.Fatal(err)
	}
	if d.Warehouse, err = warehouse.Open(t.Context(), v.Warehouse, c.path("work")); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Warehouse.Close() })
	return d
}

// dies lets the victim work in a process of its own, and kills that at its place.
func (v victim) dies(t *testing.T) {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command(os.Args[0], "-test.run=^TestKilledInAnyStage$")
	child.Env = append(os.Environ(), victimEnv+"="+string(text))
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	said, err := bufio.NewReader(out).ReadString('\n')
	if err := child.Process.Kill(); err != nil {
		t.Error(err)
	}
	_ = child.Wait() // killed, as it should be
	if err != nil || said != "here\n" {
		t.Fatalf("the process said %q: %v", said, err)
	}
}

// A death is a place where a process is killed, and what the next one need not do.
type death struct {
	place   string
	resumed []string // the beginnings of what it says it has not done again
	did     []string // of a report: what becomes of the recipients; when left out both are sent to
}

var bothSent = []string{"ann@example.org sent", "bob@example.org sent"}

func TestKilledInAnyStage(t *testing.T) {
	if text := os.Getenv(victimEnv); text != "" {
		var v victim
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Fatal(err)
		}
		v.work(t)
	}
	want, letters := straight(t)
	for _, engine := range []string{store.SQLite, store.MySQL} {
		t.Run(engine, func(t *testing.T) {
			for _, x := range []death{
				{place: "log staged"},
				{place: "at match records", resumed: []string{"read by run 1"}},
				{place: "log matched", resumed: []string{"read by run 1"}},
				{place: "log run ends", resumed: nil}, // published: nothing is left to do
			} {
				t.Run("refresh, "+x.place, func(t *testing.T) { killedRefresh(t, engine, x, want) })
			}
			for _, x := range []death{
				{place: "at deal documents out to customers"},
				{place: "log measured"},
				{place: "at write the sales workbook", resumed: []string{"measured by run 2"}},
				{place: "log workbook ready", resumed: []string{"measured by run 2", "drawn, all territories, by run 2"}},
				{place: "letter 1", resumed: []string{"measured by run 2", "drawn, all territories, by run 2", "spooled, ann@example.org, by run 2"}},
				{
					place: "letter 2", resumed: []string{"measured by run 2", "drawn, all territories, by run 2", "spooled, bob@example.org, by run 2"},
					did: []string{"ann@example.org nothing", "bob@example.org sent"},
				},
				{
					place: "log run ends", resumed: []string{"measured by run 2"}, // nobody needs the workbook
					did: []string{"ann@example.org nothing", "bob@example.org nothing"},
				},
			} {
				t.Run("report, "+x.place, func(t *testing.T) { killedReport(t, engine, x, want, letters) })
			}
		})
	}
}

// straight is the outcome of work that nobody disturbs, with its letters.
func straight(t *testing.T) (outcome, map[string]string) {
	t.Helper()
	_, d, post := hired(t)
	refreshed(t, d)
	out := outcomeOf(t, d, published(t, d, PublishOptions{}))
	letters := map[string]string{}
	for _, m := range post.taken {
		letters[m.To] = m.SHA256
	}
	return out, letters
}

func newVictim(t *testing.T, engine, job, place string) victim {
	t.Helper()
	c := newCompany(t)
	v := victim{Dir: c.dir, Job: job, Place: place, State: store.File(c.path("state.db")), Warehouse: store.File(c.path("warehouse.db"))}
	if engine == store.MySQL {
		v.State = store.Options{Driver: store.MySQL, DSN: newLine(t).dsn}
		v.Warehouse = store.Options{Driver: store.MySQL, DSN: newLine(t).dsn}
	}
	return v
}

func killedRefresh(t *testing.T, engine string, x death, want outcome) {
	v := newVictim(t, engine, RefreshJob, x.place)
	v.dies(t)
	post := &postman{answers: map[string]error{}}
	d := v.director(t, post)
	later(d)
	if len(x.resumed) > 0 { // then no source is asked again
		if err := os.Rename(filepath.Join(v.Dir, "shop.db"), filepath.Join(v.Dir, "away.db")); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Retry(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case x.place == "log run ends":
		if !strings.Contains(r.Needless, "run 1 is seen by everybody") {
			t.Errorf("%+v", r)
		}
	case r.Refreshed == nil:
		t.Fatalf("%+v", r)
	default:
		wantResumed(t, x.resumed, r.Refreshed.Resumed)
	}
	again, err := d.Retry(t.Context(), 1)
	if err != nil || again.Needless == "" {
		t.Errorf("retried once more: %+v, %v", again, err)
	}
	p := published(t, d, PublishOptions{})
	wantDid(t, p, bothSent...)
	wantUndisturbed(t, d, p, want)
	wantTidy(t, v.Dir)
}

func killedReport(t *testing.T, engine string, x death, want outcome, letters map[string]string) {
	v := newVictim(t, engine, pages.SalesName, x.place)
	post := &postman{answers: map[string]error{}}
	d := v.director(t, post)
	refreshed(t, d)
	v.dies(t)
	if err := os.MkdirAll(filepath.Join(v.Dir, "spool"), 0o700); err != nil {
		t.Fatal(err)
	}
	spooled := folder(t, filepath.Join(v.Dir, "spool"))
	if n := len(deliveries(t, d)); strings.HasPrefix(x.place, "letter") && n != 2 {
		t.Errorf("%d recipients were claimed before the first letter, want all", n)
	}
	later(d)
	for _, name := range []string{"work/.fold-1", "archive/sales/2026-10/.part-1", "spool/2026-09_sales_ann@example.org_r1.eml", "spool/x.eml.part"} {
		leave(t, filepath.Join(v.Dir, name))
	}
	r, err := d.Retry(t.Context(), 2)
	if err != nil || r.Published == nil {
		t.Fatalf("%+v, %v", r, err)
	}
	wantResumed(t, x.resumed, r.Published.Resumed)
	if x.did == nil {
		x.did = bothSent
	}
	wantDid(t, *r.Published, x.did...)
	for _, m := range post.taken {
		if text, lay := spooled[m.Name]; lay && text != string(m.Bytes) {
			t.Errorf("%s was sent another letter than the one laid down", m.To)
		}
		if _, lay := spooled[m.Name]; lay && m.SHA256 != letters[m.To] {
			t.Errorf("%s was sent another letter than without a death", m.To)
		}
	}
	if n, want := len(post.taken), strings.Count(strings.Join(x.did, " "), "sent"); n != want {
		t.Errorf("%d letters, want %d", n, want)
	}
	r.Published.Files, _ = filepath.Glob(filepath.Join(v.Dir, "archive", "*", "*", "*.xlsx"))
	wantUndisturbed(t, d, *r.Published, want)
	wantTidy(t, v.Dir)
	again, err := d.Retry(t.Context(), 3)
	if err != nil || again.Needless == "" || len(post.taken) != strings.Count(strings.Join(x.did, " "), "sent") {
		t.Errorf("a run that did its work was retried: %+v, %v", again, err)
	}
}

// leave leaves a file as a process killed at another moment would.
func leave(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
}

func wantResumed(t *testing.T, want, have []string) {
	t.Helper()
	if len(want) != len(have) || slices.ContainsFunc(want, func(w string) bool {
		return !slices.ContainsFunc(have, func(h string) bool { return strings.HasPrefix(h, w) })
	}) {
		t.Errorf("resumed:\n%s", cmp.Diff(want, have))
	}
}

// wantTidy wants no file that is half-written or waits for nobody.
func wantTidy(t *testing.T, dir string) {
	t.Helper()
	for name := range folder(t, dir) {
		if base := filepath.Base(name); strings.HasPrefix(base, ".") || strings.HasSuffix(base, ".part") || strings.HasPrefix(name, "spool/") {
			t.Errorf("%s was left behind", name)
		}
	}
}
