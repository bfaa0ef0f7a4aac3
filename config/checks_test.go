package config

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const head = "company: {name: N, zone: UTC, currency: EUR, country: DE}\n"

func TestProblemsBetweenEntries(t *testing.T) {
	const own = "mail: {from: r@x.org}\n"
	runBelow(t, []problemCase{
		{"a rate of the company's own currency", "rates: [{currency: EUR, from: 2026-01-01, rate: 1}]\n", "9:20: rates[0].currency: EUR is the company's own currency (remove the rate)"},
		{"a rate of nothing", "rates: [{currency: USD, from: 2026-01-01, rate: 0}]\n", "9:49: rates[0].rate: a rate must be above zero"},
		{
			"the same rate twice", "rates:\n- {currency: USD, from: 2026-01-01, rate: 1}\n- {currency: USD, from: 2026-01-01, rate: 2}\n",
			"11:3: rates[1]: duplicate: the currency and day are already given at line 10 (keep one of the two)",
		},
		{
			"the same cost twice", "costs:\n- {month: 2026-10, activity: a, amount: 1}\n- {month: 2026-10, activity: a, amount: 2}\n",
			"11:3: costs[1]: duplicate: the month and activity are already given at line 10 (keep one of the two)",
		},
		{"targets of two territories are no duplicates", "targets:\n- {month: 2026-10, measure: profit, amount: 1}\n- {month: 2026-10, measure: profit, amount: 1, territory: North}\n", ""},
		{
			"the same target twice", "targets:\n- {month: 2026-10, measure: profit, amount: 1}\n- {month: 2026-10, measure: profit, amount: 2}\n",
			"11:3: targets[1]: duplicate: the month, measure and whom it is wanted of are already given at line 10 (keep one of the two)",
		},
		{
			"a recipient twice, in capitals", own + "reports:\n  sales:\n    recipients:\n    - ann@x.org\n    - Ann <ANN@X.org>\n",
			"14:7: reports.sales.recipients[1]: duplicate: the address and its letter are already given at line 13 (keep one of the two)",
		},
		{"a recipient of two reports", own + "reports: {sales: {recipients: [a@x.org]}, marketing: {recipients: [a@x.org]}}\n", ""},
		{
			"a recipient outside the allowed domains", "mail: {from: r@x.org, allow_domains: [x.org]}\nreports: {sales: {recipients: [a@y.org]}}\n",
			"10:32: reports.sales.recipients[0]: a@y.org is not at a domain of mail.allow_domains (add y.org there, or remove the recipient)",
		},
		{
			"who is told, outside the allowed domains", "mail: {from: r@x.org, allow_domains: [x.org]}\nops: {mail: [o@x.org, a@y.org]}\n",
			"10:23: ops.mail[1]: a@y.org is not at a domain of mail.allow_domains (add y.org there, or remove the recipient)",
		},
		{
			"who is told twice", "mail: {from: r@x.org}\nops: {mail: [o@x.org, O@x.org]}\n",
			"10:23: ops.mail[1]: duplicate: the address and its mail are already given at line 10 (keep one of the two)",
		},
		{"somebody to tell without a sender", "ops: {mail: [o@x.org]}\n", "9:13: mail.from: is missing, but somebody is to be told (such as Reports <reports@example.com>)"},
		{"recipients without a sender", "reports:\n  sales: {recipients: [a@x.org]}\n", "9:1: mail.from: is missing, but there are recipients (such as Reports <reports@example.com>)"},
		{"an excluded record of an unknown source", "exclude: {parties: [shp/1]}\n", `9:21: exclude.parties[0]: there is no source "shp" (did you mean shop?)`},
		{"state and warehouse in one file", "stores: {state: a.db, warehouse: ./a.db}\n", "9:34: stores.warehouse: stores.state and stores.warehouse are the same file (give each its own: the state must survive a rebuilt warehouse)"},
		{
			"state and warehouse in one database", "stores:\n  state: {driver: mysql, dsn: 'u:p@tcp(h)/x'}\n  warehouse: {driver: mysql, dsn: 'u:p@tcp(h)/x'}\n",
			"11:14: stores.warehouse: stores.state and stores.warehouse are the same database (give each its own: the state must survive a rebuilt warehouse)",
		},
		{"state and warehouse in two databases", "stores:\n  state: {driver: mysql, dsn: 'u:p@tcp(h)/x'}\n  warehouse: {driver: mysql, dsn: 'u:p@tcp(h)/y'}\n", ""},
		{"a connection for a path", "stores: {state: 'u:p@tcp(h)/x'}\n", "9:17: stores.state: this looks like a connection, but a plain text here is the path of an SQLite file (write {driver: mysql, dsn: {env: NAME}})"},
		{"a store in a folder of files", "stores: {state: {driver: csv, dsn: x}}\n", `9:26: stores.state.driver: "csv" is not known (one of mysql, sqlite)`},
		{"outbox and archive in one folder", "mail: {outbox: archive}\n", "9:16: mail.outbox: archive.folder and mail.outbox are the same folder (give each its own)"},
		{"revenue from what nobody maps", "metrics: {revenue_from: invoices}\n", "9:25: metrics.revenue_from: is invoices, but no source maps invoices (map them, or take the revenue from what is mapped)"},
		{
			"the same initiative twice", "initiatives:\n- &a {theme: t, wording: w, want: pain, owner: o, chance: 5%, cost: 1, first_step: f}\n- *a\n",
			"10:3: initiatives[1]: duplicate: the theme and wording are already given at line 10 (keep one of the two)",
		},
	})
}

