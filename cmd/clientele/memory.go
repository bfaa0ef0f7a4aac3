package main

import (
	"os"
	"runtime/debug"
)

// memoryAim is how much memory the program tries to do with, in bytes: near it
// garbage is collected more often. It is no limit, a company that needs more gets
// more. GOMEMLIMIT in the environment says otherwise.
const memoryAim = 1 << 30

// garbageMost is how much garbage may lie about, in percent of what is in use, before
// it is collected: half of what Go allows, for the machine is other people's and
// nobody waits. GOGC in the environment says otherwise.
const garbageMost = 50

func aimLow() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryAim)
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbageMost)
	}
}
