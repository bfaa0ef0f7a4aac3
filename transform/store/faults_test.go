package store_test

import (
	"context"
	"crypto/tls"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/go-sql-driver/mysql"
	"github.com/jmoiron/sqlx"

	"clientele/transform/store"
)

const secret = "topsecret"

// account makes an account of the test server, with some rights to a database, and
// returns how to be it.
func account(t *testing.T, o store.Options, rights string) store.Options {
	t.Helper()
	admin, _ := server(t)
	cfg, err := mysql.ParseDSN(o.DSN)
	must(t, err)
	name := fmt.Sprintf("cl_%d", time.Now().UnixNano()%1_000_000_000_000)
	for _, host := range []string{"%", "localhost"} {
		who := fmt.Sprintf("'%s'@'%s'", name, host)
		exec(t, admin, "CREATE USER "+who+" IDENTIFIED BY '"+secret+"'")
		t.Cleanup(func() { _, _ = admin.Exec("DROP USER IF EXISTS " + who) })
		if rights != "" {
			exec(t, admin, "GRANT "+rights+" ON `"+cfg.DBName+"`.* TO "+who)
		}
	}
	cfg.User, cfg.Passwd = name, secret
	return store.Options{Driver: store.MySQL, DSN: cfg.FormatDSN()}
}

// with returns options with another configuration.
func with(t *testing.T, o store.Options, change func(*mysql.Config)) store.Options {
	t.Helper()
	cfg, err := mysql.ParseDSN(o.DSN)
	must(t, err)
	change(cfg)
	return store.Options{Driver: store.MySQL, DSN: cfg.FormatDSN()}
}

func TestFaultsOfAServerNameTheirRemedy(t *testing.T) {
	o := database(t, "utf8mb4_general_ci")
	made := database(t, "utf8mb4_general_ci")
	must(t, open(t, made, schema(nil)).Close())
	for _, c := range []struct {
		rule, says string
		o          store.Options
		is         error
	}{
		{"no server", "check host and port of the DSN, and that the server is up", with(t, o, func(c *mysql.Config) { c.Addr = "127.0.0.1:1"; c.Passwd = secret }), store.ErrUnreachable},
		{"wrong password", "check user and password of the DSN", with(t, account(t, o, "ALL"), func(c *mysql.Config) { c.Passwd = "other" + secret }), store.ErrUnreachable},
		{"no such database", "create the database, empty, or correct its name", with(t, o, func(c *mysql.Config) { c.DBName = "clientele_none" }), store.ErrUnreachable},
		{"no right to the database", "the account needs GRANT SELECT, INSERT", account(t, o, ""), store.ErrUnreachable},
		{"may only read, nothing there yet", "the account may not write there; it needs GRANT SELECT, INSERT", account(t, o, "SELECT"), nil},
		{"may only read, an older schema", "the account may not write there; it needs GRANT SELECT, INSERT", account(t, made, "SELECT"), nil},
		{"a server without TLS", "the server offers no TLS", with(t, o, func(c *mysql.Config) { c.TLSConfig = "true" }), store.ErrUnreachable},
	} {
		t.Run(c.rule, func(t *testing.T) {
			_, err := store.Open(t.Context(), c.o, schema(map[string]string{"00003_c.sql": "CREATE TABLE c (k INT NOT NULL PRIMARY KEY);"}))
			if err == nil || !strings.Contains(err.Error(), c.says) || c.is != nil && !errors.Is(err, c.is) {
				t.Errorf("%v, want %q", err, c.says)
			}
			if strings.Contains(fmt.Sprint(err, c.o), secret) {
				t.Errorf("shows the password: %v %v", err, c.o)
			}
		})
	}
}

// stranger is a server whose certificate nobody trusts: it greets as MySQL does and
// goes over to TLS. It returns its address.
func stranger(t *testing.T) string {
	t.Helper()
	with := httptest.NewTLSServer(nil) // for its certificate
	t.Cleanup(with.Close)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	greeting := "\x0a8.0.0\x00\x01\x00\x00\x00saltsalt\x00\x09\x8a\x2d\x02\x00\x08\x00\x15" + strings.Repeat("\x00", 10) + "saltsaltsalt\x00mysql_native_password\x00"
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			_, _ = c.Write(append([]byte{byte(len(greeting)), 0, 0, 0}, greeting...))
			if _, err := io.ReadFull(c, make([]byte, 36)); err == nil {
				_ = tls.Server(c, with.TLS).Handshake()
			}
			_ = c.Close()
		}
	}()
	return l.Addr().String()
}

func TestAServerWhoseCertificateDoesNotHoldIsRefused(t *testing.T) {
	_, err := store.Open(t.Context(), store.Options{Driver: store.MySQL, DSN: "u:" + secret + "@tcp(" + stranger(t) + ")/x?tls=true"}, schema(nil))
	if !errors.Is(err, store.ErrUnreachable) || !strings.Contains(err.Error(), "the server's certificate does not hold for this host") || strings.Contains(err.Error(), secret) {
		t.Error(err)
	}
}

