package jobs

// An Event is a line of the log that is worth an alarm of its own: its message, and
// the name that stays the same whatever the message becomes.
type Event struct {
	Name    string
	Message string
	About   string // for the runbook
}

// Events lists them.
func Events() []Event {
	return []Event{
		{"alarm", "alarm", "something ops are told by mail: cause, job, period, about whom"},
		{"ops_not_told", "ops could not be told", "the mail to ops was not taken; it is tried again"},
		{"run_failed", "run failed", "a run ended as failed, held or partial"},
		{"job_not_done", "owed and not done", "something owed failed; it is tried again"},
		{"not_everybody", "not everybody was reached", "something owed is done, but not for all recipients"},
		{"pass_failed", "what is owed was not done", "a look at what is owed could not be finished"},
		{"panic", "panic", "the program broke; `stack` has where"},
		{"heartbeat_not_taken", "heartbeat not taken", "the monitor did not take a ping"},
		{"claim_at_risk", "the claim could not be prolonged, trying again", "the state store does not answer; work ends when the claim runs out"},
	}
}
