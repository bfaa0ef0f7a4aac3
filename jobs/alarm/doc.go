// Package alarm says what ops must be told: which job did not go as it should, about
// which period, since when, and what a person has to do. It is a pure function of
// what the ledger says: whatever died in between, asked again it says the same.
//
// To whom an alarm was told, and that nobody is told twice, is kept by the state;
// the mail is written and sent by package jobs.
package alarm
