package main

import (
	"fmt"
	"net/mail"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// returnedMail writes what a mail server sends when a letter could not be delivered:
// returned FILE LETTER ADDRESS.
func returnedMail(ts *testscript.TestScript, _ bool, args []string) {
	letter := ts.ReadFile(args[1])
	m, err := mail.ReadMessage(strings.NewReader(letter))
	ts.Check(err)
	text := fmt.Sprintf(`From: MAILER-DAEMON@relay.example.org
To: reports@example.org
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Content-Type: multipart/report; report-type=delivery-status; boundary="returned"

--returned
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example.org

Final-Recipient: rfc822; %s
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.org
Diagnostic-Code: smtp; 550 5.1.1 no such user

--returned
Content-Type: message/rfc822

Message-ID: %s
Subject: x

--returned--
`, args[2], m.Header.Get("Message-ID"))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}
