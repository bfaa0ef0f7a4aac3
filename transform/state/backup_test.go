package state

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jmoiron/sqlx"

	"clientele/transform"
	"clientele/transform/store"
)

// full is a store that holds something in every table, among it what engines are
// known to treat differently.
func full(t *testing.T, e engine) *DB {
	t.Helper()
	return filled(t, open(t, e))
}

func filled(t *testing.T, db *DB) *DB {
	t.Helper()
	ctx := t.Context()
	a, _ := two(t, db)
	decide(t, db, word(transform.MustLink, "1", "2"))
	lease, err := db.at(minute).Lock(ctx, claim("north/1"))
	must(t, err)
	run, err := db.StartRun(ctx, Run{Job: "sales", Period: "2026-10", Fence: lease.Fence, Started: minute, Args: "50 % of \\ 'x' \"y\" ?", Asked: `{"to":"ß 🙂"}`})
	must(t, err)
	must(t, db.Stage(ctx, run, "measure \x00 ß 漢 🙂", 2*minute))
	must(t, db.SaveIDs(ctx, run, Changes{Links: []Assigned{{ref("Ä"), a}, {ref("ä"), a}, {ref("a "), a}, {ref("A"), a}}}))
	_, err = db.WithdrawDecision(ctx, Withdrawal{Number: 1, Run: run, Who: "Ä", At: minute})
	must(t, err)
	_, err = db.SaveFieldDecisions(ctx, run, minute, []transform.FieldDecision{fieldWord("Ä", "email", "Ä\n\t'"), {Record: ref("2"), Field: "address", From: ref("3"), Who: "Ä"}})
	must(t, err)
	_, err = db.UseModel(ctx, ModelUse{Name: "links", Run: run, Why: "there was none", Observed: "{}"}, append([]byte{0, 255, '\'', '\\', 0x80, '\n'}, make([]byte, partSize)...))
	must(t, err)
	must(t, db.SayModel(ctx, ModelWord{Name: "links", Who: "ann", At: minute}))
	must(t, db.SetMeta(ctx, "colour", strings.Repeat("grün ", 40_000)))
	for i := range 2*batch + 7 {
		must(t, db.Plan(ctx, letter(named(i), 1, run), minute))
	}
	advance(t, db, letter("n3", 1, run), toAccepted()...)
	gone := letter("n4", 1, run)
	advance(t, db, gone, toCommitting()...)
	must(t, db.Record(ctx, run, gone.Key, Rejected, Details{Code: 550, Answer: "gone", Counts: true}, 2*minute))
	_, err = db.Readmit(ctx, gone.Address, "kim", "mended", 3*minute)
	must(t, err)
	must(t, db.Archive(ctx, Archived{Report: "sales", Period: "2026-10", Edition: "ed1", Kind: ArchivedWorkbook, Path: "a.xlsx", SHA256: "cafe", Run: run}))
	must(t, db.SaveKeyFigures(ctx, run, "sales", transform.Scope{Rep: "Bo"}, "2026-10", map[string]string{"revenue": "10", "none": ""}))
	must(t, db.SaveEdition(ctx, edition(run), "company.name=\"x\""))
	must(t, db.SetVerdicts(ctx, run, "sales", "2026-10", []Verdict{{Gate: "gates.kept_aside", Effect: VerdictWarn}}))
	must(t, db.SetSchedule(ctx, lease, Begun{Job: "sales", Begins: minute}))
	must(t, db.SetSeen(ctx, lease, []Seen{{"sales", 2 * minute}}))
	must(t, db.SetOwed(ctx, lease, Owed{Job: "sales", Period: "2026-10", Fate: OwedDone}))
	must(t, db.Raise(ctx, lease, []Alarm{alarm("failed", "ann")}, minute))
	must(t, db.SetHold(ctx, Hold{Report: "sales", Who: "Ä", At: minute}))
	must(t, db.write(ctx, func(s session) error { return s.put(ctx, "restore-put", Restored{At: minute, File: "Ä"}) }))
	_, err = db.AskResend(ctx, Resend{Key: letter("n3", 1, run).Key, Who: "Ä", Run: run}, minute)
	must(t, err)
	must(t, db.Unlock(ctx, lease))
	return db
}

// rows returns everything a store holds but its leases, as text.
func rows(t *testing.T, db *DB) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for _, table := range tables {
		if table.Name == "leases" {
			continue
		}
		q := "SELECT " + strings.Join(table.Columns, ", ") + " FROM " + table.Name + " ORDER BY " + strings.Join(table.Columns[:min(5, len(table.Columns))], ", ")
		list, err := db.on.Reads.Queryx(q)
		must(t, err)
		all[table.Name] = []string{}
		for list.Next() {
			row, err := list.SliceScan()
			must(t, err)
			for i, v := range row {
				if b, ok := v.([]byte); ok {
					row[i] = string(b)
				}
			}
			all[table.Name] = append(all[table.Name], fmt.Sprintf("%#v", row))
		}
		must(t, list.Err())
	}
	return all
}

