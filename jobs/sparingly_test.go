package jobs

import (
	"runtime/debug"
	"testing"
)

func TestGarbageIsCollectedSoonerWhileRecordsAreMatchedAndThenAsBefore(t *testing.T) {
	own := debug.SetGCPercent(70)
	defer debug.SetGCPercent(own)
	t.Setenv("GOGC", "")
	end := sparingly()
	if now := debug.SetGCPercent(matchingGarbage); now != matchingGarbage {
		t.Errorf("while matching: %d %%, want %d %%", now, matchingGarbage)
	}
	end()
	if now := debug.SetGCPercent(70); now != 70 {
		t.Errorf("afterwards: %d %%, want 70 %%", now)
	}
	t.Setenv("GOGC", "70")
	sparingly()()
	if now := debug.SetGCPercent(70); now != 70 {
		t.Errorf("GOGC says 70: %d %%", now)
	}
}
