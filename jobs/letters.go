package jobs

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	netmail "net/mail"
	"os"
	"path/filepath"
	"strings"

	"clientele/extract"
	"clientele/reports/mail"
	"clientele/transform/state"
)

// carry gives a letter to the carrier once it lies in the archive as it goes out, so
// that there is no moment at which somebody may have it and the archive has not. It
// says where it lies, unless it lay there before.
func (d *Director) carry(ctx context.Context, k state.Key, m mail.Message, commit func() error) (receipt mail.Receipt, lies string, err error) {
	path, before, err := d.keepLetter(k, m)
	if err != nil {
		return mail.Receipt{}, "", err
	}
	if !before {
		lies = path
	}
	receipt, err = d.Carrier.Carry(ctx, m, commit)
	return receipt, lies, err
}

// unarchive removes a letter that was certainly not taken, once the ledger has that. A
// run that may write there no more must not: another may have sent the very same letter
// since, from the same spool.
func (d *Director) unarchive(path string) {
	if path == "" {
		return
	}
	if err := os.Remove(path); err != nil {
		d.Log.Warn("a letter that was not taken stays in the archive", "file", path, "error", err)
	}
}

// keepLetter archives a letter beside the workbook that it carries, and says whether
// it lay there before. Only the owner may read it.
func (d *Director) keepLetter(k state.Key, m mail.Message) (path string, before bool, err error) {
	if path := LetterPath(d.Archive, k, m.SHA256); path != "" {
		return path, true, nil
	}
	names := letterNames(d.Archive, k, m.SHA256)
	if err := os.MkdirAll(filepath.Dir(names[0]), 0o700); err != nil {
		return "", false, fmt.Errorf("archive the letter to %s: %w (see archive.folder)", m.To, err)
	}
	for _, name := range names {
		if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
			continue // another letter of this name lies there, sent or perhaps sent: it stays
		}
		return name, false, writeWhole(name, m.Bytes)
	}
	return "", false, fmt.Errorf("archive the letter to %s: %s lies there with other contents: move it aside", m.To, names[1])
}

// LetterPath returns where a letter lies in an archive folder, or nothing if it is not
// there as the ledger knows it.
func LetterPath(archive string, k state.Key, checksum string) string {
	if checksum == "" {
		return ""
	}
	for _, name := range letterNames(archive, k, checksum) {
		if body, err := os.ReadFile(name); err == nil && sum(body) == checksum {
			return name
		}
	}
	return ""
}

// letterNames are the names a letter may have in the archive: its own and, where
// another letter has that, one with its checksum.
func letterNames(archive string, k state.Key, checksum string) []string {
	name := filepath.Join(archive, k.Report, k.Period, letterFile(k))
	base := strings.TrimSuffix(name, filepath.Ext(name))
	return []string{name, base + "_" + checksum[:8] + filepath.Ext(name)}
}

// archived reads a letter as it went out. The error says how its reader can be
// served without it.
func (d *Director) archived(x state.Delivery) (mail.Message, error) {
	path := LetterPath(d.Archive, x.Key, x.LetterSHA256)
	if path == "" {
		return mail.Message{}, fmt.Errorf("the letter of %s is not in the archive as it went out (%s): its bytes cannot be sent again; `clientele run %s --as-of %s --send-to %s` writes a new one", x.Key, letterNames(d.Archive, x.Key, cmp.Or(x.LetterSHA256, "unwritten"))[0], x.Report, x.Period, x.Recipient)
	}
	body, err := os.ReadFile(path)
	if err != nil {
		return mail.Message{}, err
	}
	return mail.Message{
		From: cmp.Or(d.Company.BouncesTo, d.Company.From.Mail), To: cmp.Or(x.Address, x.Recipient), MessageID: x.MessageID, Name: letterFile(x.Key), Bytes: body, SHA256: x.LetterSHA256,
	}, nil
}

// Lying reads the letter that lies in the archive under the name of a key, whatever
// the ledger knows of it: of a restored ledger it is the best witness there is.
func Lying(archive string, k state.Key) (state.Delivery, bool) {
	out := state.Delivery{Key: k}
	path := filepath.Join(archive, k.Report, k.Period, letterFile(k))
	body, err := os.ReadFile(path)
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
