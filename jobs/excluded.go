package jobs

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// excluded is a fingerprint of the settings that say who is left out of all figures:
// nobody's address or name is to lie among the key figures. Empty where nothing says so.
func excluded(entries string) string {
	sum, any := sha256.New(), false
	for line := range strings.Lines(entries) {
		if strings.HasPrefix(line, "exclude.") {
			any = true
			sum.Write([]byte(line))
		}
	}
	if !any {
		return ""
	}
	return hex.EncodeToString(sum.Sum(nil)[:6])
}
