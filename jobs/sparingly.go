package jobs

import (
	"os"
	"runtime/debug"
)

// matchingGarbage is how much garbage may lie about while records are matched, in
// percent of what is in use. It is little: the tables of matching hold next to nothing
// that the collector has to follow, so that collecting costs little too.
const matchingGarbage = 10

// sparingly has garbage collected sooner until what it returns is called. GOGC in the
// environment says otherwise.
func sparingly() (end func()) {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	before := debug.SetGCPercent(matchingGarbage)
	return func() { debug.SetGCPercent(before) }
}
