package demo

import (
	"context"
	"fmt"
	"testing"
	"time"
)

func TestTry(t *testing.T) {
	s := time.Now()
	c, err := Generate(Options{Seed: 2})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("generate", time.Since(s), len(c.truth))
	files, err := c.WriteSQLite(context.Background(), "/tmp/demoout")
	fmt.Println("write", time.Since(s), files, err)
}
