// Package archive keeps what was drawn and sent in a folder: workbooks and letters by
// report and period, readable by nobody but the owner. What lies there is never written
// over by other contents. It asks no ledger and decides nothing: what belongs there, and
// what is sent again from it, is package jobs' to say.
package archive
