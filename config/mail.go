package config

import (
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"
)

// The ways letters leave the house.
const (
	// CarrierOutbox writes each letter into a folder.
	CarrierOutbox = "outbox"
	// CarrierSMTP hands each letter to a mail server.
	CarrierSMTP = "smtp"
)

// Mail says how letters leave the house.
type Mail struct {
	// How: outbox writes each into a folder, smtp hands it to a mail server. When left out, smtp if mail.smtp is there.
	Carrier string `yaml:"carrier" jsonschema:"enum=outbox,enum=smtp"`
	// The folder letters are written to as .eml files.
	Outbox string `yaml:"outbox" jsonschema:"default=outbox"`
	// The mail server that takes the letters.
	SMTP *SMTP `yaml:"smtp"`
	// The folder in which letters wait until they are taken. Only the owner can read them.
	Spool string `yaml:"spool" jsonschema:"default=spool"`
	// Who the letters are from.
	From Address `yaml:"from"`
	// Who gets the answers; the sender when left out.
	ReplyTo Address `yaml:"reply_to"`
	// Who is told when a letter could not be delivered (the envelope's sender); the sender when left out.
	BouncesTo Address `yaml:"bounces_to"`
	// The domain's signature on each letter; none when left out: a relay often signs.
	DKIM *DKIM `yaml:"dkim"`
	// The only domains that letters may go to; any when left out.
	AllowDomains []Domain `yaml:"allow_domains"`
	// After how many refusals in a row because of the address no letter is written for it until a person says otherwise; 0 is never.
	SuppressAfter int `yaml:"suppress_after" jsonschema:"default=3,minimum=0,maximum=1000"`
	// For how many days a letter is tried that the server puts off; then it counts as refused for good. 0 is for ever.
	GiveUpAfter Days `yaml:"give_up_after" jsonschema:"default=5,maximum=366"`
	// The largest letter to send with its workbook; what the mail server takes when left out. A larger one goes without, and says where the workbook lies.
	MaxSize Size `yaml:"max_size"`
	// Whether a workbook that cuts long lists comes with a second one of all their rows: as a link where archive.link is set, else attached.
	AttachFull bool `yaml:"attach_full" jsonschema:"default=true"`
}

// Carries is the carrier in use.
func (m Mail) Carries() string {
	switch {
	case m.Carrier != "":
		return m.Carrier
	case m.SMTP != nil:
		return CarrierSMTP
	}
	return CarrierOutbox
}

// DKIM is the key that signs letters.
type DKIM struct {
	// The domain that signs; the sender's when left out.
	Domain string `yaml:"domain"`
	// Under which the public key stands in the DNS: SELECTOR._domainkey.DOMAIN.
	Selector string `yaml:"selector" jsonschema:"required"`
	// The private key in PEM: RSA of 2048 bits or more, or Ed25519.
	Key Secret `yaml:"key" jsonschema:"required"`
}

// SignedBy is the domain that signs letters.
func (m Mail) SignedBy() string {
	if m.DKIM.Domain != "" {
		return strings.ToLower(m.DKIM.Domain)
	}
	return m.From.Domain()
}

// Domain is the part of a mail address after the @, in small letters.
type Domain string

var domainName = regexp.MustCompile(`^[\pL\pN]([\pL\pN.-]*[\pL\pN])?$`)

func (x *Domain) decodeNode(d *decoder, n *yaml.Node, path string) {
	text, ok := d.line(n, path)
	if !ok {
		return
	}
	if !domainName.MatchString(text) || strings.Contains(text, "..") {
		d.problem(n, path, "bad domain "+quote(text), "such as example.com, without an @")
		return
	}
	*x = Domain(strings.ToLower(text))
}