func backup(t *testing.T, db *DB) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy.db")
	n, err := db.Backup(t.Context(), to)
	must(t, err)
	if n == 0 {
		t.Error("says it wrote nothing")
	}
	return to
}

func TestBackupHoldsEveryRowOfEveryTable(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := full(t, e)
		want := rows(t, db)
		for name, list := range want {
			if len(list) == 0 {
				t.Errorf("the test puts nothing into %s", name)
			}
		}
		to := backup(t, db)
		if diff := cmp.Diff(want, rows(t, openAt(t, store.File(to)))); diff != "" {
			t.Error(diff)
		}
	})
}

// Restoring a backup in a store of another engine moves the state there.
func TestAStateMovesBetweenEngines(t *testing.T) {
	for _, from := range []engine{store.SQLite, store.MySQL} {
		t.Run("from "+string(from), func(t *testing.T) {
			if from == store.MySQL {
				server(t)
			}
			db := full(t, from)
			want, file := rows(t, db), backup(t, db)
			engines(t, func(t *testing.T, to engine) {
				moved := open(t, to)
				n, err := moved.at(minute).Restore(t.Context(), file, false)
				must(t, err)
				if diff := cmp.Diff(want, rows(t, moved)); diff != "" || n < 600 {
					t.Errorf("%d rows\n%s", n, diff)
				}
				if again := backup(t, moved); again == "" {
					t.Error("not backed up")
				}
			})
		})
	}
}

func TestBackupIsPrivateOneFileAndNeverOverwrites(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		must(t, db.SetMeta(t.Context(), "colour", "green"))
		to := backup(t, db)
		must(t, db.SetMeta(t.Context(), "colour", "red"))
		_, err := db.Backup(t.Context(), to)
		wants(t, err, os.ErrExist)
		info, err := os.Stat(to)
		must(t, err)
		beside, err := os.ReadDir(filepath.Dir(to))
		must(t, err)
		if info.Mode().Perm()&0o077 != 0 || len(beside) != 1 {
			t.Errorf("mode %v, files %v", info.Mode(), beside)
		}
		value, found, err := openAt(t, store.File(to)).Meta(t.Context(), "colour")
		if err != nil || !found || value != "green" {
			t.Errorf("holds %q %v %v", value, found, err)
		}
	})
}

func TestBackupOfOneMomentWhileOthersWrite(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		run := begin(t, db)
		stop, done := make(chan bool), make(chan error)
		go func() { // a delivery and its line in the log are written together
			for i := 0; ; i++ {
				select {
				case <-stop:
					done <- nil
					return
				default:
				}
				if err := db.Plan(t.Context(), letter(named(i), 1, run), minute); err != nil {
					done <- err
					return
				}
			}
		}()
		for range 3 {
			copied := openAt(t, store.File(backup(t, db)))
			var planned, logged int
			must(t, copied.on.Reads.Get(&planned, "SELECT COUNT(*) FROM deliveries"))
			must(t, copied.on.Reads.Get(&logged, "SELECT COUNT(*) FROM delivery_log"))
			if planned != logged {
				t.Errorf("%d deliveries, %d lines", planned, logged)
			}
		}
		close(stop)
		must(t, <-done)
	})
}

func TestRestoreNeedsAnEmptyStoreOrTheWord(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		file, ctx := backup(t, full(t, e)), t.Context()
		db := open(t, e)
		must(t, db.SetMeta(ctx, "mine", "1"))
		_, err := db.at(minute).Restore(ctx, file, false)
		wants(t, err, ErrNotEmpty)
		if !strings.Contains(err.Error(), "table meta has 1 rows; --replace") {
			t.Error(err)
		}
		_, err = db.at(minute).Restore(ctx, file, true)
		must(t, err)
		if _, found, err := db.Meta(ctx, "mine"); found || err != nil {
			t.Error(found, err)
		}
	})
}

func TestRestoreNeedsNobodyToHoldALease(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		file, ctx := backup(t, full(t, e)), t.Context()
		db := open(t, e)
		serving, err := db.at(minute).LockServe(ctx, claim("north/1"))
		must(t, err)
		_, err = db.at(minute+1).Restore(ctx, file, true)
		wants(t, err, ErrHeld)
		_, err = db.at(5*minute).Restore(ctx, file, true)
		must(t, err)
		_, err = db.at(5*minute).Renew(ctx, serving, time.Minute)
		wants(t, err, ErrLost)
	})
}

