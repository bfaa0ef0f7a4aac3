package mail

import (
	"encoding/base64"
	"fmt"
	"strings"

	"clientele/reports"
)

// Page returns the HTML of a letter as a file that a browser opens by itself: its
// chart stands inside it instead of beside it in the message.
func Page(l reports.Letter) ([]byte, error) {
	if err := check(l); err != nil {
		return nil, fmt.Errorf("write page of letter %q: %w", l.Subject, err)
	}
	page, err := htmlOf(l)
	if err != nil {
		return nil, fmt.Errorf("write page of letter %q: %w", l.Subject, err)
	}
	chart := "data:" + typePNG + ";base64," + base64.StdEncoding.EncodeToString(l.ChartPNG)
	return []byte(strings.Replace(page, `src="cid:`+chartName+`"`, `src="`+chart+`"`, 1)), nil
}
