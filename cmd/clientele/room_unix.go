//go:build linux || darwin || freebsd

package main

import "golang.org/x/sys/unix"

// room returns how many bytes may still be written below a folder.
func room(folder string) (free uint64, known bool) {
	var s unix.Statfs_t
	if err := unix.Statfs(folder, &s); err != nil {
		return 0, false
	}
	return uint64(s.Bavail) * uint64(s.Bsize), true // their types differ between systems
}
