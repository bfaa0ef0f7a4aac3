package config

import "fmt"

// Segments says how recency, frequency and money are scored from 1 to 5.
type Segments struct {
	// What the money score goes by: the mean value of an order, or everything spent to date.
	Money string `yaml:"money" jsonschema:"default=order,enum=order,enum=total"`
	// Four limits for days since the last order: up to the first is scored 5, up to the last 2, beyond 1. By rank when left out.
	RecencyDays []Days `yaml:"recency_days" jsonschema:"minItems=4,maxItems=4"`
	// Four limits for days with an order: from the first on is scored 2, from the last on 5, below the first 1. By rank when left out.
	OrderDays []int `yaml:"order_days" jsonschema:"minItems=4,maxItems=4"`
	// Four limits for the money: from the first on is scored 2, from the last on 5, below the first 1. By rank when left out.
	Amounts []Amount `yaml:"amounts" jsonschema:"minItems=4,maxItems=4"`
}

// checkSegments refuses limits that are not four, or do not rise.
func checkSegments(c *Config, d *decoder) {
	s := c.Metrics.Segments
	limits(d, "metrics.segments.recency_days", s.RecencyDays)
	limits(d, "metrics.segments.order_days", s.OrderDays)
	limits(d, "metrics.segments.amounts", s.Amounts)
}

// scoreLimits is how many limits part five scores.
const scoreLimits = 4

func limits[N int | Days | Amount](d *decoder, path string, list []N) {
	if d.failedBelow(path) || len(list) == 0 {
		return
	}
	if len(list) != scoreLimits {
		d.problemAt(d.place(path), path, fmt.Sprintf("has %d limits", len(list)), "four limits part the scores 1 to 5")
		return
	}
	for i, v := range list {
		if v <= 0 || i > 0 && v <= list[i-1] {
			at := element(path, i)
			d.problemAt(d.place(path), at, "is not above the one before it", "each limit is above 0 and above the one before, such as 30, 60, 120, 240")
			return
		}
	}
}
