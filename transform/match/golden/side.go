package golden

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// batch is how many customers or records a worker takes at a time.
const batch = 512

// inParallel calls a function for every number below n, on all cores, so many of them
// at a time; each worker makes a function of its own, so that nothing is shared but what
// is only read.
func inParallel(n, batch int, worker func() func(int)) {
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (n+batch-1)/batch) {
		all.Go(func() {
			do := worker()
			for {
				from := int(next.Add(int64(batch))) - batch
				if from >= n {
					return
				}
				for i := from; i < min(from+batch, n); i++ {
					do(i)
				}
			}
		})
	}
	all.Wait()
}
