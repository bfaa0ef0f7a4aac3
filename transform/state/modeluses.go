package state

import (
	"context"
	"errors"
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// A ModelUse says since which run a version of a model is used. It counts only if
// the run came to be seen: whoever asks must know.
type ModelUse struct {
	Name     string
	Run      transform.Run
	Version  int64           // 0 is what is built into the program
	Heard    extract.Instant // of the latest word that was heeded; 0 if none ever was
	Why      string          // in words
	Observed string          // JSON: what was seen with it then, for comparing later runs
	AsOf     transform.Day   `db:"as_of"` // of the run; only from ModelUses
	Status   string          // of the run, empty where it is not known; only from ModelUses
}

// A ModelHead is a version of a model without its body.
type ModelHead struct {
	Name    string
	Version int64
	Run     transform.Run // that learnt it
	SHA256  string
	Size    int64          // bytes
	AsOf    *transform.Day `db:"as_of"` // when; nil where the run is not known
	Code    *string        // the program that learnt it
}

// UseModel writes down that a run uses a model from now on, and keeps the model first
// if it is a new one: with a body, the version is found here.
func (db *DB) UseModel(ctx context.Context, u ModelUse, body []byte) (version int64, err error) {
	err = db.writeFor(ctx, u.Run, func(s session) error {
		version = u.Version
		if len(body) > 0 {
			if version, err = s.putModel(ctx, u.Run, u.Name, body); err != nil {
				return err
			}
		}
		if u.Name == "" {
			return errors.New("a model needs a name")
		}
		use := u
		use.Version, use.Why, use.Observed = version, readable(u.Why), readable(u.Observed)
		return s.put(ctx, "model-use-set", use)
	})
	if err != nil {
		return 0, fmt.Errorf("use model %s: %w", u.Name, err)
	}
	return version, nil
}

// ModelUses returns since when which version was used, the earliest first, whether or
// not their runs came to be seen.
func (db *DB) ModelUses(ctx context.Context, name string) ([]ModelUse, error) {
	var all []ModelUse
	if err := db.read().list(ctx, &all, "model-use-list", name); err != nil {
		return nil, fmt.Errorf("read which version of model %s was used: %w", name, err)
	}
	return all, nil
}

// Models lists the versions of a model, the earliest first.
func (db *DB) Models(ctx context.Context, name string) ([]ModelHead, error) {
	var all []ModelHead
	if err := db.read().list(ctx, &all, "model-list", name); err != nil {
		return nil, fmt.Errorf("list the versions of model %s: %w", name, err)
	}
	return all, nil
}
