// Package mailtest is a mail server for tests: it speaks real SMTP on loopback, with
// TLS from an authority of its own, keeps the letters it accepted, and misbehaves as
// it is told. Only tests import it.
package mailtest

import (
	"crypto/tls"
	"errors"
	"io"
	"log"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"
)

// Options say how a server behaves. The zero value asks for STARTTLS, has a good
// certificate, wants nobody to sign in and takes every letter.
type Options struct {
	Implicit    bool        // TLS from the first byte
	Clear       bool        // no TLS at all
	Certificate Certificate // of the server
	Mechanisms  []string    // to sign in by; without any nobody has to
	User        string
	Password    string // or the token of XOAUTH2
	MostBytes   int64  // of a letter
	UTF8        bool   // takes addresses beyond ASCII
	SmallBuffer bool   // the machine holds back next to nothing on the way to the server

	Mail func(nth int) error       // answers the nth MAIL of a connection, from 1
	Rcpt func(to string) error     // answers RCPT
	Read func(io.Reader) error     // reads the letter's beginning: to be slow, or never to go on
	Data func(letter Letter) error // answers a letter that came whole, up to its last line
}

// A Letter is what arrived, whole.
type Letter struct {
	From, To   string
	Bytes      []byte
	Size       int64  // as it was announced
	UTF8       bool   // as it was announced
	SignedInBy string // the mechanism, empty for nobody
	TLS        bool
	Connection int // from 1
}

// Answers that are none.
var (
	// ErrVanish keeps the letter and closes the connection without a word.
	ErrVanish = errors.New("vanish")
	// ErrDrop keeps nothing and closes the connection without a word. Options.Read may
	// say so in the middle of a letter.
	ErrDrop = errors.New("drop")
	// ErrHang keeps the letter and says nothing for the rest of the test.
	ErrHang = errors.New("hang")
)

// Say is an answer with a code and an enhanced code.
func Say(code, class, subject, detail int, words string) error {
	return &smtp.SMTPError{Code: code, EnhancedCode: smtp.EnhancedCode{class, subject, detail}, Message: words}
}

// A Server runs until its test ends.
type Server struct {
	Host   string
	Port   int
	CAFile string // the authority to trust

	o    Options
	over chan struct{}
	mu   sync.Mutex
	got  []Letter
	open []net.Conn
	all  int
}

// Start runs a server on a free port of loopback.
func Start(t testing.TB, o Options) *Server {
	t.Helper()
	authority, certificate := certify(t, o.Certificate)
	s := &Server{o: o, over: make(chan struct{}), CAFile: filepath.Join(t.TempDir(), "ca.pem")}
	if err := os.WriteFile(s.CAFile, authority, 0o600); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	at := listener.Addr().(*net.TCPAddr)
	s.Host, s.Port = at.IP.String(), at.Port
	server := smtp.NewServer(smtp.BackendFunc(s.session))
	server.Domain, server.EnableSMTPUTF8, server.MaxMessageBytes = "mailtest.example", o.UTF8, o.MostBytes
	server.AllowInsecureAuth = o.Clear // what a good client must not fall for
	server.ErrorLog = log.New(io.Discard, "", 0)
	listener = watched{listener, s}
	switch config := (&tls.Config{Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS12}); {
	case o.Implicit:
		listener = tls.NewListener(listener, config)
	case !o.Clear:
		server.TLSConfig = config
	}
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { close(s.over); _ = server.Close() })
	return s
}

// Letters returns what was accepted: letters that came whole and were not refused.
func (s *Server) Letters() []Letter {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.got)
}

// To lists for whom something was accepted, in order.
func (s *Server) To() []string {
	var out []string
	for _, l := range s.Letters() {
		out = append(out, l.To)
	}
	return out
}

// Connections counts how many there were.
func (s *Server) Connections() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all
}

// Cut closes every connection, as a server that restarts does.
func (s *Server) Cut() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.open {
		_ = c.Close()
	}
	s.open = nil
}

// Over ends with the test.
func (s *Server) Over() <-chan struct{} { return s.over }

// watched counts connections and keeps them at hand.
type watched struct {
	net.Listener
	s *Server
}

// Accept implements net.Listener.
func (w watched) Accept() (net.Conn, error) {
	c, err := w.Listener.Accept()
	if err != nil {
		return nil, err
	}
	if tcp, ok := c.(*net.TCPConn); ok && w.s.o.SmallBuffer {
		_ = tcp.SetReadBuffer(4 << 10)
	}
	w.s.mu.Lock()
	defer w.s.mu.Unlock()
	w.s.all++
	w.s.open = append(w.s.open, c)
	return c, nil
}

func (s *Server) keep(l Letter) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.got = append(s.got, l)
}

// Slowly reads with a pause before every piece.
func Slowly(pause time.Duration) func(io.Reader) error {
	return func(r io.Reader) error {
		piece := make([]byte, 16<<10)
		for range 4 {
			time.Sleep(pause)
			if _, err := io.ReadFull(r, piece); err != nil {
				return nil // whoever reads on learns whether that was the letter's end
			}
		}
		return nil
	}
}

func offered(mechanisms []string, wish string) bool {
	return slices.ContainsFunc(mechanisms, func(m string) bool { return strings.EqualFold(m, wish) })
}
