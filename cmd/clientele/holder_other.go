//go:build !linux

package main

// holder names no process: here nobody could find out what became of it, so claims
// wait for their end.
func holder() string { return "" }

// dead is never certain.
func dead(string) bool { return false }
