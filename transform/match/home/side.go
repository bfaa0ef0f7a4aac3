package home

import (
	"runtime"
	"slices"
	"sync"
)

// inRuns goes through the stretches of a sorted list side by side, in pieces of about
// one size, and puts together what each worker adds to its list, in the order of the
// stretches.
func inRuns[T, R any](list []T, one func(a, b T) bool, worker func() func(run []T, found []R) []R) []R {
	const piece = 8192
	var starts []int
	for at := 0; at < len(list); {
		starts = append(starts, at)
		for at = min(at+piece, len(list)); at < len(list) && one(list[at], list[at-1]); at++ {
		}
	}
	found := make([][]R, len(starts))
	tasks := make([]func(), len(starts))
	for n, from := range starts {
		to := len(list)
		if n+1 < len(starts) {
			to = starts[n+1]
		}
		tasks[n] = func() {
			do := worker()
			for run := range stretches(list[from:to], one) {
				found[n] = do(run, found[n])
			}
		}
	}
	together(tasks...)
	return slices.Concat(found...)
}

// together runs tasks that do not depend on one another.
func together(tasks ...func()) {
	var wait sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for _, task := range tasks {
		slots <- struct{}{}
		wait.Go(func() {
			task()
			<-slots
		})
	}
	wait.Wait()
}

// side does the work of each number side by side; what one does must not depend on
// another. Each worker makes what it needs for itself.
func side(n int, worker func() func(i int)) {
	const chunk = 4096
	var tasks []func()
	for from := 0; from < n; from += chunk {
		tasks = append(tasks, func() {
			do := worker()
			for i := from; i < min(from+chunk, n); i++ {
				do(i)
			}
		})
	}
	together(tasks...)
}
