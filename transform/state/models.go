package state

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"clientele/transform"
)

// ErrModelDamaged means that a model is not what was kept: it cannot be used.
var ErrModelDamaged = errors.New("the model is not what was kept")

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
	err = db.writeFor(ctx, run, func(s session) error {
		version, err = s.putModel(ctx, run, name, body)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("keep model %s: %w", name, err)
	}
	return version, nil
}

func (s session) putModel(ctx context.Context, run transform.Run, name string, body []byte) (int64, error) {
	digest := digestOf(body)
	var latest Model
	if _, err := s.get(ctx, &latest, "model-latest", name); err != nil {
		return 0, err
	}
	if latest.Version > 0 && latest.SHA256 == digest {
		err := s.wholeModel(ctx, &latest)
		if !errors.Is(err, ErrModelDamaged) { // a damaged one is no copy of this
			return latest.Version, err
		}
	}
	version := latest.Version + 1
	first, rest := parted(body)
	if _, err := s.exec(ctx, "model-insert", name, version, run, digest, append([]byte{}, first...)); err != nil {
		return 0, err
	}
	for part := 1; len(rest) > 0; part++ {
		first, rest = parted(rest)
		if _, err := s.exec(ctx, "model-part-insert", name, version, part, first); err != nil {
			return 0, err
		}
	}
	return version, nil
}

func digestOf(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

// partSize is how much of a model one row holds: servers refuse long rows.
const partSize = 1 << 20

func parted(body []byte) (first, rest []byte) {
	n := min(len(body), partSize)
	return body[:n], body[n:]
}

// Model returns a version of a model, the latest for version zero, and whether
// there is one. One that is not what was kept is ErrModelDamaged.
func (db *DB) Model(ctx context.Context, name string, version int64) (m Model, found bool, err error) {
	err = db.look(ctx, func(s session) error {
		m = Model{}
		if version == 0 {
			found, err = s.get(ctx, &m, "model-latest", name)
		} else {
			found, err = s.get(ctx, &m, "model-get", name, version)
		}
		if err != nil || !found {
			return err
		}
		return s.wholeModel(ctx, &m)
	})
	if err != nil {
		return Model{}, found, fmt.Errorf("read model %s: %w", name, err)
	}
	return m, found, nil
}

// wholeModel puts the parts of a model together and holds them to its digest.
func (s session) wholeModel(ctx context.Context, m *Model) error {
	var parts [][]byte
	if err := s.list(ctx, &parts, "model-parts", m.Name, m.Version); err != nil {
		return err
	}
	for _, p := range parts {
		m.Body = append(m.Body, p...)
	}
	if digestOf(m.Body) != m.SHA256 {
		return fmt.Errorf("version %d: %w", m.Version, ErrModelDamaged)
	}
	return nil
}
