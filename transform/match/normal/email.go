package normal

import (
	"net/mail"
	"slices"
	"strings"

	"github.com/gosimple/unidecode"
	"golang.org/x/net/publicsuffix"
	"golang.org/x/text/unicode/norm"
)

// Email is an address for comparing.
type Email struct {
	Key    string // local@domain, without tags and the dots that mean nothing
	Local  string
	Domain string // the registrable domain
	Guess  string // the key with the domain that was probably meant; else empty
	Public bool   // at a provider where anybody may hold several mailboxes
	Role   bool   // a mailbox of a task, not of a person
}

// ParseEmail returns an address for comparing; its key is empty where the text is
// no address.
func ParseEmail(raw string) Email {
	local, domain, ok := SplitEmail(raw)
	if !ok {
		return Email{}
	}
	e := Email{Domain: domain}
	if to, known := sameProvider[domain]; known {
		domain = to
	}
	e.Local = cleanLocal(local, domain)
	if e.Local == "" {
		return Email{}
	}
	e.Key = e.Local + "@" + domain
	e.Public = publicProviders[domain]
	e.Role = slices.Contains(roleMailboxes, strings.Trim(e.Local, "0123456789"))
	if meant := meantDomain(domain); meant != "" {
		e.Guess = cleanLocal(local, meant) + "@" + meant
	}
	if root, err := publicsuffix.EffectiveTLDPlusOne(domain); err == nil {
		e.Domain = root
	}
	return e
}

// SplitEmail takes an address out of what people type: "Name" <a@b>, mailto:a@b.
func SplitEmail(raw string) (local, domain string, ok bool) {
	s := strings.TrimSpace(raw)
	if !plain(s) {
		s = unidecode.Unidecode(norm.NFKC.String(s))
	}
	s = strings.ToLower(strings.TrimSpace(s))
	s = strings.TrimPrefix(s, "mailto:")
	if strings.ContainsAny(s, "<\"(") {
		if a, err := mail.ParseAddress(s); err == nil {
			s = a.Address
		} else if from := strings.LastIndexByte(s, '<'); from >= 0 {
			s, _, _ = strings.Cut(s[from+1:], ">")
		}
	}
	s = strings.TrimRight(strings.TrimSpace(s), ".,;>")
	at := strings.LastIndexByte(s, '@')
	if at <= 0 || at == len(s)-1 || strings.ContainsAny(s, " \t\r\n") || !strings.Contains(s[at:], ".") {
		return "", "", false
	}
	return s[:at], s[at+1:], true
}

// cleanLocal drops what the provider itself ignores: +tags, and dots at Google.
func cleanLocal(local, domain string) string {
	if base, _, tagged := strings.Cut(local, "+"); tagged && base != "" {
		local = base
	}
	if domain == "gmail.com" {
		local = strings.ReplaceAll(local, ".", "")
	}
	return local
}

// meantDomain returns the well-known provider that a domain is one typing mistake
// away from, or nothing.
func meantDomain(domain string) string {
	if publicProviders[domain] {
		return ""
	}
	for _, p := range typoTargets {
		if slip(domain, p) {
			return p
		}
	}
	return ""
}

// sameProvider lists domains that are one provider's second name.
var sameProvider = map[string]string{"googlemail.com": "gmail.com"}

// publicProviders lists domains where anybody may hold several mailboxes.
var publicProviders = map[string]bool{
	"gmail.com": true, "yahoo.com": true, "hotmail.com": true, "outlook.com": true, "live.com": true, "aol.com": true,
	"icloud.com": true, "me.com": true, "mac.com": true, "msn.com": true, "comcast.net": true, "verizon.net": true,
	"gmx.de": true, "gmx.net": true, "gmx.at": true, "web.de": true, "t-online.de": true, "freenet.de": true,
	"yahoo.co.uk": true, "yahoo.de": true, "yahoo.fr": true, "hotmail.co.uk": true, "hotmail.fr": true, "btinternet.com": true,
	"orange.fr": true, "free.fr": true, "laposte.net": true, "libero.it": true, "mail.ru": true, "yandex.ru": true,
	"proton.me": true, "protonmail.com": true, "qq.com": true, "163.com": true, "bigpond.com": true, "att.net": true,
	"posteo.de": true, "mailbox.org": true, "arcor.de": true, "gmx.com": true, "gmx.ch": true, "bluewin.ch": true, "aon.at": true, "chello.at": true,
	"hotmail.de": true, "live.de": true, "outlook.de": true, "live.co.uk": true, "sky.com": true, "talktalk.net": true, "virginmedia.com": true,
	"ntlworld.com": true, "wanadoo.fr": true, "sfr.fr": true, "virgilio.it": true, "tiscali.it": true, "seznam.cz": true, "wp.pl": true, "o2.pl": true,
	"onet.pl": true, "interia.pl": true, "ymail.com": true, "rocketmail.com": true, "cox.net": true, "sbcglobal.net": true, "charter.net": true,
	"earthlink.net": true, "shaw.ca": true, "rogers.com": true, "sympatico.ca": true, "optusnet.com.au": true, "xtra.co.nz": true, "fastmail.com": true,
	"zoho.com": true, "pm.me": true, "hey.com": true, "rediffmail.com": true, "126.com": true, "naver.com": true, "hushmail.com": true, "tutanota.com": true,
	"example.com": true, "example.org": true, "example.net": true,
}

// typoTargets lists the providers whose misspellings are worth guessing.
var typoTargets = []string{
	"gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "aol.com", "live.com", "comcast.net",
	"gmx.de", "gmx.net", "web.de", "t-online.de", "yahoo.co.uk", "hotmail.co.uk", "btinternet.com",
}

// roleMailboxes lists local parts that several people read.
var roleMailboxes = []string{
	"info", "office", "sales", "accounts", "account", "accounting", "contact", "admin", "administration", "support",
	"service", "help", "hello", "mail", "email", "post", "team", "billing", "invoice", "invoices", "rechnung",
	"buchhaltung", "einkauf", "verkauf", "vertrieb", "kontakt", "purchasing", "procurement", "orders", "order", "enquiries",
	"enquiry", "inquiries", "reception", "hr", "jobs", "marketing", "webmaster", "postmaster", "noreply", "no-reply",
	"finance", "ap", "ar", "payables", "customerservice", "customer.service", "shop", "compras", "ventas", "compta",
}

// WrittenEmail takes the address out of a display name and leaves it as written.
func WrittenEmail(raw string) string {
	if from := strings.LastIndexByte(raw, '<'); from >= 0 {
		raw, _, _ = strings.Cut(raw[from+1:], ">")
	}
	if len(raw) > 7 && strings.EqualFold(raw[:7], "mailto:") {
		raw = raw[7:]
	}
	return strings.TrimSpace(raw)
}
