package mailtest

import (
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"hash"
	"strings"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// server returns the other side of a mechanism.
func (c *session) server(mechanism string) (sasl.Server, error) {
	welcome := func(user, password string) error {
		if user != c.s.o.User || password != c.s.o.Password {
			return smtp.ErrAuthFailed
		}
		c.signedIn = mechanism
		return nil
	}
	switch mechanism {
	case "PLAIN":
		return sasl.NewPlainServer(func(_, user, password string) error { return welcome(user, password) }), nil
	case "LOGIN":
		return &login{welcome: welcome}, nil
	case "XOAUTH2":
		return bearer{welcome}, nil
	}
	s := &scram{user: c.s.o.User, password: c.s.o.Password, h: sha256.New, done: func() { c.signedIn = mechanism }}
	if strings.HasPrefix(mechanism, "SCRAM-SHA-1") {
		s.h = sha1.New
	}
	if !strings.HasSuffix(mechanism, "-PLUS") {
		return s, nil
	}
	state, protected := c.conn.TLSConnectionState()
	if !protected {
		return nil, errors.New("nothing to bind to")
	}
	bound, err := state.ExportKeyingMaterial("EXPORTER-Channel-Binding", nil, 32)
	s.bound = bound
	return s, err
}

// login asks for the name and then for the password.
type login struct {
	welcome func(user, password string) error
	said    []string
}

// Next implements sasl.Server.
func (l *login) Next(response []byte) ([]byte, bool, error) {
	if response != nil {
		l.said = append(l.said, string(response))
	}
	switch len(l.said) {
	case 0:
		return []byte("Username:"), false, nil
	case 1:
		return []byte("Password:"), false, nil
	}
	return nil, true, l.welcome(l.said[0], l.said[1])
}

// bearer takes a token in one line.
type bearer struct {
	welcome func(user, token string) error
}

// Next implements sasl.Server.
func (b bearer) Next(response []byte) ([]byte, bool, error) {
	user, token, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(string(response), "user="), "\x01\x01"), "\x01auth=Bearer ")
	return nil, true, b.welcome(user, token)
}

// scram is the server's side of RFC 5802, with the binding of RFC 9266 where bound
// is there.
type scram struct {
	user, password string
	h              func() hash.Hash
	bound          []byte
	done           func()
	step           int
	head, bare     string // of the client's first message
	first          string // the server's first message
}

const (
	salt       = "a pinch of salt"
	iterations = 4096
)

// Next implements sasl.Server.
func (s *scram) Next(response []byte) ([]byte, bool, error) {
	if response == nil && s.step == 0 {
		return nil, false, nil
	}
	s.step++
	switch s.step {
	case 1:
		return s.challenge(string(response))
	case 2:
		return s.verify(string(response))
	}
	s.done()
	return nil, true, nil
}

func (s *scram) challenge(said string) ([]byte, bool, error) {
	head := "n,,"
	if s.bound != nil {
		head = "p=tls-exporter,,"
	}
	bare, ok := strings.CutPrefix(said, head)
	name, nonce, found := strings.Cut(bare, ",r=")
	if !ok || !found || name != "n="+s.user {
		return nil, false, smtp.ErrAuthFailed
	}
	s.head, s.bare = head, bare
	s.first = fmt.Sprintf("r=%sserver,s=%s,i=%d", nonce, base64.StdEncoding.EncodeToString([]byte(salt)), iterations)
	return []byte(s.first), false, nil
}

func (s *scram) verify(said string) ([]byte, bool, error) {
	without, proof, found := strings.Cut(said, ",p=")
	nonce, _, _ := strings.Cut(strings.TrimPrefix(s.first, "r="), ",")
	binding := base64.StdEncoding.EncodeToString(append([]byte(s.head), s.bound...))
	if !found || without != "c="+binding+",r="+nonce {
		return nil, false, smtp.ErrAuthFailed
	}
	salted, err := pbkdf2.Key(s.h, s.password, []byte(salt), iterations, s.h().Size())
	if err != nil {
		return nil, false, err
	}
	all := s.bare + "," + s.first + "," + without
	client := s.mac(salted, "Client Key")
	stored := s.h()
	stored.Write(client)
	signature := s.mac(stored.Sum(nil), all)
	for i := range client {
		client[i] ^= signature[i]
	}
	if base64.StdEncoding.EncodeToString(client) != proof {
		return nil, false, smtp.ErrAuthFailed
	}
	return []byte("v=" + base64.StdEncoding.EncodeToString(s.mac(s.mac(salted, "Server Key"), all))), false, nil
}

func (s *scram) mac(key []byte, text string) []byte {
	m := hmac.New(s.h, key)
	m.Write([]byte(text))
	return m.Sum(nil)
}
