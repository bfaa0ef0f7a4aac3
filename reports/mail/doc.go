// Package mail writes letters and carries them. It alone knows how mail is built and
// how a mail server is spoken to.
//
// Render turns a reports.Letter into the bytes of one message to one person: text
// and HTML with the same facts, the chart inside, the workbook attached. The same
// letter is always the same bytes; a Signer signs them. The Spool keeps them until
// they are settled. A Carrier takes them away: SMTP to a mail server, the Outbox
// into a folder. ReadNotice reads what a mail server writes later: that a letter came
// back, is late, or arrived.
//
// What stands in a letter is left to reports/pages, when it goes and who was sent
// what to package jobs and the ledger it keeps. Of time the package knows only how
// long it waits for a server.
package mail
