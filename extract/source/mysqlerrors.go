package source

import (
	"context"
	"crypto/tls"
	sqldriver "database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"

	"github.com/go-sql-driver/mysql"
)

// serverCode returns the server's number of an error, 0 if it is not the server's.
func serverCode(err error) uint16 {
	if e, ok := errors.AsType[*mysql.MySQLError](err); ok {
		return e.Number
	}
	return 0
}

// explainMySQL adds the remedy to an error of a MySQL or MariaDB server.
func explainMySQL(err error, o Options) error {
	grant := grantFor(o)
	switch serverCode(err) {
	case 0:
		return explainLost(err)
	case 1045, 1698:
		return unreachable(err, "check user and password of the DSN")
	case 1044, 1049:
		return unreachable(err, "check the database of the DSN; the account needs "+grant)
	case 1040, 1129, 1130, 1203, 1226:
		return unreachable(err, "ask whoever runs the server to let this host and account in")
	case 1053, 1152, 1158, 1159, 1160, 1161, 1927:
		return unreachable(err, "try again when the server is up")
	case 1142, 1143:
		return &hinted{err, "the account needs " + grant}
	case 1146:
		return &hinted{err, "check the table's name and prefix in the mapping, and that the account has " + grant}
	case 1046:
		return &hinted{err, "name the database behind the / of the DSN, or before each table"}
	case 1054:
		return &hinted{err, "check the column's name in the mapping; SHOW COLUMNS lists them"}
	case 1060:
		return &hinted{err, "name each column once"}
	case 1064:
		return &hinted{err, "correct the SELECT of the mapping"}
	case 1792, 1290:
		return &hinted{err, "a source is only read: write a SELECT"}
	case 1969, 3024:
		return timedOut(o)
	case 1317:
		return &hinted{err, "somebody stopped the query on the server; run it again"}
	}
	return err
}

// explainLost tells a lost or refused connection from other errors.
func explainLost(err error) error {
	netErr, isNet := errors.AsType[net.Error](err)
	switch {
	case errors.As(err, new(*tls.CertificateVerificationError)):
		return unreachable(err, "the server's certificate does not hold for this host: correct the host in the DSN, or have this machine trust who signed it")
	case errors.Is(err, mysql.ErrNoTLS):
		return unreachable(err, "set TLS up on the server, or take tls out of the DSN where the network is trusted")
	case isNet && netErr.Timeout(), errors.Is(err, context.DeadlineExceeded):
		return unreachable(err, "the server does not answer in time: check host, port and firewall")
	case isNet:
		return unreachable(err, "check host and port of the DSN, and that the server is up")
	case errors.Is(err, sqldriver.ErrBadConn), errors.Is(err, mysql.ErrInvalidConn), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return unreachable(err, "the connection was lost: try again, and look into the server's log")
	}
	return err
}

// unreachable wraps ErrUnreachable around an error, with the remedy.
func unreachable(err error, remedy string) error {
	return &hinted{fmt.Errorf("%w: %w", ErrUnreachable, err), remedy}
}

// ignoreLost drops the error of a connection that is gone anyway.
func ignoreLost(err error) error {
	if errors.Is(err, sqldriver.ErrBadConn) || errors.Is(err, mysql.ErrInvalidConn) || serverCode(err) == 1317 {
		return nil
	}
	return err
}

// grantFor returns the statement that lets the account read.
func grantFor(o Options) string {
	cfg, err := mysql.ParseDSN(o.DSN)
	if err != nil {
		return "GRANT SELECT"
	}
	name := func(s string) string { return strings.ReplaceAll(s, "'", "") }
	return fmt.Sprintf("GRANT SELECT ON `%s`.* TO '%s'", strings.ReplaceAll(cfg.DBName, "`", ""), name(cfg.User))
}
