package alarm

import (
	"fmt"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// clock writes a moment for people.
func (f Facts) clock(at extract.Instant) string {
	zone := f.Zone
	if zone == nil {
		zone = time.UTC
	}
	return at.Time().In(zone).Format("Mon 2 Jan 2006 15:04 MST")
}

func label(p transform.Period) string {
	if p.To == 0 {
		return ""
	}
	return p.Label()
}

// command is what a person runs to do a job again.
func command(job, key string, p transform.Period) string {
	if p.To == 0 {
		return "clientele run " + job
	}
	return fmt.Sprintf("clientele run %s --as-of %s", job, key)
}

// more is the command that has the rest, where there is a run.
func more(run transform.Run) []string {
	if run == 0 {
		return nil
	}
	return []string{fmt.Sprintf("look at the whole of it: clientele runs show %d", run)}
}

// undone says in two words what did not happen.
func undone(p transform.Period, partial bool) string {
	switch {
	case p.To == 0:
		return "not done"
	case partial:
		return "not sent to everybody"
	}
	return "not sent"
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

func (f Facts) again(x Open) string {
	if x.NextAt <= f.Now {
		return "It is tried again at the next opportunity, then at growing intervals of up to an hour, until it works or a later period is owed."
	}
	return "It is tried again at " + f.clock(x.NextAt) + " and then at growing intervals of up to an hour, until it works or a later period is owed."
}

func (f Facts) failed(x Open, last Run) Alarm {
	return Alarm{
		Cause: Failed, Job: x.Job, Period: x.Key, Label: label(x.Period), Since: began(x, last), Stands: true, Run: last.ID,
		What: fmt.Sprintf("%s: tried %s", undone(x.Period, x.Partial), times(x.Failures)), Why: x.Reason, Itself: f.again(x),
		Do: append([]string{"mend the cause; nothing has to be started by hand afterwards"}, more(last.ID)...),
	}
}

func (f Facts) broke(x Open, last Run) Alarm {
	return Alarm{
		Cause: Broke, Job: x.Job, Period: x.Key, Label: label(x.Period), Since: began(x, last), Stands: true, Run: last.ID,
		What: undone(x.Period, x.Partial) + ": the program broke", Why: x.Reason, Itself: f.again(x),
		Do: append([]string{"report it to whoever maintains clientele, with the log of that time and what `clientele version` says"}, more(last.ID)...),
	}
}

// began is when the trouble with something owed came about.
func began(x Open, last Run) extract.Instant {
	if x.Slot > 0 {
		return x.Slot
	}
	if last.Began > 0 {
		return last.Began
	}
	return x.Changed
}

func (f Facts) late(x Open, since extract.Instant, last Run) Alarm {
	a := Alarm{
		Cause: Late, Job: x.Job, Period: x.Key, Label: label(x.Period), Since: since, Stands: true, Why: x.Reason, Run: last.ID,
		What: fmt.Sprintf("late: it was due at %s and is still %s", f.clock(x.Slot), undone(x.Period, x.Partial)), Itself: f.again(x),
		Do: append([]string{"see what it waits for: clientele plan"}, more(last.ID)...),
	}
	return a
}

func (f Facts) held(r Run) Alarm {
	a := Alarm{
		Cause: Held, Job: r.Job, Period: r.Key, Label: label(r.Period), Since: r.Over, Stands: true, Why: r.Error, Run: r.ID,
		What: undone(r.Period, r.Partial) + ": a check held it back", Do: more(r.ID),
		Itself: "It is looked at again each time it is tried, and goes on by itself once the check is content.",
	}
	if r.ByHand {
		a.Itself = "Nothing: it was run by hand."
	}
	if r.Period.To == 0 {
		a.Do = append(a.Do, "mend the source, or the limit that stopped it, then: "+command(r.Job, r.Key, r.Period))
		if r.Accept != "" {
			a.Do = append(a.Do, "or, if what it found is right: "+command(r.Job, r.Key, r.Period)+" --accept "+r.Accept)
		}
	} else {
		a.Do = append(a.Do, "mend what the check found; or let it go as it is, if a gate held it: clientele outbox release "+r.Job+" "+r.Key)
	}
	return a
}

// waiting is what was told to wait, by a person or after a backup was restored.
func (f Facts) waiting(x Open) Alarm {
	a := Alarm{
		Cause: Held, Job: x.Job, Period: x.Key, Label: label(x.Period), Since: began(x, Run{}), Stands: true, Why: x.HeldBy,
		What: undone(x.Period, x.Partial) + ": it waits for a person's word", Itself: "It goes out as soon as it is let go.",
		Do: []string{"let it go once it may: clientele outbox release " + x.Job + " " + x.Key},
	}
	if x.Release != "" {
		a.Do = []string{"let it go once it may: " + x.Release}
	}
	if x.Restored { // whoever lets it go at once may send it a second time
		a.Itself = "Nothing goes out until somebody says who has it."
		a.Do = []string{
			fmt.Sprintf("see whose letters lie in the archive, and say of each whether it arrived: clientele outbox list --report %s --period %s", x.Job, x.Key),
			"only if nobody has it: clientele outbox release " + x.Job + " " + x.Key,
		}
	}
	return a
}

func (f Facts) brokeByHand(r Run) Alarm {
	a := f.failedByHand(r)
	a.Cause, a.What = Broke, undone(r.Period, r.Partial)+": the program broke"
	a.Do[0] = "report it to whoever maintains clientele, with the log of that time and what `clientele version` says"
	return a
}

func (f Facts) failedByHand(r Run) Alarm {
	return Alarm{
		Cause: Failed, Job: r.Job, Period: r.Key, Label: label(r.Period), Since: r.Over, Stands: true, Why: r.Error, Run: r.ID,
		What: undone(r.Period, r.Partial) + ": it failed", Itself: "Nothing: it was run by hand, and no schedule owes it.",
		Do: append([]string{"mend the cause, then: " + command(r.Job, r.Key, r.Period)}, more(r.ID)...),
	}
}

func (f Facts) died(r Run, later []Run) Alarm {
	a := Alarm{
		Cause: Interrupted, Job: r.Job, Period: r.Key, Label: label(r.Period), Since: r.Began, Run: r.ID,
		What:   fmt.Sprintf("run %d died: its process was killed, or the machine went down", r.ID),
		Itself: "Nothing is half done. What it was at is taken up again if a schedule owes it.",
		Do:     append([]string{"find out what ended the process: memory, a restart, a person"}, more(r.ID)...),
	}
	for _, x := range later {
		if x.Job == r.Job && x.Key == r.Key && x.OK {
			a.Itself = fmt.Sprintf("Run %d did it at %s.", x.ID, f.clock(x.Over))
			break
		}
	}
	return a
}

func (f Facts) letter(l Letter) Alarm {
	key := l.Period.Key()
	a := Alarm{
		Job: l.Report, Period: key, About: l.Recipient, Label: l.Period.Label(), Since: l.Since, Why: l.Answer, Run: l.Run, Missed: []string{l.Recipient},
		Stands: l.Unknown || l.Listed && l.Period.To >= f.latest(l.Report).AsOf,
	}
	if l.Revision > 1 {
		a.About = fmt.Sprintf("%s, revision %d", l.Recipient, l.Revision)
	}
	if l.Copy > 0 {
		a.About, a.Missed = fmt.Sprintf("%s, copy %d", a.About, l.Copy), nil
	}
	if l.Unknown {
		a.Cause, a.What, a.Missed = Unknown, "nobody knows whether "+l.Recipient+" has it", nil
		a.Itself = "Nothing: it is never sent again unasked, because it may have arrived."
		a.Do = []string{
			"ask " + l.Recipient + ", or look for the letter in the mail server's log: clientele outbox show " + l.Report + " " + key + " " + l.Recipient,
			"if it arrived: clientele outbox confirm " + l.Report + " " + key + " " + l.Recipient + " arrived",
			"if it did not: clientele outbox confirm " + l.Report + " " + key + " " + l.Recipient + " lost",
		}
		return a
	}
	a.Cause, a.What, a.Itself = Rejected, "refused for "+l.Recipient, "Nothing: who was refused for good is not tried again by itself."
	a.Do = []string{"mend the address, the mailbox or the letter, then: " + command(l.Report, key, l.Period)}
	if l.Copy > 0 {
		a.What = "a copy was refused for " + l.Recipient
		a.Do = []string{"mend the address or the mailbox, then: clientele outbox resend " + l.Report + " " + key + " " + l.Recipient}
	}
	return a
}

func (f Facts) suppressed(s Suppression) Alarm {
	return Alarm{
		Cause: Suppressed, About: s.Address, Period: s.Since.String(), Since: s.Since, Why: s.Why, Stands: true,
		What: "nothing is sent to " + s.Address + " any more", Itself: "Its letters wait.",
		Do: []string{"correct the address in the configuration; or, once it takes mail again: clientele outbox release --address " + s.Address},
	}
}

func (f Facts) warned(w Warning) Alarm {
	a := Alarm{
		Cause: Warned, Job: w.Job, Period: w.Key, About: w.Gate, Label: label(w.Period), Since: w.At, Why: w.Words, Run: w.Run,
		What: "sent with a warning (" + w.Gate + ")", Itself: "It goes on: the letters and the workbook carry a warning.", Do: more(w.Run),
	}
	if w.Period.To == 0 { // nobody is sent a refresh
		a.What, a.Itself = "done, with a warning ("+w.Gate+")", "It goes on: reports are made of what was read."
	}
	return a
}
