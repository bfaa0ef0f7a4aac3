package config

import "testing"

func TestProblemsOfMail(t *testing.T) {
	smtp := func(entries string) string { return "mail: {from: r@x.org, smtp: {host: h.x.org, " + entries + "}}\n" }
	runBelow(t, []problemCase{
		{"the least server", "mail: {smtp: {host: h.x.org}}\n", ""},
		{"user and password", smtp("user: u, password: p"), ""},
		{"a token", smtp("user: u, token: t"), ""},
		{"implicit TLS on its port", smtp("port: 465, tls: implicit"), ""},
		{"a relay next door", smtp("tls: none, port: 25"), ""},
		{"a numeric address of six parts", "mail: {smtp: {host: '::1', tls: none}}\n", ""},
		{"a server without a name", "mail:\n  smtp:\n    port: 25\n", "10:3: mail.smtp.host: is missing"},
		{"a port in the host", "mail: {smtp: {host: 'h:25'}}\n", `9:21: mail.smtp.host: "h:25" is not the name of a machine (such as smtp.example.com; the port has a line of its own)`},
		{"an unknown protection", smtp("tls: ssl"), `9:50: mail.smtp.tls: "ssl" is not known (one of starttls, implicit, none)`},
		{"starttls on 465", smtp("port: 465"), "9:51: mail.smtp.port: on port 465 servers speak TLS from the first byte (write tls: implicit, or port: 587)"},
		{"implicit on 587", smtp("port: 587, tls: implicit"), "9:51: mail.smtp.port: on ports 587 and 25 servers begin in clear and change to TLS (write tls: starttls, or port: 465)"},
		{"a password in clear", smtp("tls: none, user: u, password: p"), "9:62: mail.smtp.user: nobody signs in over a line in clear (write tls: starttls, or leave user, password, token and auth out)"},
		{"a way to sign in, in clear", smtp("tls: none, auth: plain"), "9:62: mail.smtp.auth: nobody signs in over a line in clear (write tls: starttls, or leave user, password, token and auth out)"},
		{"authorities without TLS", smtp("tls: none, ca_file: ca.pem"), "9:65: mail.smtp.ca_file: without TLS there is no certificate (remove it)"},
		{"a user without a password", smtp("user: u"), "9:29: mail.smtp.password: is missing, but there is a user (such as {env: CLIENTELE_SMTP_PASSWORD}; or a token, for xoauth2)"},
		{"a password without a user", smtp("password: p"), "9:29: mail.smtp.user: is missing: signing in needs a user (or write auth: none)"},
		{"a way to sign in without a user", smtp("auth: login"), "9:29: mail.smtp.user: is missing: signing in needs a user (or write auth: none)"},
		{"xoauth2 by password", smtp("auth: xoauth2, user: u, password: p"), "9:29: mail.smtp.token: is missing: xoauth2 signs in by a token (such as {command: [print-token]})"},
		{"a token by plain", smtp("auth: plain, user: u, token: t"), "9:29: mail.smtp.password: is missing, but there is a user (such as {env: CLIENTELE_SMTP_PASSWORD}; or a token, for xoauth2)"},
		{"password and token", smtp("user: u, password: p, token: t"), "9:74: mail.smtp.token: a password is given as well (remove it)"},
		{"a user for nothing", smtp("auth: none, user: u"), "9:63: mail.smtp.user: auth is none: nobody signs in (remove it)"},
		{"an unknown way to sign in", smtp("user: u, password: p, auth: cram-md5"), `9:73: mail.smtp.auth: "cram-md5" is not known (one of auto, none, plain, login, scram-sha-1, scram-sha-1-plus, scram-sha-256, scram-sha-256-plus, xoauth2)`},
		{"a hello that is an address", smtp("hello: a@b"), `9:52: mail.smtp.hello: "a@b" is not the name of a machine (such as reports.example.com)`},
		{"the carrier smtp without a server", "mail: {carrier: smtp}\n", "9:7: mail.smtp: the carrier is smtp, but no mail server is named"},
		{"the outbox although there is a server", "mail: {carrier: outbox, smtp: {host: h.x.org}}\n", ""},
		{"a signature", "mail: {from: r@mail.x.org, dkim: {selector: s, key: {file: k}, domain: X.org}}\n", ""},
		{"a signature of somebody else", "mail: {from: r@x.org, dkim: {selector: s, key: {file: k}, domain: y.org}}\n", "9:67: mail.dkim.domain: the letters are from x.org: a signature of y.org says nothing about them (leave it out)"},
		{"a signature without a key", "mail: {from: r@x.org, dkim: {selector: s}}\n", "9:29: mail.dkim.key: is missing"},
		{"a selector that is none", "mail: {from: r@x.org, dkim: {selector: 'a b', key: k}}\n", `9:40: mail.dkim.selector: "a b" cannot stand in the DNS (such as example.com for the domain and reports for the selector)`},
		{"spool and outbox in one folder", "mail: {spool: outbox}\n", "9:15: mail.spool: mail.spool and mail.outbox are the same folder (give each its own)"},
		{"a spool without a name", "mail: {spool: ''}\n", "9:15: mail.spool: names no folder (remove it)"},
	})
}

func TestCarrierFollowsFromTheServer(t *testing.T) {
	server := &SMTP{Host: "h"}
	for _, it := range []struct {
		mail Mail
		want string
	}{{Mail{}, CarrierOutbox}, {Mail{SMTP: server}, CarrierSMTP}, {Mail{SMTP: server, Carrier: CarrierOutbox}, CarrierOutbox}} {
		if got := it.mail.Carries(); got != it.want {
			t.Errorf("%+v: %s", it.mail, got)
		}
	}
	if way := (&SMTP{Auth: "auto", Token: Literal("t")}).Way(); way != "xoauth2" {
		t.Errorf("a token signs in by %s", way)
	}
	if by := (Mail{From: Address{Email: "r@X.org"}, DKIM: &DKIM{}}).SignedBy(); by != "x.org" {
		t.Errorf("signed by %s", by)
	}
}
