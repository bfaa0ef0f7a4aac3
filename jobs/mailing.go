package jobs

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"clientele/extract"
	"clientele/transform/state"
)

// Mailing is what letters are held to before and after they go. The zero value holds
// them to nothing.
type Mailing struct {
	Domains       []string      // the only ones letters may go to, in small letters; any when empty
	SuppressAfter int           // refusals in a row because of an address, until no letter is written for it; 0 is never
	GiveUpAfter   time.Duration // since a letter was first put off, until it counts as refused; 0 is never
	Most          int64         // bytes of the largest letter; 0 is what the mail server takes
	Full          bool          // a workbook that cuts lists comes with one of all their rows
	Link          string        // under which the archive folder is published; empty where it is not
}

// Allows reports whether letters may go to the domain of an address.
func (m Mailing) Allows(address string) bool {
	domain := address[strings.LastIndexByte(address, '@')+1:]
	return len(m.Domains) == 0 || slices.ContainsFunc(m.Domains, func(d string) bool { return strings.EqualFold(d, domain) })
}

// barred is what keeps letters from addresses, whatever they are about.
type barred struct {
	mailing    Mailing
	suppressed []state.Suppressed
	readmitted map[string]extract.Instant
}

// barred reads what is known of addresses by now.
func (d *Director) barred(ctx context.Context) (b barred, err error) {
	b.mailing = d.Mailing
	if b.suppressed, err = d.State.Suppressed(ctx, d.Mailing.SuppressAfter); err != nil {
		return b, err
	}
	b.readmitted, err = d.State.Readmitted(ctx)
	return b, err
}

// on says why no letter goes to an address, if none does.
func (b barred) on(address string) (why string, is bool) {
	if address == "" {
		return "", false
	}
	if !b.mailing.Allows(address) {
		return fmt.Sprintf("%s is not at a domain of mail.allow_domains", address), true
	}
	x, is := state.Suppression(b.suppressed, address)
	if is {
		why = fmt.Sprintf("%s (`clientele outbox release --address %s` once it is mended)", x, x.Address)
	}
	return why, is
}

// since is when a person last said that an address is good, zero for never.
func (b barred) since(address string) extract.Instant { return b.readmitted[state.AddressKey(address)] }
