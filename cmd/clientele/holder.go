package main

import (
	"fmt"
	"os"
)

// owner says who holds a claim, for people to read.
func owner() string {
	host, err := os.Hostname()
	if err != nil {
		host = "unknown host"
	}
	return fmt.Sprintf("process %d on %s", os.Getpid(), host)
}
