package mail

import (
	"strings"
	"testing"

	"clientele/reports/mail/mailtest"
)

// Whoever catches a panic says goodbye to the server later, or goes on with the next
// letter: the server would take either for the end of the one that was begun.
func TestAPanicInTheMiddleOfALetterLeavesTheServerNothing(t *testing.T) {
	server := mailtest.Start(t, mailtest.Options{})
	c := carrier(t, server, nil)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic went no further")
			}
		}()
		_, _ = c.Carry(t.Context(), letterTo(t, "ann@example.org"), func() error { panic("out of luck") })
	}()
	if _, _, err := handed(t, c, letterTo(t, "bob@example.org")); err != nil {
		t.Error(err)
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
	if got := strings.Join(server.To(), " "); got != "bob@example.org" {
		t.Errorf("accepted for %s", got)
	}
}
