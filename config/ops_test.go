package config

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

func TestHeartbeatIsOneForAllOrOneForEachAndNeverShown(t *testing.T) {
	t.Setenv("BEAT", "https://hc.example/env")
	for name, it := range map[string]struct{ text, sales, tick string }{
		"none":           {"", "", ""},
		"for all":        {"ops: {heartbeat: 'https://hc.example/hush/{job}'}\n", "https://hc.example/hush/{job}", "https://hc.example/hush/{job}"},
		"for all, found": {"ops: {heartbeat: {env: BEAT}}\n", "https://hc.example/env", "https://hc.example/env"},
		"for each":       {"ops: {heartbeat: {sales: 'https://hc.example/hush', refresh: {env: BEAT}}}\n", "https://hc.example/hush", ""},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := Parse("a.yaml", []byte(least+it.text))
			if err != nil {
				t.Fatal(err)
			}
			for job, want := range map[string]string{"sales": it.sales, TickPing: it.tick} {
				got, err := c.Ops.Heartbeat.For(job).Reveal(context.Background())
				if err != nil || got != want {
					t.Errorf("%s: %q, %v; want %q", job, got, err, want)
				}
			}
			if text := fmt.Sprintf("%v %+v %#v", c.Ops, c.Ops, c.Ops); strings.Contains(text, "hush") {
				t.Errorf("the address is shown: %s", text)
			}
		})
	}
}
