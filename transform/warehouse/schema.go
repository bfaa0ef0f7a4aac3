package warehouse

import (
	"embed"
	"errors"
	"time"

	"clientele/transform/store"
)

// ErrNewer says that the warehouse was made by a newer version of the program.
var ErrNewer = errors.New("the warehouse was made by a newer version of clientele: install that version, or remove the warehouse and refresh")

//go:embed schema
var schemas embed.FS

//go:embed queries/*.sql
var queryFiles embed.FS

// patience is how long a refresh on a server may say nothing, while it waits for a
// source or finds out who is who, before the server takes it for dead.
const patience = 2 * time.Hour

// schema describes the warehouse's tables and connections. SQLite's driver takes
// twice the memory a cache is set to; with 16 MB a refresh of a million orders needs
// no more than one of a hundred thousand, and rows that come in the order of their
// keys no more time than with four times as much.
func schema() store.Schema {
	return store.Schema{
		FS: schemas, Table: "warehouse_schema", Newer: ErrNewer, Idle: patience,
		Pragmas:     []string{"busy_timeout(10000)", "temp_store(FILE)", "journal_mode(WAL)", "synchronous(NORMAL)", "cache_size(-16384)"},
		ReadPragmas: []string{"busy_timeout(10000)", "temp_store(FILE)", "cache_size(-8192)"},
	}
}
