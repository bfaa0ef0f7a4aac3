package main

import (
	"fmt"
	"os"
	"os/user"
)

// owner says who holds a claim, for people to read.
func owner() string {
	host, err := os.Hostname()
	if err != nil {
		host = "unknown host"
	}
	return fmt.Sprintf("process %d on %s", os.Getpid(), host)
}

// somebody is who says so, for the ledger.
func somebody() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "somebody"
}
