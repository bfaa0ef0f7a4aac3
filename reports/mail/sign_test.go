package mail

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-msgauth/dkim"

	"clientele/reports/mail/mailtest"
)

// pemOf is a private key as a file holds it, and what the DNS says of it.
func pemOf(t *testing.T, key crypto.Signer, kind string) (file, record string) {
	t.Helper()
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	public := []byte(nil)
	switch p := key.Public().(type) {
	case ed25519.PublicKey:
		public = p
	default:
		if public, err = x509.MarshalPKIXPublicKey(p); err != nil {
			t.Fatal(err)
		}
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})), "v=DKIM1; k=" + kind + "; p=" + base64.StdEncoding.EncodeToString(public)
}

func newKey(t *testing.T, kind string) crypto.Signer {
	t.Helper()
	var key crypto.Signer
	var err error
	switch kind {
	case "rsa":
		key, err = rsa.GenerateKey(rand.Reader, 2048)
	case "ed25519":
		_, key, err = ed25519.GenerateKey(rand.Reader)
	}
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// verified asks somebody else's verifier about a letter.
func verified(letter []byte, record string) error {
	found, err := dkim.VerifyWithOptions(bytes.NewReader(letter), &dkim.VerifyOptions{LookupTXT: func(domain string) ([]string, error) {
		if domain != "oct._domainkey.example.org" {
			return nil, fmt.Errorf("asked for %s", domain)
		}
		return []string{record}, nil
	}})
	if err != nil {
		return err
	}
	if len(found) != 1 || found[0].Domain != "example.org" {
		return fmt.Errorf("%d signatures", len(found))
	}
	return found[0].Err
}

func TestSignatureHoldsUntilTheLetterIsChanged(t *testing.T) {
	at := time.Date(2026, time.November, 2, 6, 0, 0, 0, time.UTC)
	for _, kind := range []string{"rsa", "ed25519"} {
		t.Run(kind, func(t *testing.T) {
			file, record := pemOf(t, newKey(t, kind), kind)
			s, err := NewSigner("example.org", "oct", file)
			if err != nil {
				t.Fatal(err)
			}
			plain := letterTo(t, "ann@example.org")
			before := bytes.Clone(plain.Bytes)
			m, err := s.Sign(plain, at)
			if err != nil {
				t.Fatal(err)
			}
			if err := verified(m.Bytes, record); err != nil {
				t.Fatal(err)
			}
			if again, err := s.Sign(plain, at); err != nil || !bytes.Equal(again.Bytes, m.Bytes) || again.SHA256 != m.SHA256 || m.SHA256 == plain.SHA256 || !bytes.Equal(before, plain.Bytes) {
				t.Error("signed again it is another letter", err)
			}
			if !strings.Contains(string(m.Bytes), fmt.Sprintf("t=%d;", at.Unix())) {
				t.Error("the signature does not have the letter's date")
			}
			server := mailtest.Start(t, mailtest.Options{})
			if _, _, err := handed(t, carrier(t, server, nil), m); err != nil {
				t.Fatal(err)
			}
			if err := verified(server.Letters()[0].Bytes, record); err != nil {
				t.Error("on the way:", err)
			}
			for what, change := range map[string][2]string{
				"the subject": {"Subject: ", "Subject: Re: "}, "the recipient": {"ann@example.org", "eve@example.org"}, "the body": {"Revenue is", "Revenue was"},
				"a second subject": {"MIME-Version: ", "Subject: other\r\nMIME-Version: "},
			} {
				changed := bytes.Replace(m.Bytes, []byte(change[0]), []byte(change[1]), 1)
				if bytes.Equal(changed, m.Bytes) {
					t.Errorf("%s: nothing changed", what)
				} else if verified(changed, record) == nil {
					t.Errorf("%s was changed and nobody noticed", what)
				}
			}
		})
	}
}

func TestKeyThatReceiversDoNotBelieveIsRefused(t *testing.T) {
	small, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		t.Fatal(err)
	}
	curve, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	weak, _ := pemOf(t, small, "rsa")
	other, _ := pemOf(t, curve, "ecdsa")
	for key, says := range map[string]string{weak: "2048", other: "ecdsa", "nonsense": "PEM"} {
		if _, err := NewSigner("example.org", "oct", key); err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "nonsense") {
			t.Errorf("%v, want one that says %s", err, says)
		}
	}
}

func TestNamesTooLongToBeSignedAreRefused(t *testing.T) {
	file, _ := pemOf(t, newKey(t, "ed25519"), "ed25519")
	for _, it := range [][2]string{{strings.Repeat("long.", 20) + "example.org", "oct"}, {"example.org", strings.Repeat("s", 80)}, {"", "oct"}, {"example.org", ""}} {
		if _, err := NewSigner(it[0], it[1], file); err == nil {
			t.Errorf("%s %s", it[0], it[1])
		}
	}
}
