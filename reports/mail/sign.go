package mail

import (
	"bytes"
	"crypto"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"github.com/wneessen/go-mail"
)

// A Signer puts the signature of a domain on letters (DKIM, RFC 6376, 2011), so that
// whoever gets them can tell that they are the company's and unchanged.
type Signer struct {
	domain, selector string
	key              crypto.Signer
}

// smallest is the length of the shortest RSA key receivers still believe (RFC 8301).
const smallest = 2048

// NewSigner takes the private key in PEM: RSA of 2048 bits or more, or Ed25519. The
// public one stands in the DNS at selector._domainkey.domain.
func NewSigner(domain, selector, key string) (*Signer, error) {
	private, err := mail.PrivKeyFromPEM([]byte(key))
	if err != nil {
		return nil, fmt.Errorf("read the DKIM key: %w (want PEM: -----BEGIN PRIVATE KEY----- or -----BEGIN RSA PRIVATE KEY-----)", err)
	}
	switch k := private.(type) {
	case *rsa.PrivateKey:
		if bits := k.N.BitLen(); bits < smallest {
			return nil, fmt.Errorf("the DKIM key has %d bits and receivers would ignore it: make one of %d", bits, smallest)
		}
	case ed25519.PrivateKey:
	default:
		return nil, fmt.Errorf("the DKIM key is a %T: want RSA or Ed25519", private)
	}
	if domain == "" || selector == "" || len(domain) > longestTag || len(selector) > longestTag {
		return nil, fmt.Errorf("DKIM domain %q and selector %q: each needs 1 to %d characters", domain, selector, longestTag)
	}
	return &Signer{domain, selector, private}, nil
}

// signedHeaders are what readers see and what tells the body's parts apart; the
// first three may not be added a second time either. No more: the library folds a
// list of more than longestTag bytes in the middle of a name, and then nobody can
// verify the signature.
var signedHeaders = []string{"From", "To", "Subject", "Reply-To", "Date", "Message-ID", "Content-Type"}

const longestTag = 70

// Sign returns the message with a signature in front, as of a moment: the same
// message and moment give the same bytes.
func (s *Signer) Sign(m Message, at time.Time) (Message, error) {
	head, body, found := bytes.Cut(m.Bytes, []byte("\r\n\r\n"))
	if !found {
		return Message{}, errors.New("sign the letter: it has no body")
	}
	signer := mail.NewDKIMSigner(s.domain, s.selector, s.key)
	signer.NowFunc = func() time.Time { return at }
	signer.SignHeaders(signedHeaders...)
	signer.OversignHeaders(signedHeaders[:3]...)
	line, err := signer.Sign(m.Bytes[:len(head)+len("\r\n")], body)
	if err != nil {
		return Message{}, fmt.Errorf("sign the letter to %s for %s: %w", m.To, s.domain, err)
	}
	m.Bytes = append([]byte(line), m.Bytes...)
	sum := sha256.Sum256(m.Bytes)
	m.SHA256 = hex.EncodeToString(sum[:])
	return m, nil
}
