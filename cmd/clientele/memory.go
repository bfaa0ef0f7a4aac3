package main

import (
	"os"
	"runtime/debug"
)

// memoryAim is how much memory the program tries to do with, in bytes: near it
// garbage is collected more often. It is no limit, a company that needs more gets
// more. GOMEMLIMIT in the environment says otherwise.
const memoryAim = 1 << 30

func aimLow() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryAim)
	}
}