func TestReachRefusesWhatOpenWouldAndChangesNothing(t *testing.T) {
	empty, made, others := database(t, "utf8mb4_general_ci"), database(t, "utf8mb4_general_ci"), database(t, "utf8mb4_general_ci")
	must(t, open(t, made, schema(nil)).Close())
	admin, _ := server(t)
	cfg, err := mysql.ParseDSN(others.DSN)
	must(t, err)
	exec(t, admin, "CREATE TABLE "+cfg.DBName+".person (id INT)")
	for rule, c := range map[string]struct {
		o    store.Options
		says string
		is   error
	}{
		"nothing there yet":                   {o: empty},
		"a store":                             {o: made},
		"nothing there yet, may only read":    {account(t, empty, "SELECT"), "the account may not write there", nil},
		"a store, may only read":              {account(t, made, "SELECT"), "the account may not write there", nil},
		"a store, may not add rows":           {account(t, made, "SELECT, CREATE, CREATE VIEW, UPDATE, DELETE"), "the account may not write there", nil},
		"somebody else's tables":              {others, "it holds other tables (person); give it a database of its own", store.ErrConfig},
		"nothing there yet, may write and do": {o: account(t, empty, "SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, CREATE VIEW")},
	} {
		is, err := store.Reach(t.Context(), c.o, schema(nil))
		if c.says == "" && (err != nil || !strings.Contains(is, "version")) || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) || c.is != nil && !errors.Is(err, c.is) {
			t.Errorf("%s: %s %v", rule, is, err)
		}
	}
	var tables int
	cfg, err = mysql.ParseDSN(empty.DSN)
	must(t, err)
	if err := admin.QueryRow("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = ?", cfg.DBName).Scan(&tables); err != nil || tables > 0 {
		t.Errorf("%d tables were made: %v", tables, err)
	}
}

func TestAReadOnlyAccountMayLookAndIsToldWhyItCannotWrite(t *testing.T) {
	o := database(t, "utf8mb4_general_ci")
	must(t, open(t, o, schema(nil)).Close())
	db := open(t, account(t, o, "SELECT"), schema(nil))
	must(t, db.Look(t.Context(), func(tx *sqlx.Tx) error {
		_, err := tx.Exec("SELECT * FROM a")
		return err
	}))
	err := db.Write(t.Context(), func(tx *sqlx.Tx) error {
		_, err := tx.Exec("INSERT INTO a (k, v) VALUES ('one', 1)")
		return err
	})
	if err == nil || !strings.Contains(err.Error(), "the account may not write there") {
		t.Error(err)
	}
}

func TestAServerThatDoesNotAnswerIsGivenUp(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	t.Cleanup(func() { _ = l.Close() })
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	_, err = store.Open(ctx, store.Options{Driver: store.MySQL, DSN: "u:" + secret + "@tcp(" + l.Addr().String() + ")/x"}, schema(nil))
	if !errors.Is(err, store.ErrUnreachable) || !strings.Contains(err.Error(), "check host, port and firewall") || strings.Contains(err.Error(), secret) {
		t.Error(err)
	}
}

func TestADSNWeCannotKeepOurPromisesWithIsRefused(t *testing.T) {
	for dsn, says := range map[string]string{
		"u:top/secret@db/x":                        "write it as user:password@tcp(host:3306)/database",
		"u:topsecret@tcp(h)/":                      "the DSN names no database",
		"u:topsecret@pigeon(h)/x":                  "names no network we know",
		"u:topsecret@tcp(h)/x?multiStatements=1":   "take it out of the DSN: a store is written one statement at a time",
		"u:topsecret@tcp(h)/x?allowAllFiles=true":  "must not ask for our files",
		"u:topsecret@tcp(h)/x?sql_mode=%27%27&a=1": "a, sql_mode; take it out of the DSN",
		"u:topsecret@tcp(h)/x?tls=nonsense":        "the DSN cannot be read",
	} {
		_, err := store.Open(t.Context(), store.Options{Driver: store.MySQL, DSN: dsn}, schema(nil))
		if !errors.Is(err, store.ErrConfig) || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", dsn, err)
		}
	}
	if _, err := store.Open(t.Context(), store.Options{Driver: "oracle", DSN: "x"}, schema(nil)); !errors.Is(err, store.ErrConfig) {
		t.Error(err)
	}
}

