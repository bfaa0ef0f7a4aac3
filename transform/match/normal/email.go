package normal

import (
	"strings"

	"golang.org/x/net/publicsuffix"
)

// Email is an address for comparing.
type Email struct {
	Key    string // local@domain, without tags and the dots that mean nothing; empty where the text is no address
	Local  string // what stands before the @ in Key
	Domain string // the registrable domain: example.com of mail.example.com
	Guess  string // the key of the address that was probably meant, where the domain is mistyped; else empty
	Public bool   // at a provider where anybody may hold several mailboxes
	Role   bool   // a mailbox of a task, not of a person
}

// ParseEmail returns an address for comparing. One whose domain has lost its dot or
// its name is one still: it can be a slip away from the right one. The domain is in ASCII (punycode), a
// provider's second names and the tags and dots that it ignores are taken away.
func ParseEmail(raw string) Email {
	local, domain, ok := SplitEmail(raw)
	if !ok {
		return Email{}
	}
	e := Email{Domain: domain}
	if to := sameProvider[domain]; to != "" {
		domain = to
	}
	e.Local = cleanLocal(local, domain)
	e.Key = e.Local + "@" + domain
	e.Public = isPublic(domain)
	e.Role = isRole(e.Local)
	if meant := meantDomain(domain); meant != "" {
		e.Guess = cleanLocal(local, meant) + "@" + meant
	}
	if e.Public {
		e.Domain = domain
	} else if root, err := publicsuffix.EffectiveTLDPlusOne(domain); err == nil {
		e.Domain = root
	}
	return e
}

// cleanLocal drops what the provider itself ignores: +tags, and dots at Google.
func cleanLocal(local, domain string) string {
	if base, _, tagged := strings.Cut(local, "+"); tagged && strings.Trim(base, ".") != "" {
		local = strings.TrimRight(base, ".")
	}
	if domain == "gmail.com" && strings.Contains(local, ".") {
		if bare := strings.ReplaceAll(local, ".", ""); bare != "" {
			local = bare
		}
	}
	return local
}

// isRole reports whether several people read a mailbox: info, info2, sales-berlin.
func isRole(local string) bool {
	if base := strings.Trim(local, "0123456789"); roleMailboxes[base] || strictRoles[base] {
		return true
	}
	end := strings.IndexAny(local, "._-")
	if end > 0 && strictRoles[local[:end]] {
		return true
	}
	return end > 0 && roleMailboxes[unparted.Replace(local)]
}

// unparted takes out the signs that part the words of a mailbox.
var unparted = strings.NewReplacer(".", "", "_", "", "-", "")
