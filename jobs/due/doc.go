// Package due says what is owed: which job, about which period, since when. It is
// a pure function of the schedules, of what the ledger says became of earlier
// periods, and of a moment. It starts nothing and writes nothing down; package
// jobs does both.
//
// A schedule is read by the wall clock of its own zone. Every minute it names
// happens exactly once a local day: where the clocks skip it, at the first moment
// after the gap; where they repeat it, the first time. A report is owed once a
// period, however often its schedule comes round, and a job that is about no
// period once a moment.
package due
