package main

import (
	"fmt"

	"clientele/transform/state"
)

// needed says what needs a person, with the commands for it.
func (p *program) needed(lines []outboxLine) {
	const most = 5
	for _, n := range []struct {
		state state.State
		says  string
		do    string
	}{
		{state.Unknown, "may or may not have arrived, and nobody sends it again unasked. Ask the recipient, or look for the Message-ID in the mail server's log, then (or with `lost` at its end)", "clientele outbox confirm %s %s %s arrived"},
		{state.Rejected, "was refused for good. Mend the cause, then", "clientele outbox resend %s %s %s"},
	} {
		shown := 0
		for _, l := range lines {
			if l.State != n.state && (n.state != state.Unknown || !l.unclear()) {
				continue
			}
			if shown++; shown > most {
				continue
			}
			first := ""
			if l.suppressed && n.state == state.Rejected { // until then it would only wait
				first = "`clientele outbox release --address " + l.Recipient + "`, then "
			}
			fmt.Fprintf(p.stdout, "%s %s to %s %s: %s`"+n.do+"`\n", l.Report, l.Period, l.to(), n.says, first, l.Report, l.Period, l.Recipient)
		}
		if shown > most {
			fmt.Fprintf(p.stdout, "and %d more that are %s\n", shown-most, n.state)
		}
	}
}
