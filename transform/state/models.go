package state

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"clientele/transform"
)

// A Model is something learnt, kept as it was at each version.
type Model struct {
	Name    string
	Version int64
	Run     transform.Run // that learnt it
	SHA256  string
	Body    []byte
}

// PutModel keeps a new version of a model and returns its number. The same body as
// the latest is the latest.
func (db *DB) PutModel(ctx context.Context, run transform.Run, name string, body []byte) (version int64, err error) {
	sum := sha256.Sum256(body)
	digest := hex.EncodeToString(sum[:])
	err = db.writeFor(ctx, run, func(s session) error {
		var latest Model
		if _, err := s.get(ctx, &latest, "model-latest", name); err != nil {
			return err
		}
		version = latest.Version
		if latest.SHA256 == digest {
			return nil
		}
		version++
		_, err := s.exec(ctx, "model-insert", name, version, run, digest, append([]byte{}, body...))
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("keep model %s: %w", name, err)
	}
	return version, nil
}

// Model returns a version of a model, the latest for version zero, and whether
// there is one.
func (db *DB) Model(ctx context.Context, name string, version int64) (m Model, found bool, err error) {
	if version == 0 {
		found, err = db.read().get(ctx, &m, "model-latest", name)
	} else {
		found, err = db.read().get(ctx, &m, "model-get", name, version)
	}
	if err != nil {
		return Model{}, false, fmt.Errorf("read model %s: %w", name, err)
	}
	return m, found, nil
}

// SetMeta remembers a value under a name.
func (db *DB) SetMeta(ctx context.Context, name, value string) error {
	err := db.write(ctx, func(s session) error {
		_, err := s.exec(ctx, "meta-set", name, value)
		return err
	})
	if err != nil {
		return fmt.Errorf("remember %s: %w", name, err)
	}
	return nil
}

// Meta returns the value remembered under a name, and whether there is one.
func (db *DB) Meta(ctx context.Context, name string) (value string, found bool, err error) {
	if found, err = db.read().get(ctx, &value, "meta-get", name); err != nil {
		return "", false, fmt.Errorf("recall %s: %w", name, err)
	}
	return value, found, nil
}