func TestARunOfBeforeTheRestoreWritesNoMore(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		lease, err := db.at(minute).Lock(ctx, claim("north/1"))
		must(t, err)
		run, err := db.StartRun(ctx, Run{Job: "sales", Fence: lease.Fence})
		must(t, err)
		file := backup(t, db) // in which the run is running
		_, err = db.at(5*minute).Restore(ctx, file, true)
		must(t, err)
		wants(t, db.Stage(ctx, run, "late", 5*minute), ErrLost)
		next, err := db.at(5*minute).Lock(ctx, claim("south/2"))
		must(t, err)
		again, err := db.StartRun(ctx, Run{Job: "sales", Fence: next.Fence})
		must(t, err)
		if dead, err := db.Run(ctx, run); err != nil || dead.Status != Interrupted || again != run+1 {
			t.Errorf("%+v %v, next %d", dead, err, again)
		}
	})
}

func TestRestoreRefusesWhatIsNotAsItWasWrittenAndChangesNothing(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		source := full(t, e)
		for name, c := range map[string]struct {
			spoil string
			want  error
			says  string
		}{
			"a row is gone":       {"DELETE FROM meta", ErrDamaged, "table meta has 0 rows, 1 were written"},
			"a value is another":  {"UPDATE runs SET status = 'ok'", ErrDamaged, "the rows of table runs are not those that were written"},
			"a table is gone":     {"DROP TABLE models", ErrDamaged, "tables"},
			"no manifest":         {"DROP TABLE manifest", ErrDamaged, "`clientele state backup` did not write it"},
			"of a newer program":  {"INSERT INTO state_schema (version_id, is_applied) VALUES (999, 1)", ErrNewer, "install the newer program"},
			"cut off in the file": {"", ErrDamaged, "damaged"},
		} {
			t.Run(name, func(t *testing.T) {
				file := backup(t, source)
				if c.spoil == "" {
					must(t, os.Truncate(file, 40_000))
				} else {
					spoil(t, file, c.spoil)
				}
				db := open(t, e)
				must(t, db.SetMeta(t.Context(), "mine", "1"))
				before := rows(t, db)
				_, err := db.at(minute).Restore(t.Context(), file, true)
				wants(t, err, c.want)
				if !strings.Contains(err.Error(), c.says) {
					t.Error(err)
				}
				if diff := cmp.Diff(before, rows(t, db)); diff != "" {
					t.Error(diff)
				}
			})
		}
	})
}

func TestRestoreRefusesAFileThatIsNoBackup(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		text := filepath.Join(t.TempDir(), "letter.txt")
		must(t, os.WriteFile(text, []byte(strings.Repeat("a letter, not a database at all. ", 40)), 0o600))
		_, err := db.at(minute).Restore(t.Context(), text, false)
		wants(t, err, ErrDamaged)
		_, err = db.at(minute).Restore(t.Context(), text+".none", false)
		wants(t, err, os.ErrNotExist)
	})
}

func spoil(t *testing.T, file, statement string) {
	t.Helper()
	db, err := sqlx.Open(store.SQLite, store.SQLiteDSN(file, nil))
	must(t, err)
	_, err = db.Exec(statement)
	must(t, errors.Join(err, db.Close()))
}

// A backup of an older release lacks what came later; restoring brings it up to date
// and leaves the backup as it is.
func TestABackupOfAnOlderReleaseIsRestored(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		file := old(t, 17)
		before, err := os.ReadFile(file)
		must(t, err)
		db := open(t, e)
		_, err = db.at(minute).Restore(t.Context(), file, false)
		must(t, err)
		if r, err := db.Run(t.Context(), 1); err != nil || r.Job != "sales" {
			t.Error(r, err)
		}
		_, err = db.at(minute).Lock(t.Context(), claim("north/1"))
		must(t, err)
		after, err := os.ReadFile(file)
		if err != nil || string(before) != string(after) {
			t.Error("the backup was changed", err)
		}
	})
}

// old is a backup as a release with fewer steps of the schema would have written it.
func old(t *testing.T, version int) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "copy.db")
	db := older(t, store.File(file), version)
	_, err := db.Writes.Exec("INSERT INTO runs (id, job, period, as_of, code, args, owner, fence, status, error, details, started, finished) VALUES (1, 'sales', '', 0, '', '', '', 0, 'ok', '', '', 1, 2)")
	must(t, err)
	s := session{on: db.Writes}
	tables, err := kept(t.Context(), s)
	must(t, err)
	sums, err := sumsOf(t.Context(), tables, s)
	must(t, err)
	must(t, errors.Join(seal(t.Context(), s, sums), db.Close(), alone(t.Context(), file)))
	return file
}
