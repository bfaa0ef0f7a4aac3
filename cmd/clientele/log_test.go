package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"clientele/config"
	"clientele/extract"
)

func TestLogSaysEveryTimeInUTC(t *testing.T) {
	for _, format := range []string{"json", "text"} {
		var b bytes.Buffer
		log, _ := voices(&b, false, config.Log{Format: format})
		log.Info("words", "at", extract.InstantOf(time.Date(2026, 11, 1, 7, 0, 0, 0, time.UTC)))
		if text := b.String(); !strings.Contains(text, "2026-11-01T07:00:00Z") || strings.Count(text, "Z") < 2 {
			t.Errorf("%s: %s", format, text)
		}
	}
}
