package config

import (
	"fmt"
	"log/slog"

	"go.yaml.in/yaml/v4"
)

// Secret is a text that may be used and never shown: a password, a connection. In the file it is the text itself or
// says where the text is found: {env: NAME}, {file: path} or {command: [program, argument, ...]}.
type Secret struct {
	literal string
	env     string
	file    string
	command []string
	dir     string // of the configuration file
}

// secretMask is all that is ever shown.
const secretMask = "[secret]"

// Literal is a secret whose text is already known, for callers that build a Config by hand.
func Literal(text string) Secret { return Secret{literal: text} }

// IsZero tells whether no secret was given.
func (s Secret) IsZero() bool {
	return s.literal == "" && s.env == "" && s.file == "" && len(s.command) == 0
}

// String hides the secret.
func (s Secret) String() string { return secretMask }

// GoString hides the secret from %#v.
func (s Secret) GoString() string { return secretMask }

// Format hides the secret from every verb.
func (s Secret) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(secretMask)) }

// MarshalText hides the secret from encoders of text.
func (s Secret) MarshalText() ([]byte, error) { return []byte(secretMask), nil }

// MarshalJSON hides the secret from JSON.
func (s Secret) MarshalJSON() ([]byte, error) { return []byte(`"` + secretMask + `"`), nil }

// MarshalYAML hides the secret from YAML.
func (s Secret) MarshalYAML() (any, error) { return secretMask, nil }

// LogValue hides the secret from logs.
func (s Secret) LogValue() slog.Value { return slog.StringValue(secretMask) }

// decodeNode reads a secret. Its problems repeat nothing of what stands there, not even a key: it may be the secret.
func (s *Secret) decodeNode(d *decoder, n *yaml.Node, path string) {
	const hint = "a text, or one of {env: NAME}, {file: path}, {command: [program, argument]}"
	s.dir = d.dir
	if n.Kind != yaml.MappingNode {
		if text, ok := d.text(n, path); ok {
			s.literal = text
		}
		return
	}
	if len(n.Content) != 2 {
		d.problem(n, path, "a secret comes from exactly one place", hint)
		return
	}
	key, value := n.Content[0], target(n.Content[1])
	switch key.Value {
	case "env":
		s.env = d.need(value, path+".env")
	case "file":
		s.file = d.need(value, path+".file")
	case "command":
		s.arguments(d, value, path+".command")
	default:
		d.problem(key, path, "unknown key in a secret", hint)
	}
}

// arguments reads the command as a list, because splitting a text at blanks would guess.
func (s *Secret) arguments(d *decoder, n *yaml.Node, path string) {
	if n.Kind != yaml.SequenceNode || len(n.Content) == 0 {
		d.problem(n, path, "a command is a list of the program and its arguments", "such as [pass, show, shop]")
		return
	}
	for _, argument := range n.Content {
		if text, ok := d.text(target(argument), path); ok {
			s.command = append(s.command, text)
		}
	}
}

// need is a text on one line that must not be empty.
func (d *decoder) need(n *yaml.Node, path string) string {
	text, ok := d.line(n, path)
	if ok && text == "" {
		d.problem(n, path, "is empty, but it is needed", "")
	}
	return text
}
