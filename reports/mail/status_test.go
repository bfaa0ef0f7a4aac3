package mail

import "testing"

func TestWhatARefusalIsAbout(t *testing.T) {
	for _, it := range []struct {
		code                 int
		words                string
		toName               bool
		ofAddress, ofTheSize bool
	}{
		{550, "5.1.1 no such user", true, true, false},
		{550, "no such user", true, true, false},
		{551, "user not local", true, true, false},
		{553, "mailbox name not allowed", true, true, false},
		{550, "5.1.10 RESOLVER.ADR.RecipientNotFound", true, true, false},
		{550, "5.4.1 Recipient address rejected: Access denied", true, true, false},
		{550, "5.5.0 mailbox unavailable", true, true, false},
		{550, "5.2.1 disabled", true, true, false},
		{550, "5.2.1 disabled", false, true, false},
		{550, "5.1.1: said at the end", false, true, false},
		{550, "no reason given after the letter", false, false, false},
		{550, "5.7.1 relaying denied", true, false, false},
		{550, "5.1.8 bad sender's domain", true, false, false},
		{552, "5.2.2 mailbox full", true, false, false},
		{554, "5.7.1 content", false, false, false},
		{554, "no", true, false, false},
		{550, "5.3.0 system", true, false, false},
		{552, "5.3.4 too big", false, false, true},
		{552, "message exceeds fixed maximum message size", false, false, true},
		{552, "5.2.3 limit", false, false, true},
		{552, "5.2.2 mailbox full", false, false, false},
		{552, "5.7.0 blocked for its attachment", false, false, false},
		{523, "5.3.4 too big", false, false, true},
		{452, "4.3.4 no room now", false, false, false},
		{550, "5.1.1.1 is no status", true, true, false},
		{550, "2.5.5.0 nor this", false, false, false},
	} {
		status := statusIn(it.words)
		if got := ofRecipient(it.code, status, it.toName); got != it.ofAddress {
			t.Errorf("%d %s (to the name: %v): about the address %v", it.code, it.words, it.toName, got)
		}
		if got := oversize(it.code, status); got != it.ofTheSize {
			t.Errorf("%d %s: about the size %v", it.code, it.words, got)
		}
	}
}
