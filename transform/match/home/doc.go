// Package home says who lives together and who belongs to which company, once it is
// known who is who.
//
// It reads the parties, the groups that matching made of them and the golden records,
// and leaves golden records to package golden and ids to package ident. It is pure:
// no store, no clock, and the same answer whatever the order of its input.
package home
