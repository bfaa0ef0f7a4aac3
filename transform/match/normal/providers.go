package normal

import (
	"strings"

	"golang.org/x/net/publicsuffix"

	"clientele/transform/match/similar"
)

// meantDomain returns the domain that was probably meant by a mistyped one: a
// well-known provider a slip away, or any domain with an ending there is none of.
func meantDomain(domain string) string {
	if isPublic(domain) {
		return ""
	}
	name, end, _ := strings.Cut(domain, ".")
	for _, p := range typoTargets {
		if p.meant(name, end) {
			return p.host + "." + p.end
		}
	}
	at := strings.LastIndexByte(domain, '.')
	if at < 0 {
		return withDot(domain)
	}
	if _, real := publicsuffix.PublicSuffix(domain); real {
		return ""
	}
	if mended := mendedEnd(domain[at+1:]); mended != "" {
		return domain[:at+1] + mended
	}
	return ""
}

// withDot returns the provider whose domain this is but for the dot.
func withDot(domain string) string {
	for _, p := range typoTargets {
		if meant := p.host + "." + p.end; domain == strings.ReplaceAll(meant, ".", "") {
			return meant
		}
	}
	return ""
}

// meant reports whether a domain is the provider's, mistyped: in its ending, by a
// slip in a long name, or by two letters swapped in a short one.
func (p provider) meant(name, end string) bool {
	if d := len(name) - len(p.host); d < -1 || d > 1 {
		return false
	}
	sameEnd := end == p.end || mendedEnd(end) == p.end || similar.OneSlip(end, p.end) && len(end) > 1
	if len(p.host) < 5 {
		return name == p.host && sameEnd || end == p.end && len(name) >= len(p.host) && swappedOrDouble(name, p.host)
	}
	return sameEnd && (name == p.host || similar.OneSlip(name, p.host) && name != "mail" && name != "email")
}

// swappedOrDouble reports whether two letters of a short name are swapped or one is
// typed twice; any other slip makes another short name of it.
func swappedOrDouble(typed, meant string) bool {
	if !similar.OneSlip(typed, meant) {
		return false
	}
	if len(typed) == len(meant) {
		apart := 0
		for i := range len(typed) {
			if typed[i] != meant[i] {
				apart++
			}
		}
		return apart == 2
	}
	for i := 1; i < len(typed); i++ {
		if typed[i] == typed[i-1] && typed[:i]+typed[i+1:] == meant {
			return true
		}
	}
	return false
}

func mendedEnd(end string) string { return ends[end] }

// ends lists mistyped endings of domains.
var ends = map[string]string{
	"con": "com", "cmo": "com", "ocm": "com", "vom": "com", "xom": "com", "comm": "com", "coom": "com", "cim": "com", "cpm": "com", "copm": "com", "c0m": "com", "coml": "com", "clm": "com", "dom": "com", "cok": "com", "om": "com", "co": "com", "cm": "com",
	"nte": "net", "ner": "net", "nett": "net", "bet": "net", "ent": "net", "ogr": "org", "orgg": "org", "prg": "org", "dee": "de", "ed": "de", "couk": "co.uk", "co.ik": "co.uk", "co.ukk": "co.uk",
}

// sameProvider lists domains that are one provider's second name for one mailbox.
var sameProvider = map[string]string{
	"googlemail.com": "gmail.com", "me.com": "icloud.com", "mac.com": "icloud.com", "pm.me": "proton.me", "protonmail.com": "proton.me", "protonmail.ch": "proton.me",
	"yandex.com": "yandex.ru", "ya.ru": "yandex.ru",
}

// isPublic reports whether anybody may hold several mailboxes at a domain.
func isPublic(domain string) bool {
	if publicProviders[domain] {
		return true
	}
	name, end, _ := strings.Cut(domain, ".")
	return worldwide[name] && (len(end) == 2 || len(end) == 5 && end[2] == '.' || len(end) == 6 && end[3] == '.') && ends[end] == ""
}

