// Package warehouse keeps what the sources said, who is who, the customer table
// and the figures computed from them: storage, never arithmetic in SQL.
//
// Rows are appended on change. Each carries the run that brought it and the run
// that replaced it, so what was known at any past run can be read again. A refresh
// is one transaction: it becomes visible by its row in the table of snapshots, or
// leaves nothing behind.
//
// Every record kind is stored by walking its fields; no kind has code of its own
// here. Reading companies' databases is the work of extract/source, deciding who is
// who of transform/match, figures of transform/metrics. Ids, decisions and
// deliveries, which can never be rebuilt, live in transform/state.
package warehouse
