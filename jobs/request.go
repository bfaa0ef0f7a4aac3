package jobs

import (
	"encoding/json"
	"fmt"
)

// A request is what a run was asked for, kept with the run so that it can be asked
// for again.
type request struct {
	Refresh *RefreshOptions `json:",omitempty"`
	Publish *PublishOptions `json:",omitempty"`
}

func (r request) text() (string, error) {
	text, err := json.Marshal(r)
	if err != nil {
		return "", fmt.Errorf("write down what was asked for: %w", err)
	}
	return string(text), nil
}

func requestOf(text string) (r request, err error) {
	if text == "" {
		return r, nil
	}
	if err := json.Unmarshal([]byte(text), &r); err != nil {
		return r, fmt.Errorf("read what was asked for: %w", err)
	}
	return r, nil
}
