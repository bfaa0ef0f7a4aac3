package state

import (
	"context"
	"strings"

	"clientele/extract"
)

// A refusal is one letter refused for good because of its address: by the server that
// was to take it, or by one behind it that sent it back.
type refusal struct {
	Address   string // as AddressKey writes it
	MessageID string `db:"message_id"`
	Attempt   int    // which handing over of that letter
	Bounced   bool
	Code      int
	Words     string
	Sent      extract.Instant // when the letter was handed over
	At        extract.Instant // when the refusal was learnt
}

// AddressKey writes an address so that what differs only in the capitals of its
// domain is one address. Before the @ capitals are the business of the domain.
func AddressKey(address string) string {
	at := strings.LastIndexByte(address, '@') + 1
	return address[:at] + strings.ToLower(address[at:])
}

// SameAddress reports whether two addresses are one person's. Before the @ capitals are
// the business of the domain, but no mailbox in use differs from another by them alone,
// and nobody is to get a report twice because a list was written anew.
func SameAddress(a, b string) bool { return strings.EqualFold(a, b) }

// holdAgainst writes down a refusal that counts against the address, in the transaction in
// which the delivery becomes Rejected.
func (s session) holdAgainst(ctx context.Context, d Delivery, counts bool, now extract.Instant) error {
	if !counts || d.State != Rejected {
		return nil
	}
	return s.put(ctx, "refusal-put", refusal{
		Address: AddressKey(d.Address), MessageID: d.MessageID, Attempt: d.Attempts, Code: d.Code, Words: d.Answer, Sent: now, At: now,
	})
}

// A moment is the last time something happened to an address.
type moment struct {
	Address string
	At      extract.Instant
}

// last folds moments into the last of each address, whatever the capitals of its
// domain.
func last(lists ...[]moment) map[string]extract.Instant {
	out := map[string]extract.Instant{}
	for _, list := range lists {
		for _, m := range list {
			key := AddressKey(m.Address)
			out[key] = max(out[key], m.At)
		}
	}
	return out
}
