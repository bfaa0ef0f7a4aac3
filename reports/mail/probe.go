package mail

import (
	"context"
	"crypto/tls"
	"slices"
	"time"
)

// A Finding is what a mail server says of itself to somebody who sends nothing.
type Finding struct {
	Address     string
	Name        string    // its greeting to us
	TLS         string    // version, empty in clear
	Certificate string    // the first name it is for
	Expires     time.Time // of the certificate
	SignsInBy   []string  // the mechanisms it knows
	SignedInBy  string    // the one that worked, empty where we did not sign in
	Most        int64     // bytes of the largest letter, 0 where it names no limit
	UTF8        bool      // takes addresses beyond ASCII
}

// Probe connects as for sending, signs in, asks what the server can take, and takes
// its leave.
func (s *SMTP) Probe(ctx context.Context) (Finding, error) {
	s.drop() // what an old connection was told may not hold any more
	if err := s.Ready(ctx); err != nil {
		return Finding{}, err
	}
	f := Finding{Address: s.address(), Name: s.words(s.client.HelloResponse()), SignsInBy: offers(s.client), SignedInBy: s.signed, Most: s.most()}
	slices.Sort(f.SignsInBy)
	f.UTF8, _ = s.client.Extension("SMTPUTF8")
	if state, err := s.client.GetTLSConnectionState(); err == nil {
		f.TLS = tls.VersionName(state.Version)
		leaf := state.PeerCertificates[0]
		f.Certificate, f.Expires = leaf.Subject.CommonName, leaf.NotAfter
		if len(leaf.DNSNames) > 0 {
			f.Certificate = leaf.DNSNames[0]
		}
	}
	return f, s.Close()
}