// What the server's defaults and the DSN say is overridden.
func TestTheSettingsOfASessionAreOurs(t *testing.T) {
	o := database(t, "latin1_swedish_ci")
	o.DSN += "?parseTime=true&loc=Local&charset=latin1&collation=latin1_swedish_ci&clientFoundRows=true&interpolateParams=false"
	db := open(t, o, schema(nil))
	for name, want := range map[string]string{
		"@@sql_mode": "STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION", "@@time_zone": "+00:00", "@@autocommit": "1",
		"@@collation_connection": "utf8mb4_bin", "@@character_set_client": "utf8mb4", "@@character_set_results": "utf8mb4",
		"@@innodb_lock_wait_timeout": "20", "@@wait_timeout": "60",
	} {
		for _, pool := range []*sqlx.DB{db.Writes, db.Reads} {
			var is string
			must(t, pool.Get(&is, "SELECT "+name))
			if is != want {
				t.Errorf("%s is %s, want %s", name, is, want)
			}
		}
	}
	exec(t, db.Writes.DB, "INSERT INTO a (k, v) VALUES ('one', 1)")
	res, err := db.Writes.Exec("UPDATE a SET v = 1 WHERE k = 'one'")
	must(t, err)
	if n, err := res.RowsAffected(); n != 0 || err != nil {
		t.Errorf("a row that stays as it is counts as changed: %d %v", n, err)
	}
}

func TestASessionThatIsKilledLeavesNothingAndSaysSo(t *testing.T) {
	db := open(t, database(t, "utf8mb4_general_ci"), schema(nil))
	admin, _ := server(t)
	err := db.Write(t.Context(), func(tx *sqlx.Tx) error {
		var id int
		if err := tx.Get(&id, "SELECT CONNECTION_ID()"); err != nil {
			return err
		}
		if _, err := tx.Exec("INSERT INTO a (k, v) VALUES ('one', 1)"); err != nil {
			return err
		}
		exec(t, admin, fmt.Sprintf("KILL %d", id))
		_, err := tx.Exec("INSERT INTO a (k, v) VALUES ('two', 1)")
		return err
	})
	if !errors.Is(err, store.ErrUnreachable) || !strings.Contains(err.Error(), "try again, and look into the server's log") {
		t.Error(err)
	}
	var n int
	must(t, db.Reads.Get(&n, "SELECT COUNT(*) FROM a"))
	if n != 0 {
		t.Errorf("%d rows stayed", n)
	}
}

func TestATransactionThatStoodInAnothersWayIsDoneAgain(t *testing.T) {
	db := open(t, database(t, "utf8mb4_general_ci"), schema(nil))
	exec(t, db.Writes.DB, "INSERT INTO a (k, v) VALUES ('one', 1), ('two', 2)")
	both := make(chan error, 2)
	met := make(chan bool, 2)
	for _, order := range [][2]string{{"one", "two"}, {"two", "one"}} {
		go func() {
			turn := 0
			both <- db.Write(t.Context(), func(tx *sqlx.Tx) error {
				turn++
				if _, err := tx.Exec("UPDATE a SET v = v + 10 WHERE k = ?", order[0]); err != nil {
					return err
				}
				if turn == 1 { // neither goes on before both hold a row
					met <- true
					for len(met) < 2 {
						time.Sleep(time.Millisecond)
					}
				}
				_, err := tx.Exec("UPDATE a SET v = v + 10 WHERE k = ?", order[1])
				return err
			})
		}()
	}
	must(t, errors.Join(<-both, <-both))
	var sum int
	must(t, db.Reads.Get(&sum, "SELECT SUM(v) FROM a"))
	if sum != 43 {
		t.Errorf("%d, want 43", sum)
	}
}

func TestAStatementThatIsTooLargeSaysWhatToRaise(t *testing.T) {
	s := schema(map[string]string{"00002_b.sql": "CREATE TABLE b (k VARBINARY(64) NOT NULL PRIMARY KEY, t LONGTEXT NOT NULL);"})
	db := open(t, database(t, "utf8mb4_general_ci"), s)
	var most int
	must(t, db.Reads.Get(&most, "SELECT @@max_allowed_packet"))
	if most > 64<<20 {
		t.Skipf("the server takes %d bytes, too much for a test", most)
	}
	err := db.Write(t.Context(), func(tx *sqlx.Tx) error {
		_, err := tx.Exec("INSERT INTO b (k, t) VALUES ('x', ?)", strings.Repeat("x", most+1))
		return err
	})
	if err == nil || !strings.Contains(err.Error(), "raise the server's max_allowed_packet") {
		t.Error(err)
	}
}

func TestAnErrorThatCannotBeCuredByTryingAgainIsNotTriedAgain(t *testing.T) {
	engines(t, func(t *testing.T, o store.Options) {
		db, turns := open(t, o, schema(nil)), 0
		mine := errors.New("mine")
		err := db.Write(t.Context(), func(*sqlx.Tx) error { turns++; return mine })
		if !errors.Is(err, mine) || turns != 1 {
			t.Error(err, turns)
		}
	})
}

