package mail

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
)

// trust says whose certificates are believed: those of the machine's authorities
// and of the file's, for the server's name, with TLS 1.2 or newer.
func trust(o SMTPOptions) (*tls.Config, error) {
	c := &tls.Config{ServerName: o.ServerName, MinVersion: tls.VersionTLS12}
	if c.ServerName == "" {
		c.ServerName = o.Host
	}
	if o.CAFile == "" {
		return c, nil
	}
	pem, err := os.ReadFile(o.CAFile)
	if err != nil {
		return nil, fmt.Errorf("read mail.smtp.ca_file: %w", err)
	}
	pool, err := x509.SystemCertPool()
	if err != nil {
		pool = x509.NewCertPool() // a machine without authorities of its own
	}
	if !pool.AppendCertsFromPEM(pem) {
		return nil, fmt.Errorf("mail.smtp.ca_file %s has no certificate in it (want PEM: -----BEGIN CERTIFICATE-----)", o.CAFile)
	}
	c.RootCAs = pool
	return c, nil
}

// distrusted says what can be done about a line that could not be protected.
func (s *SMTP) distrusted(err error) error {
	var certificate *tls.CertificateVerificationError
	var clear tls.RecordHeaderError
	switch {
	case errors.As(err, &certificate):
		return fmt.Errorf("%w (the certificate must be valid today, be for %s and come from a known authority: see mail.smtp.server_name and mail.smtp.ca_file)", err, s.tls.ServerName)
	case errors.As(err, &clear):
		return fmt.Errorf("%w (the server does not speak TLS from the first byte here: see mail.smtp.tls and mail.smtp.port)", err)
	}
	return err
}

// nearby refuses to talk in clear to anybody out in the world.
func nearby(to net.Addr) error {
	at, err := netip.ParseAddrPort(to.String())
	if err != nil {
		return fmt.Errorf("tell where %s is: %w", to, err)
	}
	if ip := at.Addr().Unmap(); !ip.IsLoopback() && !ip.IsPrivate() && !ip.IsLinkLocalUnicast() {
		return fmt.Errorf("%s is not on this machine or in a private network: letters would travel in clear (set mail.smtp.tls to starttls or implicit)", ip)
	}
	return nil
}
