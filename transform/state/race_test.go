package state

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/store"
)

// many opens a store several times, as so many processes would.
func many(t *testing.T, e engine, n int) []*DB {
	t.Helper()
	at := e.fresh(t)
	all := make([]*DB, n)
	for i := range all {
		all[i] = openAt(t, at)
	}
	return all
}

// race lets all do the same at once, and returns what became of it.
func race(all []*DB, work func(i int, db *DB) error) []error {
	errs := make([]error, len(all))
	var group sync.WaitGroup
	for i, db := range all {
		group.Go(func() { errs[i] = work(i, db) })
	}
	group.Wait()
	return errs
}

// one counts who won; all others must have lost for the right reason.
func one(t *testing.T, errs []error, lost error) {
	t.Helper()
	won := 0
	for _, err := range errs {
		if err == nil {
			won++
		} else if !errors.Is(err, lost) {
			t.Error(err)
		}
	}
	if won != 1 {
		t.Errorf("%d won", won)
	}
}

func TestOfManyWhoWantTheLeaseOneHasIt(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		all := many(t, e, 6)
		for turn := range 5 {
			at := minute * extract.Instant(1+10*turn)
			one(t, race(all, func(i int, db *DB) error {
				_, err := db.at(at).Lock(t.Context(), claim(fmt.Sprintf("host/%d", i)))
				return err
			}), ErrHeld)
			one(t, race(all, func(i int, db *DB) error {
				_, err := db.at(at).LockServe(t.Context(), claim(fmt.Sprintf("host/%d", i)))
				return err
			}), ErrHeld)
		}
	})
}

func TestOfManyProcessesThatClaimADeliveryOneWins(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		all := many(t, e, 6)
		runs := make([]transform.Run, len(all))
		for i, db := range all {
			runs[i] = begin(t, db)
		}
		one(t, race(all, func(i int, db *DB) error {
			return db.Plan(t.Context(), letter("ann", 1, runs[i]), minute)
		}), ErrClaimed)
	})
}

func TestRunsThatBeginAtOnceHaveTheirOwnNumbers(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		all := many(t, e, 6)
		numbers := make([]transform.Run, len(all))
		must(t, errors.Join(race(all, func(i int, db *DB) (err error) {
			numbers[i], err = db.StartRun(t.Context(), Run{Job: "sales"})
			return err
		})...))
		seen := map[transform.Run]bool{}
		for _, n := range numbers {
			seen[n] = true
		}
		if len(seen) != len(all) {
			t.Errorf("%v", numbers)
		}
	})
}

// A run asks whether it may write, and writes. Whoever takes the lease between the
// two must wait.
func TestALeaseIsNotTakenOverInTheMiddleOfAWrite(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		all := many(t, e, 2)
		old, err := all[0].at(minute).Lock(t.Context(), claim("north/1"))
		must(t, err)
		run, err := all[0].StartRun(t.Context(), Run{Job: "sales", Fence: old.Fence})
		must(t, err)
		asked, taken := make(chan bool), make(chan bool)
		var group sync.WaitGroup
		group.Go(func() {
			<-asked
			_, err := all[1].at(9*minute).Lock(t.Context(), claim("south/2"))
			if err != nil {
				t.Error(err)
			}
			close(taken)
		})
		must(t, all[0].writeFor(t.Context(), run, func(s session) error {
			close(asked)
			select {
			case <-taken:
				t.Error("the lease passed on between question and write")
			case <-time.After(200 * time.Millisecond):
			}
			_, err := s.exec(t.Context(), "stage-insert", run, "late", minute, run)
			return err
		}))
		group.Wait()
		wants(t, all[0].Stage(t.Context(), run, "too late", 9*minute), ErrLost)
	})
}

// Ids of a first refresh take long to write; the lease must not run out over it.
func TestALeaseIsProlongedInTheMiddleOfALongWrite(t *testing.T) {
	server(t)
	all := many(t, store.MySQL, 2)
	lease, err := all[0].at(minute).Lock(t.Context(), claim("north/1"))
	must(t, err)
	run, err := all[0].StartRun(t.Context(), Run{Job: "sales", Fence: lease.Fence})
	must(t, err)
	must(t, all[0].writeFor(t.Context(), run, func(session) error {
		_, err := all[1].at(5*minute).Renew(t.Context(), lease, time.Minute)
		return err
	}))
	_, err = all[1].at(5*minute).Lock(t.Context(), claim("south/2"))
	wants(t, err, ErrHeld)
}

func TestWithoutTheRowOfWritersNobodyWrites(t *testing.T) {
	server(t)
	db := open(t, store.MySQL)
	_, err := db.on.Writes.Exec("DELETE FROM leases")
	must(t, err)
	wants(t, db.SetMeta(t.Context(), "colour", "green"), errNoTurn)
}

const childOwner = "CLIENTELE_STATE_TEST_OWNER"

// TestOfManyProcessesOneHasTheLease races real processes.
func TestOfManyProcessesOneHasTheLease(t *testing.T) {
	if owner := os.Getenv(childOwner); owner != "" {
		compete(t, owner, store.Options{Driver: os.Getenv(childDriver), DSN: os.Getenv(childDSN)})
		return
	}
	engines(t, func(t *testing.T, e engine) {
		at := e.fresh(t)
		must(t, openAt(t, at).Close())
		var starts []io.WriteCloser
		var answers []*bufio.Reader
		for i := range 4 {
			child := exec.Command(os.Args[0], "-test.run=^TestOfManyProcessesOneHasTheLease$")
			child.Env = append(os.Environ(), childDriver+"="+at.Driver, childDSN+"="+at.DSN, fmt.Sprintf("%s=host/%d", childOwner, i))
			in, err := child.StdinPipe()
			must(t, err)
			out, err := child.StdoutPipe()
			must(t, err)
			must(t, child.Start())
			t.Cleanup(func() { _ = child.Wait() })
			starts, answers = append(starts, in), append(answers, bufio.NewReader(out))
		}
		said := map[string]int{}
		for _, a := range answers {
			said[line(t, a)]++ // ready
		}
		for _, s := range starts {
			must(t, s.Close())
		}
		for _, a := range answers {
			said[line(t, a)]++
		}
		if said["ready"] != 4 || said["took it"] != 1 || said["held"] != 3 {
			t.Errorf("%v", said)
		}
	})
}

func line(t *testing.T, r *bufio.Reader) string {
	t.Helper()
	text, err := r.ReadString('\n')
	must(t, err)
	return strings.TrimSpace(text)
}

// compete waits for the word and then wants the lease.
func compete(t *testing.T, owner string, at store.Options) {
	db := openAt(t, at)
	fmt.Println("ready")
	_, _ = io.Copy(io.Discard, os.Stdin)
	_, err := db.at(minute).Lock(t.Context(), claim(owner))
	switch {
	case err == nil:
		fmt.Println("took it")
	case errors.Is(err, ErrHeld):
		fmt.Println("held")
	default:
		fmt.Println(err)
	}
}
