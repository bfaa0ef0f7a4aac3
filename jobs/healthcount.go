package jobs

import "clientele/jobs/alarm"

// causesOf lists what can need a person.
func causesOf() []alarm.Cause {
	return []alarm.Cause{alarm.Broke, alarm.Failed, alarm.Held, alarm.Unknown, alarm.Late, alarm.Rejected, alarm.Suppressed}
}

// count is how much needs a person for a cause.
func (s Status) count(cause alarm.Cause) int {
	return counted(s.Person, func(a alarm.Alarm) bool { return a.Cause == cause })
}

func counted[T any](list []T, is func(T) bool) int {
	n := 0
	for _, x := range list {
		if is(x) {
			n++
		}
	}
	return n
}
