package archive

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	netmail "net/mail"
	"os"
	"path/filepath"
	"strings"

	"clientele/extract"
	"clientele/reports/mail"
	"clientele/transform"
	"clientele/transform/state"
	"clientele/transform/store"
)

// LetterName is the file of a letter, in the archive and in the spool.
func LetterName(k state.Key) string {
	return mail.FileName(k.Period, k.Report, ScopeName(k.Scope), k.Recipient, k.Revision)
}

// ScopeName is empty for the whole company, so that names do not mention it.
func ScopeName(s transform.Scope) string {
	if s == (transform.Scope{}) {
		return ""
	}
	return s.Name()
}

// KeepLetter lays a letter beside the workbook that it carries, and says whether it lay
// there before.
func (f Folder) KeepLetter(k state.Key, m mail.Message) (path string, before bool, err error) {
	if path := f.Letter(k, m.SHA256); path != "" {
		return path, true, nil
	}
	names := f.letterPaths(k, m.SHA256)
	if err := os.MkdirAll(filepath.Dir(names[0]), 0o700); err != nil {
		return "", false, fmt.Errorf("archive the letter to %s: %w (see archive.folder)", m.To, err)
	}
	for _, name := range names {
		if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
			continue // another letter of this name lies there, sent or perhaps sent: it stays
		}
		return name, false, store.Explain(writeWhole(name, m.Bytes))
	}
	return "", false, fmt.Errorf("archive the letter to %s: %s lies there with other contents: move it aside", m.To, names[1])
}

// Letter returns where a letter lies, or nothing if it is not there as the ledger knows
// it.
func (f Folder) Letter(k state.Key, checksum string) string {
	if checksum == "" {
		return ""
	}
	for _, name := range f.letterPaths(k, checksum) {
		if body, err := os.ReadFile(name); err == nil && sum(body) == checksum {
			return name
		}
	}
	return ""
}

// Place is where a letter lies if nothing was in its way.
func (f Folder) Place(k state.Key) string {
	return filepath.Join(f.place(Sent, k.Report, k.Period), LetterName(k))
}

// letterPaths are the names a letter may have: its own and, where another letter has
// that, one with its checksum.
func (f Folder) letterPaths(k state.Key, checksum string) []string {
	path := f.Place(k)
	return []string{path, filepath.Join(filepath.Dir(path), marked(filepath.Base(path), checksum))}
}

// Lying reads the letter that lies under the name of a key, whatever the ledger knows
// of it: of a restored ledger it is the best witness there is.
func (f Folder) Lying(k state.Key) (state.Delivery, bool) {
	out := state.Delivery{Key: k}
	body, err := os.ReadFile(f.Place(k))
	if err != nil {
		return out, false
	}
	m, err := netmail.ReadMessage(bytes.NewReader(body))
	if err != nil {
		return out, false
	}
	at, _ := m.Header.Date() // of a letter of ours, which has one
	out.Address, out.MessageID = k.Recipient, strings.Trim(m.Header.Get("Message-ID"), "<>")
	out.LetterSHA256, out.Size, out.Accepted = sum(body), int64(len(body)), extract.InstantOf(at)
	return out, true
}
