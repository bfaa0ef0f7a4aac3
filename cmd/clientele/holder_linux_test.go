package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

func TestOnlyWhoIsCertainlyGoneIsTakenForDead(t *testing.T) {
	child := exec.Command("sleep", "600")
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	is, _, err := began(child.Process.Pid)
	if err != nil {
		t.Fatal(err)
	}
	living := fmt.Sprintf("%s %d %s", realm(), child.Process.Pid, is)
	other := strings.Replace(living, realm()[:8], "00000000", 1)
	for text, want := range map[string]bool{
		holder(): false, living: false,
		fmt.Sprintf("%s %d %s1", realm(), child.Process.Pid, is): true, // its number is another's by now
		other: false, "": false, "somebody": false, "  1 2": false, realm() + " x 1": false, realm() + " -1 1": false,
	} {
		if got := dead(text); got != want {
			t.Errorf("dead(%q) = %v, want %v", text, got, want)
		}
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for range 1000 { // nobody has taken note of its end yet
		if dead(living) {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if !dead(living) {
		t.Error("killed and not yet buried, it counts as living")
	}
	_ = child.Wait()
	if !dead(living) || dead(other) {
		t.Errorf("when it is gone: dead %v, on another boot %v", dead(living), dead(other))
	}
	if host, _ := os.Hostname(); !strings.Contains(owner(), host) {
		t.Errorf("%q does not say where", owner())
	}
}
