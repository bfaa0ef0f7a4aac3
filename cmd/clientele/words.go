package main

import (
	"fmt"
	"strings"
	"time"

	"clientele/extract"
)

// counted says how many there are of something.
func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// capital begins a sentence.
func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

// moment writes a moment, and nothing for none.
func moment(at extract.Instant) string {
	if at == 0 {
		return ""
	}
	return at.Time().UTC().Format(time.RFC3339)
}

// minute is such a moment as a table for people has it, to the minute.
func minute(moment string) string {
	day, clock, found := strings.Cut(moment, "T")
	if !found {
		return ""
	}
	return day + " " + clock[:len("15:04")]
}

// brief is the beginning of what a server said.
func brief(text string) string {
	const most = 80
	line, _, more := strings.Cut(text, "\n")
	if r := []rune(line); len(r) > most {
		return string(r[:most]) + "..."
	}
	if more {
		line += " ..."
	}
	return line
}

// local writes a moment as the clock of a zone shows it.
func local(at extract.Instant, zone *time.Location) string {
	return at.Time().In(zone).Format("Mon 2 Jan 2006 15:04 MST")
}

// took writes how long something lasted.
func took(from, to extract.Instant) string {
	d := to.Time().Sub(from.Time())
	switch {
	case d < 0:
		return "-" // the clock was put back
	case d < 10*time.Second:
		return fmt.Sprintf("%.1f s", d.Seconds())
	case d < 2*time.Minute:
		return fmt.Sprintf("%.0f s", d.Seconds())
	case d < 2*time.Hour:
		return fmt.Sprintf("%.0f min", d.Minutes())
	}
	return fmt.Sprintf("%.1f h", d.Hours())
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// cut ends a text that is too long with dots.
func cut(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return string(r[:most-3]) + "..."
	}
	return text
}

// line writes a line without blanks at its end.
func (p *program) line(format string, words ...any) {
	fmt.Fprintln(p.stdout, strings.TrimRight(fmt.Sprintf(format, words...), " "))
}

// lasted writes a span of whole minutes as people do.
func lasted(d time.Duration) string {
	days, hours, minutes := int(d.Hours())/24, int(d.Hours())%24, int(d.Minutes())%60
	switch {
	case days > 0 && hours == 0:
		return fmt.Sprintf("%dd", days)
	case days > 0:
		return fmt.Sprintf("%dd %dh", days, hours)
	case hours > 0 && minutes == 0:
		return fmt.Sprintf("%dh", hours)
	case hours > 0:
		return fmt.Sprintf("%dh %dm", hours, minutes)
	}
	return fmt.Sprintf("%dm", minutes)
}
