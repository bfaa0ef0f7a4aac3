package gates

import (
	"fmt"
	"math"
	"strings"
	"time"

	"clientele/extract"
	"clientele/reports"
)

// day says the day of a moment in a reader's words.
func day(at extract.Instant, zone *time.Location) string {
	if at == 0 {
		return "no day"
	}
	return at.Time().In(zone).Format("2 Jan 2006")
}

// moment says a moment exactly.
func moment(at extract.Instant) string {
	if at == 0 {
		return "none"
	}
	return at.Time().UTC().Format(time.RFC3339)
}

// percent writes a share with one decimal, with two below one per cent, and without
// those that are zero.
func percent(x float64) string {
	words := reports.PercentWords(x)
	if math.Abs(x) < 0.01 {
		words = reports.DecimalWords(100*x, 2) + reports.NBSP + "%"
	}
	digits, unit, _ := strings.Cut(words, reports.NBSP)
	if strings.Contains(digits, ".") {
		digits = strings.TrimRight(strings.TrimRight(digits, "0"), ".")
	}
	return digits + reports.NBSP + unit
}

// beyond writes a share that exceeds a limit so that the two never read the same.
func beyond(x, limit float64) string {
	if percent(x) == percent(limit) {
		return "just over " + percent(limit)
	}
	return percent(x)
}

// exactly writes limits to the last digit; one that is not there is left out.
func exactly(low, high float64) string {
	switch {
	case math.IsInf(low, -1):
		return fmt.Sprintf("at most %v", high)
	case math.IsInf(high, 1):
		return fmt.Sprintf("at least %v", low)
	}
	return fmt.Sprintf("%v to %v", low, high)
}
