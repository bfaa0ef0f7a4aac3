//go:build unix

package main

import (
	"io"
	"math/rand/v2"
	"strings"
	"sync"
	"syscall"
	"time"

	"clientele/reports/mail/mailtest"
)

// A storm is a mail server's bad weather, and the hand that kills whoever talks to it.
// It knows how far the process of the moment has come.
type storm struct {
	mu      sync.Mutex
	dice    *rand.Rand
	blowing bool
	victim  *process
	end     string // the stage at which the victim is killed, empty for any time
	letters int    // how many it lets come that far before
	stage   string // the last stage seen
}

// stages of a letter at which a victim may be killed.
var stages = []string{"MAIL", "RCPT", "half of DATA", "last line", "answer"}

// inRefresh is the other stage: some time after a refresh began.
const inRefresh = "refresh"

// begins points at the next victim; end is the stage of its death, if one is chosen.
func (s *storm) begins(p *process, end string, letters int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.victim, s.end, s.letters, s.stage = p, end, letters, "start"
}

// over lets go of a victim that has ended.
func (s *storm) over() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.victim, s.end = nil, ""
}

// calm ends the bad weather, or begins it.
func (s *storm) calm(yes bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.blowing, s.victim = !yes, nil
}

// logged takes in a line of the victim's log.
func (s *storm) logged(line string) {
	_, text, found := strings.Cut(line, " msg=")
	if !found {
		return
	}
	if rest, quoted := strings.CutPrefix(text, `"`); quoted {
		text, _, _ = strings.Cut(rest, `"`)
	} else {
		text, _, _ = strings.Cut(text, " ")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stage = "log: " + strings.TrimSpace(text)
	if s.end == inRefresh && s.victim != nil && strings.Contains(line, `"run begins"`) && strings.Contains(line, "job=refresh") {
		s.end = ""
		victim := s.victim
		time.AfterFunc(time.Duration(s.dice.IntN(120_000))*time.Microsecond, func() { _ = victim.cmd.Process.Signal(syscall.SIGKILL) })
	}
}

// last is the last stage seen of the victim.
func (s *storm) last() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stage
}

// comes notes a stage, and kills the victim where this is the chosen one.
func (s *storm) comes(stage string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.victim == nil {
		return
	}
	s.stage = "letter: " + stage
	if s.end != stage {
		return
	}
	if s.letters--; s.letters < 0 {
		s.end = ""
		_ = s.victim.cmd.Process.Signal(syscall.SIGKILL)
	}
}

// one says whether one of so many throws hits, in bad weather.
func (s *storm) one(of int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.blowing && s.dice.IntN(of) == 0
}

// faulty is how the mail server behaves.
func (s *storm) faulty() mailtest.Options {
	return mailtest.Options{
		Mail: func(int) error {
			s.comes("MAIL")
			if s.one(15) {
				return mailtest.Say(421, 4, 3, 2, "going down for a moment")
			}
			return nil
		},
		Rcpt: func(to string) error {
			s.comes("RCPT")
			if strings.HasPrefix(to, "kim@") && s.one(3) {
				return mailtest.Say(550, 5, 1, 1, "no such mailbox")
			}
			switch hard := strings.HasPrefix(to, "dora@") || strings.HasPrefix(to, "mia@"); {
			case hard && s.one(8):
				return mailtest.Say(550, 5, 7, 1, "not from you")
			case s.one(6):
				return mailtest.Say(451, 4, 7, 1, "greylisted")
			}
			return nil
		},
		Read: func(r io.Reader) error {
			if _, err := io.CopyN(io.Discard, r, 8<<10); err != nil {
				return nil // whoever reads on learns of it
			}
			s.comes("half of DATA")
			if s.one(10) {
				return mailtest.ErrDrop
			}
			return nil
		},
		Data: func(mailtest.Letter) error {
			s.comes("last line")
			switch {
			case s.one(15):
				return mailtest.ErrVanish
			case s.one(30):
				return mailtest.Say(452, 4, 3, 1, "disk full")
			case s.one(25):
				time.Sleep(80 * time.Millisecond)
			}
			// After the answer, before or after it is written down.
			time.AfterFunc(time.Duration(s.roll(3000))*time.Microsecond, func() { s.comes("answer") })
			return nil
		},
	}
}

// roll throws a die.
func (s *storm) roll(faces int) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.dice.IntN(faces)
}
