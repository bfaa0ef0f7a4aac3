package pages

import (
	"fmt"

	"clientele/transform"
)

// deadline is the day by which what takes longer than a week is to be done: a month from the end of the period.
func deadline(p transform.Period) transform.Day { return p.To.AddMonths(1) - 1 }

// inMonth says who does what takes longer than a week, and by when: a day, because "this month" is another month for who
// opens the mail late.
func (b *book) inMonth(who string) string {
	return fmt.Sprintf("%s, by %s", who, plain(deadline(b.r.Period)))
}
