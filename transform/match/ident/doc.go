// Package ident gives customers ids that last.
//
// The crosswalk, which says of every source record whose it was, is the truth: an
// id stays with the group that holds most of its records, and every change of an
// id is an event with its reason. What became of an id can be followed from these
// events alone.
//
// Who belongs together is decided before, in the engine of matching; the crosswalk
// and the events are kept by transform/state. The package reads no clock and no
// store, and gives the same answer whatever the order of its input.
package ident
