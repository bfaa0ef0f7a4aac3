package state

import (
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"clientele/extract"
)

// packed writes records into one text: a list of source and id, in JSON.
func packed(refs []extract.Ref) (string, error) {
	if len(refs) == 0 {
		return "", nil
	}
	pairs := make([][2]string, len(refs))
	for i, r := range refs {
		if !utf8.ValidString(r.Source) || !utf8.ValidString(r.ID) {
			return "", fmt.Errorf("record %q of %q: its key is no UTF-8", r.ID, r.Source)
		}
		pairs[i] = [2]string{r.Source, r.ID}
	}
	text, err := json.Marshal(pairs)
	return string(text), err
}

// unpacked reads what packed wrote.
func unpacked(text string) ([]extract.Ref, error) {
	if text == "" {
		return nil, nil
	}
	var pairs [][2]string
	if err := json.Unmarshal([]byte(text), &pairs); err != nil {
		return nil, fmt.Errorf("the records of an event: %w", err)
	}
	refs := make([]extract.Ref, len(pairs))
	for i, p := range pairs {
		refs[i] = extract.Ref{Source: p[0], ID: p[1]}
	}
	return refs, nil
}
