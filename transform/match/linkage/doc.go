// Package linkage decides which records are one customer, from what the records
// themselves show: no labels, no tuning.
//
// A Table takes the parties in, one at a time, and keeps their normalised values as
// numbers. Train learns a Model from them: how often the records of one customer,
// of one household or company, and of strangers agree in each field (Fellegi and
// Sunter 1969, with a third class between match and non-match; the shares are
// learnt by expectation maximisation over counted patterns of agreement). Link
// weighs every candidate pair by a model and groups the records.
//
// What a value is made of is for package normal, which pairs are candidates for
// package block, which records are grouped for package cluster. Names that last,
// golden records and households are for others. The package knows no store and no
// clock, and gives the same answer whatever the order of its input and the number
// of processors.
package linkage
