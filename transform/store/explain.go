package store

import (
	"crypto/tls"
	"crypto/x509"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"strings"
	"syscall"

	"github.com/go-sql-driver/mysql"
	sqlitelib "modernc.org/sqlite/lib"
)

// Explain adds to an error what a person can do about it. What it cannot explain it
// returns as it is.
func Explain(err error) error {
	if err == nil || errors.As(err, new(*hinted)) {
		return err
	}
	if code := serverCode(err); code != 0 {
		return explainServer(err, code)
	}
	if code := sqliteCode(err); code != 0 {
		return explainSQLite(err, code)
	}
	return explainConnection(err)
}

// grants is what the account of a store needs.
const grants = "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, CREATE VIEW ON the store's database"

func explainServer(err error, code uint16) error {
	if code == 1105 && strings.Contains(err.Error(), "max_allowed_packet") { // a parameter sent in pieces
		return tooLarge(err)
	}
	switch code {
	case 1045, 1698:
		return unreachable(err, "check user and password of the DSN")
	case 1049:
		return unreachable(err, "create the database, empty, or correct its name in the DSN")
	case 1044:
		return unreachable(err, "the account needs "+grants)
	case 1040, 1203, 1226, 1129, 1130:
		return unreachable(err, "ask whoever runs the server to let this host and account in, or more connections")
	case 1053, 1152, 1158, 1159, 1160, 1161, 1927, 2006, 2013:
		return unreachable(err, "the connection was lost: try again, and look into the server's log")
	case 1142, 1143, 1227, 1370:
		return remedy(err, "the account may not write there; it needs "+grants)
	case 1290, 1792, 1836:
		return remedy(err, "the server or the account only reads: name the server that writes, not its replica")
	case 1153:
		return tooLarge(err)
	case 1267, 1270, 1271, 1300, 1366:
		return remedy(err, "a text is not valid UTF-8, or a table has another character set than the utf8mb4 we gave it")
	case 1406:
		return remedy(err, "a text is longer than this store keeps: shorten it where it comes from")
	case 1021, 1114, 1041:
		return remedy(err, "the server's disk or memory is full: make room, then run again")
	case 1205, 1213, 1020:
		return remedy(err, "another process holds these rows: wait until it is done, then run again")
	case 1146, 1054, 1356:
		return remedy(err, "somebody dropped or altered a table of the store: restore it from a backup; a warehouse can also be dropped whole and refreshed")
	case 1071, 1118:
		return remedy(err, "the server's innodb_page_size is too small: a store needs 16k")
	case 1115, 1273:
		return remedy(err, "the server is too old: a store needs MySQL 5.7 or MariaDB 10.2")
	}
	return err
}

func explainSQLite(err error, code int) error {
	switch code & 0xff {
	case sqlitelib.SQLITE_FULL:
		return remedy(err, "the disk is full: make room, then run again")
	case sqlitelib.SQLITE_IOERR:
		return remedy(err, "the disk is full or failing: make room, look into the system's log, then run again")
	case sqlitelib.SQLITE_BUSY, sqlitelib.SQLITE_LOCKED:
		return remedy(err, "another process is writing the file: wait until it is done, then run again")
	case sqlitelib.SQLITE_READONLY, sqlitelib.SQLITE_CANTOPEN, sqlitelib.SQLITE_PERM:
		return remedy(err, "check who owns the file and its folder: both must be writable")
	case sqlitelib.SQLITE_CORRUPT, sqlitelib.SQLITE_NOTADB:
		return remedy(err, "the file is damaged or no store: move it away, then restore a backup; a warehouse can be refreshed instead")
	}
	return err
}

// explainConnection tells a lost or refused connection, and a full disk, from other
// errors.
func explainConnection(err error) error {
	netErr, isNet := errors.AsType[net.Error](err)
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG): // of a file beside the store
		return remedy(err, "the disk is full, or no larger file may be written there: make room, then run again")
	case errors.As(err, new(*tls.CertificateVerificationError)), errors.As(err, new(x509.HostnameError)), errors.As(err, new(x509.UnknownAuthorityError)):
		return unreachable(err, "the server's certificate does not hold for this host: correct the host in the DSN, or have this machine trust who signed it")
	case errors.Is(err, mysql.ErrNoTLS):
		return unreachable(err, "the server offers no TLS: set it up there, or take tls out of the DSN where the network is trusted")
	case errors.Is(err, mysql.ErrPktTooLarge):
		return tooLarge(err)
	case ofFile(err): // its number passes for an error of the network
		return err
	case isNet && netErr.Timeout():
		return unreachable(err, "the server does not answer in time: check host, port and firewall")
	case isNet:
		return unreachable(err, "check host and port of the DSN, and that the server is up")
	case errors.Is(err, driver.ErrBadConn), errors.Is(err, mysql.ErrInvalidConn), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return unreachable(err, "the connection was lost: try again, and look into the server's log")
	}
	return err
}

// ofFile reports whether an error is that of a file beside the store.
func ofFile(err error) bool {
	return errors.As(err, new(*fs.PathError)) || errors.As(err, new(*os.LinkError))
}

// unreachable wraps ErrUnreachable around an error, with the remedy.
func unreachable(err error, text string) error {
	return remedy(fmt.Errorf("%w: %w", ErrUnreachable, err), text)
}

func tooLarge(err error) error {
	return remedy(err, "raise the server's max_allowed_packet: SET GLOBAL max_allowed_packet = 67108864, and in its configuration")
}