func TestProblemsOfSources(t *testing.T) {
	for _, c := range []problemCase{
		{"no source at all", "sources: {}\n", "2:10: sources: is empty, but it is needed"},
		{
			"a name with a slash", "sources:\n  a/b: {driver: sqlite, dsn: x, records: {parties: SELECT 1, orders: SELECT 1}}\n",
			`3:8: sources: "a/b" cannot be the name of a source (small letters, digits, _ and -, beginning with a letter)`,
		},
		{
			"a misspelt driver is told alone", "sources: {s: {driver: mysq, records: {parties: SELECT 1, orders: SELECT 1}}}\n",
			`2:23: sources.s.driver: "mysq" is not known (did you mean mysql?)`,
		},
		{"a misspelt kind of record", "sources: {s: {driver: mysql, dsn: x, records: {partys: SELECT 1}}}\n", "2:48: sources.s.records.partys: unknown key (did you mean parties?)"},
		{"a source without records", "sources:\n  s:\n    driver: mysql\n    dsn: x\n", "3:3: sources.s.records: is missing"},
		{"a source with empty records", "sources: {s: {driver: mysql, dsn: x, records: {}}}\n", "2:47: sources.s.records: is empty, but it is needed"},
		{
			"a source without a connection", "sources:\n  s:\n    driver: mysql\n    records: {parties: SELECT 1, orders: SELECT 1}\n",
			"3:3: sources.s.dsn: a mysql source needs to know how to connect",
		},
		{
			"a database with a folder", "sources:\n  s:\n    driver: mysql\n    dsn: x\n    folder: y\n    records: {parties: SELECT 1, orders: SELECT 1}\n",
			"6:13: sources.s.folder: only a csv source has a folder (remove it)",
		},
		{"nobody to report on", "sources: {s: {driver: mysql, dsn: x, records: {orders: SELECT 1}}}\n", "2:10: sources: no source maps parties (at least one must: they are the customers)"},
		{
			"lines without orders", "sources: {s: {driver: mysql, dsn: x, records: {parties: SELECT 1, invoices: SELECT 1, lines: SELECT 1}}}\nmetrics: {revenue_from: invoices}\n",
			"2:94: sources.s.records.lines: lines belong to orders, but the source maps no orders (map orders as well)",
		},
		{"a mapping without a SELECT", "sources: {s: {driver: mysql, dsn: x, records: {orders: SELECT 1, parties: {key: id}}}}\n", "2:75: sources.s.records.parties.select: the mapping has no SELECT"},
		{
			"a file in a database", "sources: {s: {driver: mysql, dsn: x, records: {orders: SELECT 1, parties: {select: SELECT 1, file: a.csv}}}}\n",
			"2:100: sources.s.records.parties.file: only a mapping of a csv source has this (remove it)",
		},
		{
			"SQL in a folder of files", "sources: {s: {driver: csv, folder: x, records: {orders: {file: o.csv}, parties: SELECT 1}}}\n",
			"2:81: sources.s.records.parties: a csv source has no SQL; write {file: name.csv} (remove it)",
		},
		{
			"a csv source without a folder", "sources: {s: {driver: csv, records: {orders: {file: o.csv}, parties: {file: p.csv}}}}\n",
			"2:14: sources.s.folder: a csv source needs the folder of its files",
		},
		{
			"a file outside the folder", "sources: {s: {driver: csv, folder: x, records: {orders: {file: o.csv}, parties: {file: ../p.csv}}}}\n",
			"2:88: sources.s.records.parties.file: the file must lie inside the source's folder (write its name, or a path below the folder)",
		},
		{
			"a letter between columns", "sources: {s: {driver: csv, folder: x, records: {orders: {file: o.csv}, parties: {file: p.csv, delimiter: x}}}}\n",
			`2:106: sources.s.records.parties.delimiter: "x" cannot separate columns (comma, semicolon, tab or one character such as "|")`,
		},
		{
			"a time limit without a unit", "sources: {s: {driver: mysql, dsn: x, statement_timeout: 10, records: {parties: SELECT 1, orders: SELECT 1}}}\n",
			"2:57: sources.s.statement_timeout: a span of time is expected here (say of what: 10s, 10m or 10h)",
		},
		{
			"a time limit of nothing", "sources: {s: {driver: mysql, dsn: x, statement_timeout: 0s, records: {parties: SELECT 1, orders: SELECT 1}}}\n",
			"2:57: sources.s.statement_timeout: would stop every statement at once (remove it)",
		},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if diff := cmp.Diff(c.want, found(t, head+c.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAllProblemsAreToldAtOnceInReadingOrder(t *testing.T) {
	const text = `company:
  name: Northgate
  zon: Europe/Berlin
  currency: ECU
  country: UK
sources:
  shop:
    driver: mysql
    dns: secret@tcp(db)/shop
    records:
      parties: |
        SELECT id, :sinse
          FROM customers
      lines: SELECT 1
metrics:
  horizon: soon
  horizon: 90 days
reports:
  sales:
    schedule: 0 25 * * *
    recipients: [ann@x.org, ann@x.org, bob]
`
	want := strings.Join([]string{
		"1:1: company.zone: is missing",
		"3:3: company.zon: unknown key (did you mean zone?)",
		`4:13: company.currency: unknown currency "ECU" (an ISO 4217 code such as EUR or USD)`,
		`5:12: company.country: "UK" is not how ISO 3166 writes this country (write GB)`,
		"7:3: sources.shop.dsn: a mysql source needs to know how to connect",
		"9:5: sources.shop.dns: unknown key (did you mean dsn?)",
		"12:20: sources.shop.records.parties: unknown parameter :sinse (did you mean :since?)",
		"14:14: sources.shop.records.lines: lines belong to orders, but the source maps no orders (map orders as well)",
		"16:12: metrics.horizon: a number of days is expected here (such as 180 days)",
		"17:3: metrics.horizon: duplicate key, already given at line 16 (keep one of the two)",
		"18:1: mail.from: is missing, but there are recipients (such as Reports <reports@example.com>)",
		`20:15: reports.sales.schedule: bad schedule "0 25 * * *": end of range (25) above maximum (23): 25 ` +
			"(five fields: minute hour day-of-month month day-of-week, such as 0 7 * * 1 for Mondays at seven)",
		"21:29: reports.sales.recipients[1]: duplicate: the address and its letter are already given at line 21 (keep one of the two)",
		`21:40: reports.sales.recipients[2]: bad mail address "bob" (such as ann@example.com or Ann Lee <ann@example.com>)`,
	}, "\n")
	if diff := cmp.Diff(want, found(t, text)); diff != "" {
		t.Error(diff)
	}
}
