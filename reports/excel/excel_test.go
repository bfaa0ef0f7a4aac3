package excel

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) { os.Exit(m.Run()) }

func TestX(t *testing.T) {
	data, err := Bytes(sample(100))
	if err != nil {
		t.Fatal(err)
	}
	if p := os.Getenv("OUT"); p != "" {
		os.WriteFile(p, data, 0o644)
	}
}
