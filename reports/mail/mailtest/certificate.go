package mailtest

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"testing"
	"time"
)

// Certificate says what is wrong with a server's certificate.
type Certificate int

// The certificates.
const (
	Good      Certificate = iota
	OtherName             // for another server
	Expired               // long ago
	Stranger              // of an authority nobody trusts
)

// certify makes an authority and a certificate of it. The authority is returned in
// PEM; a stranger's certificate comes from another one.
func certify(t testing.TB, kind Certificate) (authority []byte, server tls.Certificate) {
	t.Helper()
	key, root := issue(t, &x509.Certificate{
		Subject: pkix.Name{CommonName: "Test authority"}, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
		NotAfter: time.Date(2100, time.January, 1, 0, 0, 0, 0, time.UTC),
	}, nil, nil)
	authority = pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: root.Raw})
	if kind == Stranger {
		_, server = certify(t, Good)
		return authority, server
	}
	leaf := &x509.Certificate{
		Subject: pkix.Name{CommonName: "mailtest.example"}, DNSNames: []string{"mailtest.example"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}, NotAfter: root.NotAfter,
	}
	switch kind {
	case OtherName:
		leaf.DNSNames, leaf.IPAddresses = []string{"elsewhere.example"}, nil
	case Expired:
		leaf.NotAfter = time.Date(2001, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	own, signed := issue(t, leaf, root, key)
	return authority, tls.Certificate{Certificate: [][]byte{signed.Raw}, PrivateKey: own}
}

// issue makes a key and its certificate, signed by the parent or by itself.
func issue(t testing.TB, c, parent *x509.Certificate, by *ecdsa.PrivateKey) (*ecdsa.PrivateKey, *x509.Certificate) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	if parent == nil {
		parent, by = c, key
	}
	c.SerialNumber, c.NotBefore = big.NewInt(1), time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
	raw, err := x509.CreateCertificate(rand.Reader, c, parent, &key.PublicKey, by)
	if err != nil {
		t.Fatal(err)
	}
	signed, err := x509.ParseCertificate(raw)
	if err != nil {
		t.Fatal(err)
	}
	return key, signed
}
