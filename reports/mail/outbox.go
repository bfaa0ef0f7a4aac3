package mail

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// An Outbox is a Carrier that puts messages into a folder, one .eml file each,
// readable by their owner only. A file is there whole or not at all.
type Outbox struct{ dir string }

// NewOutbox makes the folder where there is none.
func NewOutbox(dir string) (*Outbox, error) {
	o := &Outbox{dir: dir}
	return o, o.Ready(context.Background())
}

// Ready makes the folder where it is gone.
func (o *Outbox) Ready(context.Context) error {
	if err := os.MkdirAll(o.dir, 0o700); err != nil {
		return fmt.Errorf("open outbox: %w", err)
	}
	return nil
}

// Sweep removes what was half-written when its process was killed. Call it while
// nobody else carries letters into the folder.
func (o *Outbox) Sweep() error {
	left, _ := fs.Glob(os.DirFS(o.dir), ".*"+letterEnding+partial) // the pattern is well formed, whatever the folder is called
	var err error
	for _, name := range left {
		err = errors.Join(err, gone(os.Remove(filepath.Join(o.dir, name))))
	}
	return err
}

// Close has nothing to let go of.
func (o *Outbox) Close() error { return nil }

// Carry writes the message under its name. The same message again is fine; another
// one of the same name is refused, never overwritten.
func (o *Outbox) Carry(ctx context.Context, m Message, commit func() error) (Receipt, error) {
	path, err := o.path(m)
	if err == nil {
		err = o.put(ctx, path, m.Bytes, commit)
	}
	if err != nil {
		return Receipt{}, fmt.Errorf("put the letter to %s into the outbox: %w", m.To, err)
	}
	return Receipt{Answer: path}, nil
}

func (o *Outbox) path(m Message) (string, error) {
	name := fileOf(m)
	if !plain(name) {
		return "", &Refusal{Answer: fmt.Sprintf("file name %q: want a plain name that ends in %s", name, letterEnding)}
	}
	return filepath.Join(o.dir, name), nil
}

// fileOf is the name of a message's file.
func fileOf(m Message) string {
	if m.Name != "" {
		return m.Name
	}
	local, _, _ := strings.Cut(m.MessageID, "@")
	return local + letterEnding
}

// plain tells whether a name is that of a visible letter and no path.
func plain(name string) bool {
	return filepath.Base(name) == name && !strings.ContainsAny(name, `/\`) && !strings.HasPrefix(name, ".") && strings.HasSuffix(name, letterEnding)
}

func (o *Outbox) put(ctx context.Context, path string, body []byte, commit func() error) error {
	there, err := os.ReadFile(path)
	switch {
	case err == nil && !bytes.Equal(there, body):
		return &Refusal{Answer: path + " is there with other contents; move it away if it may go"}
	case err != nil && !errors.Is(err, os.ErrNotExist):
		return err
	}
	part := filepath.Join(o.dir, "."+filepath.Base(path)+partial) // the same every time, so a killed run leaves at most one
	if err := write(part, body); err != nil {
		return errors.Join(err, os.Remove(part))
	}
	if err := errors.Join(ctx.Err(), commit()); err != nil {
		return errors.Join(err, os.Remove(part))
	}
	if err := os.Rename(part, path); err != nil {
		return &Refusal{Answer: err.Error(), Temporary: true}
	}
	if err := flushFolder(o.dir); err != nil {
		return fmt.Errorf("%s: %w: %w", path, ErrUnknown, err)
	}
	return nil
}

// write returns only when the bytes are on the disk.
func write(path string, body []byte) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(body)
	return errors.Join(err, f.Sync(), f.Close())
}

// flushFolder makes a rename last through a power cut. Windows does so by itself
// and opens no folders.
func flushFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
