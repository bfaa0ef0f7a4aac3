package main

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"clientele/reports/excel/exceltest"
	"clientele/reports/mail/mailtest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"clientele": func() {
			ctx, stop := untilSignal(context.Background())
			defer stop()
			os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
		},
	})
}

// TestScripts runs the program end to end: every file of testdata is one story.
func TestScripts(t *testing.T) {
	servers := &mailServers{t: t, of: map[string]*mailtest.Server{}}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: false,
		Setup: func(e *testscript.Env) error {
			e.Defer(func() { exceltest.SoundFolder(t, e.WorkDir) })
			_, server, _ := strings.Cut(os.Getenv("CLIENTELE_TEST_MYSQL"), "@")
			e.Setenv("SERVER", os.Getenv("CLIENTELE_TEST_MYSQL"))
			e.Setenv("WRONG_PASSWORD", "reader:hunter2@"+server+"mysql")
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond == "mysql" {
				return os.Getenv("CLIENTELE_TEST_MYSQL") != "", nil
			}
			return false, fmt.Errorf("no condition %q", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"sqlite":  sqliteFile,
			"mysql":   mysqlScript,
			"appears": appears,
			"xlsxcat": xlsxcat,
			"xlsxset": xlsxset,
			"emlcat":  emlcat,
			"exits":   exits,
			"bytes":   writeBytes,

			"returned": returnedMail,

			"hoursago": hoursAgo,

			"mailserver": servers.start,
			"letters":    servers.letters,
			"arrived":    servers.arrived,
		},
	})
}

// sqliteFile changes a database: sqlite FILE SCRIPT.
func sqliteFile(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	defer db.Close()
	_, err = db.Exec(ts.ReadFile(args[1]))
	ts.Check(err)
}

// appears waits until a query of a database says something else than nothing:
// appears FILE QUERY, or appears DSN QUERY.
func appears(ts *testscript.TestScript, _ bool, args []string) {
	driver, dsn := "sqlite", ts.MkAbs(args[0])+"?_pragma=busy_timeout(20000)"
	if strings.Contains(args[0], "@tcp(") {
		driver, dsn = "mysql", args[0]
	}
	db, err := sql.Open(driver, dsn)
	ts.Check(err)
	defer db.Close()
	for range 600 {
		var found int
		ts.Check(db.QueryRow(args[1]).Scan(&found))
		if found > 0 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	ts.Fatalf("%s: nothing came in a minute", args[1])
}

// hoursAgo writes a schedule into configurations that came round some hours ago and
// does not come again for weeks: no script is so slow, and none so unlucky, that the
// clock decides what is owed. HOURSAGO stands for the fields after the minute.
func hoursAgo(ts *testscript.TestScript, _ bool, args []string) {
	zone, err := time.LoadLocation("Europe/London")
	ts.Check(err)
	at := time.Now().In(zone).Add(-6 * time.Hour)
	fields := fmt.Sprintf("%d %d * *", at.Hour(), min(at.Day(), 28)) // a day of every month
	for _, file := range args {
		ts.Check(os.WriteFile(ts.MkAbs(file), []byte(strings.ReplaceAll(ts.ReadFile(file), "HOURSAGO", fields)), 0o600))
	}
}

// mysqlScript runs statements on the test server: mysql SCRIPT.
func mysqlScript(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("mysql", os.Getenv("CLIENTELE_TEST_MYSQL")+"?multiStatements=true")
	ts.Check(err)
	defer db.Close()
	_, err = db.Exec(ts.ReadFile(args[0]))
	ts.Check(err)
}

// xlsxcat prints a sheet as a manager sees it: xlsxcat FILE SHEET; no sheet lists
// the sheets.
func xlsxcat(ts *testscript.TestScript, _ bool, args []string) {
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	if len(args) == 1 {
		fmt.Fprintln(ts.Stdout(), strings.Join(f.GetSheetList(), "\n"))
		return
	}
	rows, err := f.GetRows(args[1])
	ts.Check(err)
	for _, r := range rows {
		fmt.Fprintln(ts.Stdout(), strings.TrimRight(strings.Join(r, " | "), " |"))
	}
}

// emlcat prints a letter's headers and plain text, and saves its attachment:
// emlcat FILE [ATTACHMENT].
func emlcat(ts *testscript.TestScript, _ bool, args []string) {
	m, err := mail.ReadMessage(strings.NewReader(ts.ReadFile(args[0])))
	ts.Check(err)
	for _, h := range []string{"From", "To", "Subject", "Message-ID", "Auto-Submitted"} {
		text, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get(h))
		ts.Check(err)
		fmt.Fprintf(ts.Stdout(), "%s: %s\n", h, text)
	}
	walkParts(ts, m.Header.Get("Content-Type"), "", m.Body, args[1:])
}

func walkParts(ts *testscript.TestScript, contentType, encoding string, body io.Reader, save []string) {
	kind, params, err := mime.ParseMediaType(contentType)
	ts.Check(err)
	if !strings.HasPrefix(kind, "multipart/") {
		data, err := io.ReadAll(decoded(encoding, body))
		ts.Check(err)
		switch {
		case kind == "text/plain":
			fmt.Fprintf(ts.Stdout(), "%s\n", data)
		case len(save) == 1 && strings.Contains(kind, "spreadsheet"):
			ts.Check(os.WriteFile(ts.MkAbs(save[0]), data, 0o600))
		}
		return
	}
	for r := multipart.NewReader(body, params["boundary"]); ; {
		part, err := r.NextRawPart()
		if err == io.EOF {
			return
		}
		ts.Check(err)
		walkParts(ts, part.Header.Get("Content-Type"), part.Header.Get("Content-Transfer-Encoding"), part, save)
	}
}

// exits runs the program and holds it to an exit code: exits CODE clientele ....
func exits(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("%s exited with %s, want %s", strings.Join(args[1:], " "), got, args[0])
	}
}

// writeBytes writes a file whose contents are Go-quoted: bytes FILE 'caf\xe9'.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(args[1], `"`, `\"`) + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}
