package metrics

import (
	"fmt"
	"runtime/debug"
	"sync"
)

// sideBySide does independent work: none of it writes what another reads. A panic
// in one of them is the caller's, who may know what to do about it.
func sideBySide(work ...func()) {
	broken := make([]any, len(work))
	var wait sync.WaitGroup
	for i, do := range work {
		wait.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					broken[i] = fmt.Sprintf("%v\n%s", p, debug.Stack())
				}
			}()
			do()
		})
	}
	wait.Wait()
	for _, p := range broken {
		if p != nil {
			panic(p)
		}
	}
}
