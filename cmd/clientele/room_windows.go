package main

import "golang.org/x/sys/windows"

// room returns how many bytes may still be written below a folder.
func room(folder string) (free uint64, known bool) {
	name, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return 0, false
	}
	return free, windows.GetDiskFreeSpaceEx(name, &free, nil, nil) == nil
}
