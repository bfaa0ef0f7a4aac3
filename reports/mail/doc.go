// Package mail writes letters and carries them. It alone knows how mail is built.
//
// Render turns a reports.Letter into the bytes of one message to one person: text
// and HTML with the same facts, the chart inside, the workbook attached. The same
// letter is always the same bytes. A Carrier takes the bytes away; the Outbox is
// the one that puts them into a folder.
//
// What stands in a letter is left to reports/pages, when it goes and who was sent
// what to package jobs and the ledger it keeps. The package asks no clock.
package mail
