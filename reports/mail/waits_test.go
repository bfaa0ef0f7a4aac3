package mail

import (
	"testing"
	"time"
)

// Whoever gives up while the server still looks through a letter does not know whether
// it arrived.
func TestLastAnswerIsWaitedForLongerThanScannersTake(t *testing.T) {
	if w := (Waits{}).filled(); w.Final <= 15*time.Minute || w.Command != 5*time.Minute {
		t.Errorf("%+v", w)
	}
	if w := (Waits{Final: time.Second}).filled(); w.Final != time.Second {
		t.Errorf("%+v", w)
	}
}