// The numbers are those of the servers' manuals.
func TestErrorsNameTheirRemedy(t *testing.T) {
	for code, says := range map[uint16]string{
		1040: "more connections", 1044: "the account needs GRANT", 1045: "user and password", 1049: "create the database, empty",
		1142: "may not write there", 1290: "name the server that writes", 1792: "name the server that writes", 1153: "raise the server's",
		1267: "another character set", 1366: "not valid UTF-8", 1406: "longer than this store keeps", 1021: "disk or memory is full", 1114: "disk or memory is full",
		1205: "another process holds these rows", 1213: "another process holds these rows", 1146: "dropped or altered", 1054: "dropped or altered",
		2006: "the connection was lost", 2013: "the connection was lost", 1053: "the connection was lost",
	} {
		cause := &mysql.MySQLError{Number: code, Message: "as the server says"}
		err := store.Explain(fmt.Errorf("read orders: %w", cause))
		if !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), "as the server says") || !errors.Is(err, cause) {
			t.Errorf("%d: %v", code, err)
		}
		if again := store.Explain(fmt.Errorf("again: %w", err)); strings.Count(again.Error(), says) != 1 {
			t.Errorf("%d explained twice: %v", code, again)
		}
	}
	for _, c := range []struct {
		err  error
		says string
	}{
		{mysql.ErrInvalidConn, "the connection was lost"},
		{driver.ErrBadConn, "the connection was lost"},
		{mysql.ErrPktTooLarge, "max_allowed_packet"},
	} {
		if got := store.Explain(c.err); !strings.Contains(got.Error(), c.says) {
			t.Error(got)
		}
	}
	for _, of := range []error{&fs.PathError{Op: "open", Path: "archive", Err: syscall.EACCES}, &os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.EEXIST}} {
		if got := store.Explain(of); errors.Is(got, store.ErrUnreachable) {
			t.Errorf("a file is taken for a server: %v", got)
		}
	}
	if store.Explain(nil) != nil || store.Explain(os.ErrClosed) != os.ErrClosed {
		t.Error("says something where there is nothing to say")
	}
}

func TestFaultsOfAFileNameTheirRemedy(t *testing.T) {
	damaged := filepath.Join(t.TempDir(), "s.db")
	must(t, os.WriteFile(damaged, []byte(strings.Repeat("this is a letter, not a database. ", 40)), 0o600))
	_, err := store.Open(t.Context(), store.File(damaged), schema(nil))
	if err == nil || !strings.Contains(err.Error(), "the file is damaged or no store") {
		t.Error(err)
	}
	full := schema(nil)
	full.Pragmas = append(full.Pragmas, "max_page_count(8)")
	db := open(t, store.File(filepath.Join(t.TempDir(), "s.db")), full)
	err = db.Write(t.Context(), func(tx *sqlx.Tx) error {
		_, err := tx.Exec("INSERT INTO b (k, t) VALUES ('x', ?)", strings.Repeat("x", 100_000))
		return err
	})
	if err == nil || !strings.Contains(err.Error(), "the disk is full: make room") {
		t.Error(err)
	}
}

func TestDroppedTablesAndColumnsAndOtherCollationsAreRefused(t *testing.T) {
	engines(t, func(t *testing.T, o store.Options) {
		for _, c := range []struct{ spoil, says, only string }{
			{"", "", ""},
			{"ALTER TABLE b DROP COLUMN t", "somebody dropped the column t of its table b; restore a backup", ""},
			{"DROP TABLE a", "somebody dropped its table a; restore a backup", ""},
			{
				"CREATE TABLE a (k VARBINARY(64) NOT NULL PRIMARY KEY, v TEXT CHARACTER SET latin1)",
				"the column v of its table a has the collation latin1_swedish_ci, not utf8mb4_bin; ALTER TABLE a CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", store.MySQL,
			},
		} {
			s := schema(map[string]string{"00002_b.sql": "CREATE TABLE b (k VARBINARY(64) NOT NULL PRIMARY KEY, t TEXT);"})
			db := open(t, o, s)
			if c.only != "" && c.only != db.Name {
				continue
			}
			if c.spoil != "" {
				exec(t, db.Writes.DB, c.spoil)
			}
			err := db.Check(t.Context(), []store.Table{{Name: "a", Columns: []string{"k", "v"}}, {Name: "b", Columns: []string{"k"}}})
			if strings.Contains(c.spoil, "COLUMN t") {
				err = db.Check(t.Context(), []store.Table{{Name: "b", Columns: []string{"k", "t"}}})
			}
			if c.says == "" && err != nil || c.says != "" && (err == nil || err.Error() != c.says && !strings.HasPrefix(err.Error(), c.says)) {
				t.Errorf("%s: %v", c.spoil, err)
			}
		}
	})
}
