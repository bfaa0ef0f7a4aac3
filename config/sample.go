package config

import _ "embed"

//go:embed sample.yaml
var sample []byte

//go:embed schema.json
var schema []byte

// Sample is a commented configuration to start from: one shop on MySQL or MariaDB. Every entry there is stands in it,
// the optional ones with their default or behind a comment sign.
func Sample() []byte { return append([]byte(nil), sample...) }

// Schema is the JSON Schema of the file, for editors that complete and check while one types. It knows the shape; what
// needs more than the shape (a day that never comes, lines without orders) is found by Parse.
func Schema() []byte { return append([]byte(nil), schema...) }
