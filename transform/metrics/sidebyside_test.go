package metrics

import (
	"fmt"
	"strings"
	"testing"
)

func TestWorkSideBySideIsAllDoneAndItsPanicIsTheCallers(t *testing.T) {
	done := make([]bool, 3)
	defer func() {
		if p := fmt.Sprint(recover()); !strings.Contains(p, "no such pool") || !strings.Contains(p, "sidebyside_test.go") {
			t.Errorf("the caller is told %q, want the panic and where it was", p)
		}
		if !done[0] || !done[2] {
			t.Errorf("done is %v: the others were not finished", done)
		}
	}()
	sideBySide(func() { done[0] = true }, func() { panic("no such pool") }, func() { done[2] = true })
	t.Error("it went on")
}
