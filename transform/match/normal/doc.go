// Package normal turns what people and programs write into strings that can be
// compared: names, given names' short forms, companies, e-mail addresses, telephone
// numbers, addresses, identifying numbers, and what only stands for "not known".
//
// It takes one value at a time and knows no record, no table and no other value.
// How alike two values are, how rare one is and whether many share it is for
// others to say. Nothing here is for showing, save what says so; what a source
// wrote is never changed.
package normal
