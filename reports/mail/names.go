package mail

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// MessageID returns report.period.recipient.revision at the sender's domain. It is
// the same for every attempt at one delivery and differs for every other. The
// recipient, and the scope where there is one, stand in it as a hash: ids are
// shown to relays that need not know who reads what.
func MessageID(report, period, scope, recipient string, revision int, sender string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d:%s%s", len(scope), scope, recipient))
	domain := sender[strings.LastIndexByte(sender, '@')+1:]
	return fmt.Sprintf("%s.%s.%s.r%d@%s", atom(report), atom(period), hex.EncodeToString(sum[:8]), revision, strings.ToLower(domain))
}

// atom keeps letters, digits and hyphens: no dot, because dots separate the parts.
func atom(s string) string { return kept(s, "-") }

// FileName returns the name an Outbox gives a letter:
// period_report_recipient_r1.eml, with the scope after the report where there is
// one. What file systems do not take is replaced, and a name changed by that
// carries a hash, so that two recipients never share one.
func FileName(period, report, scope, recipient string, revision int) string {
	parts := []string{safe(period), safe(report), safe(scope), safe(recipient), fmt.Sprintf("r%d", revision)}
	if scope == "" {
		parts = append(parts[:2], parts[3:]...)
	}
	return strings.Join(parts, "_") + ".eml"
}

func safe(s string) string {
	const most = 48
	clean := kept(s, "-.@+")
	if len(clean) > most {
		clean = clean[:most]
	}
	clean = strings.Trim(clean, ".")
	if clean == s && s != "" {
		return s
	}
	sum := sha256.Sum256([]byte(s))
	return clean + "-" + hex.EncodeToString(sum[:4])
}

// kept replaces everything but ASCII letters, digits and the others allowed.
func kept(s, others string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune(others, r) {
			return r
		}
		return '-'
	}, s)
}
