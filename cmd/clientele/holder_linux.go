package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// holder names this process for good: the boot of its machine, the namespaces its
// number and its times are of, its number, and when it began. It is empty where
// /proc does not say.
func holder() string {
	began, _, err := began(os.Getpid())
	if err != nil {
		return ""
	}
	return realm() + " " + strconv.Itoa(os.Getpid()) + " " + began
}

// dead reports whether a process is certainly no more: it was of this boot and these
// namespaces, and its number is nobody's or another's by now. Of other machines
// nothing is certain.
func dead(holder string) bool {
	at, rest, ok := cutLast(holder, 2)
	if !ok || at == "" || at != realm() {
		return false
	}
	pid, err := strconv.Atoi(rest[0])
	if err != nil || pid <= 0 {
		return false
	}
	if errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) { // asked first: /proc may hide others' processes
		return true
	}
	is, ended, err := began(pid)
	return err == nil && (ended || is != rest[1])
}

// cutLast cuts the last n words off a text.
func cutLast(text string, n int) (before string, words []string, ok bool) {
	all := strings.Split(text, " ")
	if len(all) <= n {
		return "", nil, false
	}
	at := len(all) - n
	return strings.Join(all[:at], " "), all[at:], true
}

// realm is where a process number with its time of beginning means one process:
// a boot, and in it the namespaces of processes and of times. A container has its own.
func realm() string {
	self, err := os.Readlink("/proc/self")
	if err != nil || self != strconv.Itoa(os.Getpid()) {
		return "" // it is /proc of other namespaces
	}
	boot, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	if err != nil {
		return ""
	}
	pids, err := os.Readlink("/proc/self/ns/pid")
	if err != nil {
		return ""
	}
	times, err := os.Readlink("/proc/self/ns/time")
	if err != nil {
		times = "time:none" // kernels before 5.6 have none
	}
	return fmt.Sprintf("%s %s %s", strings.TrimSpace(string(boot)), pids, times)
}

// began says when a process began, in ticks since the boot, and whether it has ended
// and only waits for its parent to take note: no thread of it is left then.
func began(pid int) (ticks string, ended bool, err error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return "", false, err
	}
	// The name of the program, in brackets, may hold anything; after it stand the
	// third field, the state, and all others.
	fields := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
	if len(fields) < 20 {
		return "", false, fmt.Errorf("process %d: what /proc says of it has %d fields", pid, len(fields))
	}
	state, threads := fields[0], fields[17]
	return fields[19], (state == "Z" || state == "X") && (threads == "0" || threads == "1"), nil
}
