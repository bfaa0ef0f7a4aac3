package state

import (
	"context"
	"errors"
	"fmt"

	"clientele/extract"
)

// A ModelWord is a person's word on which model the next run is to use. It stands
// until a run that heeded it is seen.
type ModelWord struct {
	Name    string
	Version int64 // 0 is one that is learnt anew
	Who     string
	Why     string
	At      extract.Instant
}

// SayModel writes down a word. It is later than every one before, also where clocks
// differ: who speaks last is heard.
func (db *DB) SayModel(ctx context.Context, w ModelWord) error {
	err := db.write(ctx, func(s session) error {
		if w.Name == "" || w.Who == "" || w.At == 0 {
			return errors.New("a word on a model needs its name, who says so and when")
		}
		var last moment
		if _, err := s.get(ctx, &last, "model-word-last", w.Name); err != nil {
			return err
		}
		word := w
		word.At, word.Who, word.Why = max(w.At, last.At+1), readable(w.Who), readable(w.Why)
		return s.put(ctx, "model-word-set", word)
	})
	if err != nil {
		return fmt.Errorf("write down the word on model %s: %w", w.Name, err)
	}
	return nil
}

// ModelWords returns every word ever given on a model, the earliest first.
func (db *DB) ModelWords(ctx context.Context, name string) ([]ModelWord, error) {
	var all []ModelWord
	if err := db.read().list(ctx, &all, "model-word-list", name); err != nil {
		return nil, fmt.Errorf("read the words on model %s: %w", name, err)
	}
	return all, nil
}
