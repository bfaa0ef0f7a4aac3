package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"clientele/reports/mail/mailtest"
)

// mailServers are the mail servers of scripts, by the name of the script.
type mailServers struct {
	t  *testing.T
	mu sync.Mutex
	of map[string]*mailtest.Server
}

// start runs a server that knows some people not and writes where it is into
// configurations; after its first letter to lost@ it vanishes without a word, after
// one to hang@ it falls silent:
// mailserver 'CONFIGURATIONS' [UNKNOWN]...
func (m *mailServers) start(ts *testscript.TestScript, _ bool, args []string) {
	var lost atomic.Bool
	s := mailtest.Start(m.t, mailtest.Options{
		Mechanisms: []string{"PLAIN", "SCRAM-SHA-256"}, User: "reports", Password: "open sesame", MostBytes: 25_000_000,
		Rcpt: func(to string) error {
			if slices.Contains(args[1:], to) {
				return mailtest.Say(550, 5, 1, 1, "no such user")
			}
			return nil
		},
		Data: func(l mailtest.Letter) error {
			if strings.HasPrefix(l.To, "lost@") && lost.CompareAndSwap(false, true) {
				return mailtest.ErrVanish
			}
			if strings.HasPrefix(l.To, "hang@") {
				return mailtest.ErrHang
			}
			return nil
		},
	})
	m.mu.Lock()
	defer m.mu.Unlock()
	m.of[ts.Name()] = s
	at := strings.NewReplacer("MAILHOST", s.Host, "MAILPORT", strconv.Itoa(s.Port), "MAILCA", s.CAFile)
	for _, file := range strings.Fields(args[0]) {
		ts.Check(os.WriteFile(ts.MkAbs(file), []byte(at.Replace(ts.ReadFile(file))), 0o600))
	}
}

// letters prints what the server of a script accepted.
func (m *mailServers) letters(ts *testscript.TestScript, _ bool, _ []string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	list := m.of[ts.Name()].Letters()
	fmt.Fprintf(ts.Stdout(), "%d letters\n", len(list))
	for _, l := range list {
		fmt.Fprintf(ts.Stdout(), "from %s to %s, signed in by %s\n", l.From, l.To, l.SignedInBy)
	}
}

// arrived waits until a letter to somebody has come whole: arrived ADDRESS.
func (m *mailServers) arrived(ts *testscript.TestScript, _ bool, args []string) {
	m.mu.Lock()
	server := m.of[ts.Name()]
	m.mu.Unlock()
	for range 6000 {
		if slices.Contains(server.To(), args[0]) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	ts.Fatalf("no letter to %s came within a minute", args[0])
}
