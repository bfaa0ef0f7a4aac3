package config

import (
	"net/mail"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Address is a mailbox: "ann@example.com" or "Ann Lee <ann@example.com>".
type Address struct {
	// Name is the person or team, may be empty.
	Name string
	// Email is the bare address.
	Email string
}

// IsZero tells whether no address was given.
func (a Address) IsZero() bool { return a == Address{} }

// String is the address as it stands in the head of a letter.
func (a Address) String() string {
	if a.IsZero() {
		return ""
	}
	return (&mail.Address{Name: a.Name, Address: a.Email}).String()
}

// Domain is what follows the @, in small letters.
func (a Address) Domain() string {
	return strings.ToLower(a.Email[strings.LastIndexByte(a.Email, '@')+1:])
}

func (a *Address) decodeNode(d *decoder, n *yaml.Node, path string) {
	text, ok := d.line(n, path)
	if !ok {
		return
	}
	parsed, err := mail.ParseAddress(text)
	if err != nil || strings.ContainsAny(parsed.Address, " \t\"<>(),;:\\") {
		d.problem(n, path, "bad mail address "+quote(text), "such as ann@example.com or Ann Lee <ann@example.com>")
		return
	}
	*a = Address{Name: parsed.Name, Email: parsed.Address}
}
