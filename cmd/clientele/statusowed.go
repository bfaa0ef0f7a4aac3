package main

import "clientele/jobs/due"

// owedList is what is owed, for programs.
func owedList(list []due.Owed) []owedOut {
	out := []owedOut{}
	for _, o := range list {
		x := owedOut{Job: o.Job, Slot: o.Slot.String(), Do: string(o.Do), From: o.From.String(), Why: o.Why}
		if o.Period.To != 0 {
			x.Period = o.Key
		}
		out = append(out, x)
	}
	return out
}
