// Package config reads the one configuration file of a company: strict YAML in which an unknown key, a wrong type, a
// duplicate, a missing entry or a value that cannot work is a problem with its file, line and column, and in which all
// problems are told at once.
//
// It holds the structs of the file, their defaults, the values that know how to read themselves (amounts, percents,
// dates, secrets, SQL text) and the checks between entries. It leaves to others what the values mean: cmd turns a
// Config into the Options of each package, extract/source connects to what Source describes, jobs keeps the schedules.
// It opens no database and asks no network; a secret is revealed only when its Reveal is called.
package config