// worldwide are providers that have a domain in many countries: yahoo.fr,
// hotmail.co.uk, live.com.au.
var worldwide = set("yahoo hotmail live outlook msn gmx yandex")

var publicProviders = set(`
gmail.com yahoo.com hotmail.com outlook.com live.com aol.com icloud.com msn.com comcast.net verizon.net mail.com email.com ymail.com rocketmail.com
cox.net sbcglobal.net charter.net earthlink.net att.net bellsouth.net optonline.net juno.com frontier.com windstream.net roadrunner.com inbox.com
gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de posteo.de mailbox.org arcor.de online.de vodafone.de kabelmail.de email.de mail.de ewe.net unitybox.de
bluewin.ch sunrise.ch hispeed.ch aon.at chello.at a1.net inode.at
btinternet.com sky.com talktalk.net virginmedia.com ntlworld.com blueyonder.co.uk tiscali.co.uk eircom.net
orange.fr free.fr laposte.net wanadoo.fr sfr.fr neuf.fr bbox.fr numericable.fr libero.it virgilio.it tiscali.it alice.it tin.it fastwebnet.it
telefonica.net terra.es sapo.pt ziggo.nl kpnmail.nl planet.nl hetnet.nl home.nl xs4all.nl upcmail.nl telenet.be skynet.be proximus.be
seznam.cz centrum.cz wp.pl o2.pl onet.pl interia.pl gazeta.pl freemail.hu citromail.hu abv.bg telia.com bredband.net tele2.se online.no mail.dk
mail.ru yandex.ru bk.ru list.ru inbox.ru rambler.ru ukr.net i.ua
proton.me fastmail.com zoho.com hey.com hushmail.com tutanota.com tutanota.de tuta.io duck.com rediffmail.com
qq.com 163.com 126.com sina.com sohu.com naver.com daum.net hanmail.net nate.com
bigpond.com bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz shaw.ca rogers.com sympatico.ca telus.net videotron.ca uol.com.br bol.com.br terra.com.br
example.com example.org example.net
`)

// A provider is one whose misspellings are worth guessing.
type provider struct{ host, end string }

var typoTargets = readProviders(`
gmail.com yahoo.com hotmail.com outlook.com icloud.com aol.com live.com msn.com comcast.net verizon.net googlemail.com
gmx.de gmx.net web.de t-online.de freenet.de yahoo.co.uk hotmail.co.uk btinternet.com orange.fr wanadoo.fr laposte.net hotmail.fr libero.it bigpond.com
`)

func readProviders(domains string) (out []provider) {
	for d := range strings.FieldsSeq(domains) {
		host, end, _ := strings.Cut(d, ".")
		out = append(out, provider{host, end})
	}
	return out
}

// strictRoles are local parts of tasks, alone or before a dot: sales.berlin.
var strictRoles = set(`
info office sales accounts accounting admin administration support service services helpdesk billing invoice invoices invoicing rechnung rechnungen buchhaltung einkauf verkauf
vertrieb kontakt purchasing procurement orders bestellung bestellungen enquiries enquiry inquiries inquiry reception hr jobs careers bewerbung marketing webmaster postmaster hostmaster
noreply finance payables receivables customerservice kundenservice zentrale sekretariat verwaltung compras ventas compta comptabilite facturation factuur amministrazione administratie
`)

// roleMailboxes are local parts that several people read, but that may also begin a
// person's: mail.anna.
var roleMailboxes = set(`
account contact contacts contactus help hello hallo mail email post team order shop store ap ar no-reply customer.service customercare customersupport accountspayable accountsreceivable
accountpayable salesteam frontdesk generalmanager mailbox desk booking bookings reservations reservation empfang praxis kanzlei kanzelei direction secretariat segreteria bonjour hola
press presse media news newsletter security abuse privacy datenschutz legal it edv dispatch logistics warehouse lager versand export import werkstatt
`)
