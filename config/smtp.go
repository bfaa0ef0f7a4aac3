package config

import "strings"

// The ways to protect the line to a mail server.
const (
	tlsStart    = "starttls"
	tlsImplicit = "implicit"
	tlsNone     = "none"
)

// The ways to sign in that the checks tell apart.
const (
	authAuto    = "auto"
	authNone    = "none"
	authXOAuth2 = "xoauth2"
)

// SMTP is the mail server that takes the letters.
type SMTP struct {
	// Its name or address.
	Host string `yaml:"host" jsonschema:"required"`
	// Its port; 587 with starttls, 465 with implicit and 25 with none when left out.
	Port int `yaml:"port" jsonschema:"minimum=1,maximum=65535"`
	// How the line is protected: starttls (must be offered), implicit (from the first byte), or none, which is for a relay on this machine or in a private network and cannot sign in.
	TLS string `yaml:"tls" jsonschema:"default=starttls,enum=starttls,enum=implicit,enum=none"`
	// A PEM file of further certificate authorities to trust, for a server with a certificate of the company's own.
	CAFile string `yaml:"ca_file"`
	// The name in the server's certificate, where it is not the host.
	ServerName string `yaml:"server_name"`
	// What clientele calls itself; the machine's full name or address when left out.
	Hello string `yaml:"hello"`
	// How to sign in; auto takes the best the server offers. Without a user nobody signs in.
	Auth string `yaml:"auth" jsonschema:"default=auto,enum=auto,enum=none,enum=plain,enum=login,enum=scram-sha-1,enum=scram-sha-1-plus,enum=scram-sha-256,enum=scram-sha-256-plus,enum=xoauth2"`
	// Who signs in.
	User string `yaml:"user"`
	// The user's password.
	Password Secret `yaml:"password"`
	// The user's access token, for xoauth2. It is asked for at every connection, so a command can renew it.
	Token Secret `yaml:"token"`
}

// Way is how to sign in: auto with a token alone is xoauth2.
func (s *SMTP) Way() string {
	if s.Auth == authAuto && !s.Token.IsZero() {
		return authXOAuth2
	}
	return s.Auth
}

// checkMail holds the mail settings against each other.
func checkMail(c *Config, d *decoder) {
	m := &c.Mail
	d.unwanted("mail.spool", "names no folder", m.Spool == "")
	if m.Carrier == CarrierSMTP && m.SMTP == nil {
		d.required("mail", "smtp", "the carrier is smtp, but no mail server is named", true)
	}
	if m.SMTP != nil && !d.failedBelow("mail.smtp") {
		checkServer(m.SMTP, d)
		checkSignIn(m.SMTP, d)
	}
	if m.DKIM != nil {
		checkDKIM(m, d)
	}
}

func checkServer(s *SMTP, d *decoder) {
	const at = "mail.smtp"
	wrong := func(key, text, hint string) {
		path := join(at, key)
		d.problemAt(d.place(d.given(path, at)), path, text, hint)
	}
	if strings.ContainsAny(s.Host, "/@ ") || strings.Count(s.Host, ":") == 1 {
		wrong("host", quote(s.Host)+" is not the name of a machine", "such as smtp.example.com; the port has a line of its own")
	}
	switch {
	case s.Port == 465 && s.TLS == tlsStart:
		wrong("port", "on port 465 servers speak TLS from the first byte", "write tls: implicit, or port: 587")
	case (s.Port == 587 || s.Port == 25) && s.TLS == tlsImplicit:
		wrong("port", "on ports 587 and 25 servers begin in clear and change to TLS", "write tls: starttls, or port: 465")
	}
	d.unwanted(at+".ca_file", "without TLS there is no certificate", s.TLS == tlsNone)
	d.unwanted(at+".server_name", "without TLS there is no certificate", s.TLS == tlsNone)
	if strings.ContainsAny(s.Hello, " <>@") {
		wrong("hello", quote(s.Hello)+" is not the name of a machine", "such as reports.example.com")
	}
}

func checkSignIn(s *SMTP, d *decoder) {
	const at = "mail.smtp"
	wanted := func(key, text, hint string) {
		d.problemAt(d.place(at), join(at, key), text, hint)
	}
	secret := !s.Password.IsZero() || !s.Token.IsZero()
	if s.TLS == tlsNone && (s.User != "" || secret || s.Auth != authNone && s.Auth != authAuto) {
		path := d.given(at+".user", at+".auth")
		d.problemAt(d.place(path), path, "nobody signs in over a line in clear", "write tls: starttls, or leave user, password, token and auth out")
		return
	}
	switch {
	case s.Auth == authNone:
		for _, key := range []string{"user", "password", "token"} {
			d.unwanted(join(at, key), "auth is none: nobody signs in", true)
		}
	case s.User == "" && (secret || s.Auth != authAuto):
		wanted("user", "is missing: signing in needs a user", "or write auth: none")
	case s.User == "":
	case !s.Password.IsZero() && !s.Token.IsZero():
		d.unwanted(at+".token", "a password is given as well", true)
	case s.Auth == authXOAuth2 && s.Token.IsZero():
		wanted("token", "is missing: xoauth2 signs in by a token", "such as {command: [print-token]}")
	case s.Way() != authXOAuth2 && s.Password.IsZero():
		wanted("password", "is missing, but there is a user", "such as {env: CLIENTELE_SMTP_PASSWORD}; or a token, for xoauth2")
	case s.Way() != authXOAuth2:
		d.unwanted(at+".token", "only xoauth2 signs in by a token", true)
	}
}

func checkDKIM(m *Mail, d *decoder) {
	const at = "mail.dkim"
	for _, n := range []struct{ key, name string }{{"domain", m.DKIM.Domain}, {"selector", m.DKIM.Selector}} {
		if path := join(at, n.key); n.name != "" && (!domainName.MatchString(n.name) || len(n.name) > 70) {
			d.problemAt(d.place(path), path, quote(n.name)+" cannot stand in the DNS", "such as example.com for the domain and reports for the selector")
		}
	}
	own, signs := m.From.Domain(), m.SignedBy()
	if m.DKIM.Domain != "" && own != "" && own != signs && !strings.HasSuffix(own, "."+signs) {
		d.problemAt(d.place(at+".domain"), at+".domain", "the letters are from "+own+": a signature of "+signs+" says nothing about them", "leave it out")
	}
}
