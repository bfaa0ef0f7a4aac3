package jobs

import (
	"time"

	"clientele/jobs/heartbeat"
	"clientele/reports"
)

// Ops says who is told when something does not go as it should, and when.
type Ops struct {
	Mail          []reports.Address
	LateAfter     time.Duration      // past its time something that is not done is late
	AfterFailures int                // so many failed tries are told
	Recovered     bool               // also that what was told is done
	Heartbeat     *heartbeat.Monitor // a monitor outside that is told that jobs begin and end; nil for none
}

// Told is what ops were told after some work, and why they were not.
type Told struct {
	Subjects []string // of the mails that were sent
	Err      error    // why somebody could not be told; it is tried again
}
