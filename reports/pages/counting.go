package pages

import (
	"fmt"

	"clientele/reports"
)

// oneOrMany follows "the" or "the first": "largest loss-maker", "20 largest loss-makers".
func oneOrMany[N ~int | ~int64](n N, one, many string) string {
	if n == 1 {
		return one
	}
	return reports.Plural(n, one, many)
}

// broughtBy says what n customers bring together, or lose: "The only customer brings € 5 of profit".
func (b *book) broughtBy(who string, n int, m Money, what string) string {
	switch {
	case m < 0 && n == 1:
		return fmt.Sprintf("%s loses %s of %s", who, b.money(-m), what)
	case m < 0:
		return fmt.Sprintf("%s lose %s of %s", who, b.money(-m), what)
	case n == 1:
		return fmt.Sprintf("%s brings %s of %s", who, b.money(m), what)
	}
	return fmt.Sprintf("%s bring %s of %s", who, b.money(m), what)
}
