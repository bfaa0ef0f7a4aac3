// Package golden writes the golden record of each customer: for every field, which of
// its records' values survives, and why (survivorship and lineage).
//
// It works from the parties and from what matching says about them, and knows nothing of
// how they were matched. It leaves who is one customer to match, ids to ident, and
// households to home. It is pure: no store, no clock, and the same answer whatever the
// order of its input and the number of cores. A golden record is a function of the
// records of its customer and of who else uses their numbers and mailboxes; so taking a
// customer apart gives exactly what was there before it was put together.
package golden
