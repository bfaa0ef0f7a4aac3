// Package state keeps what must never be lost and cannot be worked out again:
// which runs there were, which customer id belongs to whom, what people decided,
// who was sent what, and which files were accepted.
//
// It is small and transactional. Everything here needs a backup; the warehouse
// does not. Losing the warehouse changes no id and mails nobody twice, because
// both are remembered here.
//
// The package asks no clock but for its leases, which go by the store's own: every
// other moment is handed in. It renders nothing, sends
// nothing and matches nothing; package jobs asks it before each deed and tells it
// after. Writes name the run they belong to, and a run whose lease was taken over
// by another process can write no more.
package state
