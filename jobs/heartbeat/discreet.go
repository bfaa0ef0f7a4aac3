package heartbeat

import (
	"regexp"
	"strings"
)

// quotation and mailAddress are what may be of a customer in an error's words.
var (
	quotation   = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
	mailAddress = regexp.MustCompile(`[^\s<>"']+@[^\s<>"']+`)
)

// Discreet is the beginning of an error for a monitor that is somebody else's:
// nothing that was quoted from data, and no addresses.
func Discreet(err error) string {
	if err == nil {
		return ""
	}
	const lines, long = 3, 300
	list := strings.SplitN(err.Error(), "\n", lines+1)
	text := strings.Join(list[:min(len(list), lines)], "\n")
	text = mailAddress.ReplaceAllString(quotation.ReplaceAllString(text, "\"...\""), "(address)")
	if runes := []rune(text); len(runes) > long {
		text = string(runes[:long]) + "..."
	}
	return text
}
