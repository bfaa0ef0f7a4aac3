package lifetime

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// chunk is how many rows are added up before their sum is: fixed, so that a sum is
// the same to the last bit on one core and on many.
const chunk = 4096

// chunksOf returns how many chunks n rows are.
func chunksOf(n int) int { return (n + chunk - 1) / chunk }

// inChunks calls do for each chunk of n rows, on as many cores as there are. do must
// write to places of its own chunk only.
func inChunks(n int, do func(chunk, from, to int)) {
	chunks := chunksOf(n)
	var next atomic.Int64
	var workers sync.WaitGroup
	work := func() {
		for {
			c := int(next.Add(1)) - 1
			if c >= chunks {
				return
			}
			do(c, c*chunk, min(n, (c+1)*chunk))
		}
	}
	for range min(runtime.GOMAXPROCS(0), chunks) - 1 {
		workers.Go(work)
	}
	work()
	workers.Wait()
}
