package state

import (
	"bufio"
	"os"
	"os/exec"
	"strings"
	"testing"

	"clientele/transform/store"
)

const (
	childDriver = "CLIENTELE_STATE_TEST_DRIVER"
	childDSN    = "CLIENTELE_STATE_TEST_DSN"
)

// TestKilledProcessLeavesWhatItWrote kills a real process between two records.
func TestKilledProcessLeavesWhatItWrote(t *testing.T) {
	if driver := os.Getenv(childDriver); driver != "" {
		die(t, store.Options{Driver: driver, DSN: os.Getenv(childDSN)})
	}
	engines(t, func(t *testing.T, e engine) {
		at := e.fresh(t)
		kill(t, at)
		db := openAt(t, at)
		if got := look(t, db, letter("ann", 1, 0).Key); got.State != Sending || got.Attempts != 1 {
			t.Errorf("left %+v", got)
		}
		previous, err := db.Previous(t.Context(), letter("bob", 1, 0).Key)
		if err != nil || len(previous) != 0 {
			t.Errorf("half a transaction was left: %v %v", previous, err)
		}
		must(t, db.Record(t.Context(), 1, letter("ann", 1, 0).Key, Committing, Details{}, minute))
	})
}

// kill starts a process and kills it as soon as it says that it has recorded.
func kill(t *testing.T, at store.Options) {
	child := exec.Command(os.Args[0], "-test.run=^TestKilledProcessLeavesWhatItWrote$")
	child.Env = append(os.Environ(), childDriver+"="+at.Driver, childDSN+"="+at.DSN)
	out, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	said, err := bufio.NewReader(out).ReadString('\n')
	must(t, child.Process.Kill())
	_ = child.Wait() // killed, as it should be
	if err != nil || !strings.HasPrefix(said, "recorded") {
		t.Fatalf("the process said %q: %v", said, err)
	}
}

// die records, begins another claim, and waits in the middle of it to be killed.
func die(t *testing.T, at store.Options) {
	db := openAt(t, at)
	d := letter("ann", 1, begin(t, db))
	must(t, db.Plan(t.Context(), d, minute))
	advance(t, db, d, Rendered, Spooled, Sending)
	must(t, db.write(t.Context(), func(s session) error {
		must(t, s.put(t.Context(), "delivery-insert", letter("bob", 1, d.Run)))
		_, err := os.Stdout.WriteString("recorded\n")
		must(t, err)
		select {}
	}))
}
