// Package gates judges facts before anything is sent: how fresh the sources are,
// how many rows were kept aside, how many ids a refresh changes, and whether key
// figures lie where they are expected. A gate that is closed warns, so that the
// report goes out and says it, or holds, so that nobody is mailed.
//
// Everything here is a pure function of the facts, the limits and the past. Where
// facts come from, who is mailed, and what is written down is for package jobs.
package gates
