package mail

import (
	"cmp"
	"time"
)

// Waits says how long each step of handing a letter to a mail server may take. What
// is left zero is as long as RFC 5321 (2008), section 4.5.3.2, asks for, but for the
// connection, which need not take longer than half a minute, and for the last answer:
// scanners are known to take a quarter of an hour, and who gives up before does not
// know whether the letter arrived.
type Waits struct {
	Connect time.Duration // until the connection stands, TLS from the first byte included; also for a sign of life of an old one
	Command time.Duration // for the answer to a command; also for greeting, STARTTLS and signing in together
	Block   time.Duration // for each piece of the letter to be taken
	Final   time.Duration // for the answer to the last line: the server may look through the letter first
}

// The longest waits where nothing else is said.
const (
	waitConnect = 30 * time.Second
	waitCommand = 5 * time.Minute
	waitBlock   = 3 * time.Minute
	waitFinal   = 20 * time.Minute
)

func (w Waits) filled() Waits {
	return Waits{
		Connect: cmp.Or(w.Connect, waitConnect), Command: cmp.Or(w.Command, waitCommand), Block: cmp.Or(w.Block, waitBlock),
		Final: cmp.Or(w.Final, waitFinal),
	}
}
