package jobs

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"clientele/reports/mail"
	"clientele/reports/mail/mailtest"
	"clientele/transform/state"
)

// A carrier that somebody comes before, to do something to the files.
type before struct {
	mail.Carrier
	do func()
}

// Ready implements mail.Carrier.
func (b before) Ready(ctx context.Context) error {
	b.do()
	return b.Carrier.Ready(ctx)
}

// The letter that lies in the spool cannot be read, whenever it is tried: the server is
// given nothing, ops are told, and once it can be read again it goes out.
func TestALetterThatCannotBeReadIsNotSentAndOpsAreTold(t *testing.T) {
	c, d, server := watched(t, mailtest.Options{}, "ann@example.org")
	good, letter := d.Carrier, c.path("spool/2026-10_sales_ann@example.org_r1.eml")
	d.Carrier = before{good, func() {
		if err := errors.Join(os.RemoveAll(letter), os.MkdirAll(filepath.Join(letter, "x"), 0o700)); err != nil {
			t.Error(err)
		}
	}}
	passes(t, d, 10, 30*time.Minute)
	for _, who := range server.To() {
		if who != opsMail {
			t.Errorf("%s was sent something", who)
		}
	}
	if x := deliveries(t, d)[0]; x.State == state.Accepted || x.Attempts != 0 {
		t.Errorf("%s after %d attempts", x.State, x.Attempts)
	}
	told, words := toOps(t, server), wordsToOps(t, server)
	if len(told) != 2 || !strings.Contains(told[0], "not sent") || !strings.Contains(told[1], "late") {
		t.Errorf("ops were told %q, want that it failed and that it is late", told)
	}
	if !strings.Contains(words, letter) || strings.Contains(words, "DSN") {
		t.Errorf("ops are not told of the file alone:\n%s", words)
	}
	if err := os.RemoveAll(letter); err != nil {
		t.Error(err)
	}
	d.Carrier = good
	passes(t, d, 2, time.Hour)
	if x := deliveries(t, d)[0]; x.State != state.Accepted {
		t.Errorf("%+v", x)
	}
}
