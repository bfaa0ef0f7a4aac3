package config

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"
)

// Days is a number of calendar days, written "180 days", "180d" or 180.
type Days int

var numberOfDays = regexp.MustCompile(`^(0|[1-9][0-9]{0,5})(d| days?)?$`)

func (x *Days) decodeNode(d *decoder, n *yaml.Node, path string) {
	text, ok := d.text(n, path)
	if !ok {
		return
	}
	match := numberOfDays.FindStringSubmatch(text)
	if match == nil {
		d.problem(n, path, "a number of days is expected here", "such as 180 days")
		return
	}
	days, err := strconv.Atoi(match[1])
	if err != nil {
		d.problem(n, path, "a number of days is expected here: "+err.Error(), "such as 180 days")
		return
	}
	*x = Days(days)
}

// Duration is a span of time with its unit, such as "10m" or "1h30m"; never negative.
type Duration time.Duration

// Std is the span as the standard library counts it.
func (x Duration) Std() time.Duration { return time.Duration(x) }

func (x *Duration) decodeNode(d *decoder, n *yaml.Node, path string) {
	text, ok := d.text(n, path)
	if !ok {
		return
	}
	span, err := time.ParseDuration(text)
	switch {
	case err != nil:
		hint := "such as 90s, 10m or 2h"
		if strings.Trim(text, "0123456789") == "" {
			hint = "say of what: " + text + "s, " + text + "m or " + text + "h"
		}
		d.problem(n, path, "a span of time is expected here", hint)
	case span < 0:
		d.problem(n, path, "a span of time cannot be negative", "")
	default:
		*x = Duration(span)
	}
}
