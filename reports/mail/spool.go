package mail

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Spool is a folder in which messages wait in their final bytes, readable by
// their owner only, until somebody has said what became of them. What is sent is
// what lies there and has its checksum, never what was only meant to be written.
type Spool struct{ dir string }

// NewSpool names the folder; it is made when the first message comes.
func NewSpool(dir string) *Spool { return &Spool{dir} }

// Put lays a message down under its name. It is on the disk whole when Put returns.
func (s *Spool) Put(m Message) error {
	if err := s.put(m); err != nil {
		return fmt.Errorf("spool the letter to %s: %w", m.To, err)
	}
	return nil
}

func (s *Spool) put(m Message) error {
	path, err := s.path(m)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return err
	}
	part := path + partial
	if err := write(part, m.Bytes); err != nil {
		return errors.Join(err, gone(os.Remove(part)))
	}
	if err := os.Rename(part, path); err != nil {
		return errors.Join(err, gone(os.Remove(part)))
	}
	return flushFolder(s.dir)
}

// Take reads a message back and holds it against its checksum. A file that is
// gone, unreadable or changed is an error.
func (s *Spool) Take(m Message) (Message, error) {
	path, err := s.path(m)
	if err != nil {
		return Message{}, err
	}
	body, err := os.ReadFile(path)
	if err != nil {
		return Message{}, fmt.Errorf("read the spooled letter to %s: %w", m.To, err)
	}
	if sum := sha256.Sum256(body); hex.EncodeToString(sum[:]) != m.SHA256 {
		return Message{}, fmt.Errorf("the spooled letter to %s, %s, was changed after it was written", m.To, path)
	}
	m.Bytes = body
	return m, nil
}

// Drop removes a message that is settled.
func (s *Spool) Drop(m Message) error {
	path, err := s.path(m)
	if err != nil {
		return err
	}
	return gone(os.Remove(path))
}

// Sweep removes what runs left that did not live to settle it, but for the letters
// of some names. Call it while nobody else spools.
func (s *Spool) Sweep(wanted ...string) error {
	entries, err := os.ReadDir(s.dir)
	if gone(err) != nil {
		return fmt.Errorf("sweep the spool: %w", err)
	}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), partial)
		if e.Type().IsRegular() && strings.HasSuffix(name, letterEnding) && !slices.Contains(wanted, e.Name()) {
			err = errors.Join(err, gone(os.Remove(filepath.Join(s.dir, e.Name()))))
		}
	}
	return gone(err)
}

const (
	partial      = ".part"
	letterEnding = ".eml"
)

func (s *Spool) path(m Message) (string, error) {
	name := fileOf(m)
	if !plain(name) {
		return "", fmt.Errorf("file name %q: want a plain name that ends in %s", name, letterEnding)
	}
	return filepath.Join(s.dir, name), nil
}

// gone forgives that a file is not there.
func gone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
