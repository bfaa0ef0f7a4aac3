package main

import "encoding/json"

// object writes one object for programs.
func (p *program) object(v any) error {
	out := json.NewEncoder(p.stdout)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false) // addresses and message ids stay readable
	return out.Encode(v)
}

// objects writes a list for programs, one object a line.
func objects[T any](p *program, list []T) error {
	out := json.NewEncoder(p.stdout)
	out.SetEscapeHTML(false)
	for _, v := range list {
		if err := out.Encode(v); err != nil {
			return err
		}
	}
	return nil
}
