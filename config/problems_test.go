package config

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// found are the problems of a text, without the name of the file.
func found(t *testing.T, text string) string {
	t.Helper()
	_, err := Parse("c.yaml", []byte(text))
	if err == nil {
		return ""
	}
	var problems *Problems
	if !errors.As(err, &problems) {
		t.Fatalf("the error is a %T", err)
	}
	return strings.ReplaceAll(err.Error(), "c.yaml:", "")
}

type problemCase struct {
	rule string
	text string // stands below the shortest configuration, so that it begins at line 9
	want string // the line and column in it count from the file's beginning
}

func runBelow(t *testing.T, cases []problemCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			if diff := cmp.Diff(c.want, found(t, least+c.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestProblemsOfTheFile(t *testing.T) {
	for _, c := range []problemCase{
		{"an empty file", "", "1:1: the file is empty (`clientele init` writes a commented one to start from)"},
		{"comments only", "# nothing\n", "1:1: the file is empty (`clientele init` writes a commented one to start from)"},
		{"no entries", "hello\n", "1:1: a block of `key: value` entries is expected here, not a text (known here: company, exclude, matching, survivorship, stores, " +
			"sources, metrics, costs, cost_to_serve, rates, targets, service_targets, initiatives, calendars, reports, refresh, serve, gates, expectations, mail, archive, ops, log)\n" +
			"1:1: company: is missing\n1:1: sources: is missing"},
		{"bytes that are not UTF-8", "a: 1\nb: M\xfcller\n", "2:5: the file is not UTF-8 from here on (save it as UTF-8)"},
		{"a control character", "a: \x01\n", "1:4: a control character (remove it)"},
		{"a list that does not end", "a: [1,\nb: 2\n", "3:1: this is not YAML: did not find expected ',' or ']'"},
		{"a tab as indentation", "a:\n\tb: 1\n", "2:1: this is not YAML: found character that cannot start any token " +
			"(indent with blanks, not tabs, and put a text that begins with @, % or ` in quotes)"},
		{"a colon in a text", "a: b: c\n", "1:5: this is not YAML: mapping values are not allowed in this context " +
			"(check the indentation, and put a text that contains a colon and a blank in quotes)"},
		{"an asterisk does not show what follows it", "dsn: *hunter2\n", "1:6: this is not YAML: an asterisk refers to an anchor " +
			"that is not there (put a text that begins with * in quotes)"},
		{"a second document", least + "---\nlog: {}\n", "9:1: a second document begins here (one configuration is one document; remove the line ---)"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if diff := cmp.Diff(c.want, found(t, c.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestProblemsOfKeys(t *testing.T) {
	runBelow(t, []problemCase{
		{"a misspelt key names the one meant", "metrics:\n  horizn: 90 days\n", "10:3: metrics.horizn: unknown key (did you mean horizon?)"},
		{"swapped letters count as one slip", "lgo: {}\n", "9:1: lgo: unknown key (did you mean log?)"},
		{"capitals are a slip too", "Log: {}\n", "9:1: Log: unknown key (did you mean log?)"},
		{"a strange key lists the known ones", "log:\n  colour: red\n", "10:3: log.colour: unknown key (known here: format, level)"},
		{"a key given twice", "log:\n  level: info\n  level: warn\n", "11:3: log.level: duplicate key, already given at line 10 (keep one of the two)"},
		{"a merge key", "log: {<<: {level: info}}\n", "9:7: log: merging with << is not supported (write the entries out)"},
		{"a key over two lines stays on one", "log: {\"a\\nb.c\": 1}\n", `9:7: log."a\nb.c": unknown key (known here: format, level)`},
		{"a key that is a list", "log:\n  ? [a]\n  : 1\n", "10:5: log: a key must be a plain word"},
		{"a list where entries belong", "log: [info]\n", "9:6: log: a block of `key: value` entries is expected here, not a list (known here: format, level)"},
		{"entries where a list belongs", "costs: {month: 2026-10}\n", "9:8: costs: a list is expected here, not a block of entries (put each element on its own line after a dash)"},
		{"a text where a list belongs", "exclude: {emails: a@b.c}\n", "9:19: exclude.emails: a list is expected here, not a text (put each element on its own line after a dash)"},
		{"a missing entry stands at its list element", "costs:\n  - month: 2026-10\n    amount: 5\n", "10:5: costs[0].activity: is missing"},
		{"an empty needed entry", "costs:\n  - {month: 2026-10, activity: '', amount: 5}\n", "10:32: costs[0].activity: is empty, but it is needed"},
		{"an entry without a value", "log:\n  level:\n", "10:9: log.level: has no value (give it one or remove the line)"},
		{"a block without entries counts as left out", "exclude:\nmail:\ncosts:\nreports:\n", ""},
	})
}

func TestProblemsOfValues(t *testing.T) {
	none := strings.Repeat("X", 3) // the code for transactions without any currency
	runBelow(t, []problemCase{
		{"a word that is not allowed", "log: {level: inform}\n", `9:14: log.level: "inform" is not known (did you mean info?)`},
		{"a word far from every allowed one", "log: {format: xml}\n", `9:15: log.format: "xml" is not known (one of text, json)`},
		{"a number too small", "metrics: {min_sample: 0}\n", "9:23: metrics.min_sample: 0 is too small (at least 1)"},
		{"a number too large", "metrics: {ladder: {loyal_quarters: 5}}\n", "9:36: metrics.ladder.loyal_quarters: 5 is too large (at most 4)"},
		{"an octal number", "metrics: {min_sample: 012}\n", "9:23: metrics.min_sample: a whole number is expected here (digits only, such as 12)"},
		{"a text for a number", "metrics: {min_sample: ten}\n", "9:23: metrics.min_sample: a whole number is expected here (digits only, such as 12)"},
		{"yes is not true", "reports: {sales: {enabled: yes}}\n", "9:28: reports.sales.enabled: true or false is expected here"},
		{"true is no text", "costs: [{month: 2026-10, activity: true, amount: 1}]\n", "9:36: costs[0].activity: a text is expected here, not true or false (put it in quotes if it is meant as text)"},
		{"a foreign tag", "log: {level: !level info}\n", "9:14: log.level: tags that begin with ! are not supported (remove it, or put the text in quotes)"},
		{"a line break where one line belongs", "costs: [{month: 2026-10, activity: \"a\\nb\", amount: 1}]\n", "9:36: costs[0].activity: contains a line break or another control character (write it on one line)"},
		{"a percentage above the whole", "metrics: {credit_rate: 101%}\n", "9:24: metrics.credit_rate: 101% is not between 0% and 100%"},
		{"a bare number above one is no share", "metrics: {credit_rate: 8}\n", "9:24: metrics.credit_rate: 8 without a percent sign is more than the whole or unclear (write 8% or a fraction such as 0.125)"},
		{"a bare one could be 1% or 100%", "metrics: {credit_rate: 1}\n", "9:24: metrics.credit_rate: 1 without a percent sign is more than the whole or unclear (write 1% or a fraction such as 0.125)"},
		{"days in weeks", "metrics: {horizon: 3 weeks}\n", "9:20: metrics.horizon: a number of days is expected here (such as 180 days)"},
		{"no days where there must be some", "metrics: {horizon: 0 days}\n", "9:20: metrics.horizon: 0 days is too small (at least 7)"},
		{"five decimals of money", "metrics: {ladder: {trial_below: 1.00001}}\n", "9:33: metrics.ladder.trial_below: an amount is expected here: it has more than 4 decimals (such as 1234.50)"},
		{"thousands separators", "metrics: {ladder: {trial_below: '1,000'}}\n", "9:33: metrics.ladder.trial_below: an amount is expected here: it has thousands separators or a decimal comma; write digits with a point (such as 1234.50)"},
		{"an amount beyond all money", "metrics: {ladder: {trial_below: 1000000000000000}}\n", "9:33: metrics.ladder.trial_below: an amount is expected here: it is too large (such as 1234.50)"},
		{"three limits for five scores", "metrics: {segments: {recency_days: [30, 60, 90]}}\n", "9:36: metrics.segments.recency_days: has 3 limits (four limits part the scores 1 to 5)"},
		{"limits that do not rise", "metrics: {segments: {order_days: [2, 3, 3, 8]}}\n", "9:34: metrics.segments.order_days[2]: is not above the one before it (each limit is above 0 and above the one before, such as 30, 60, 120, 240)"},
		{"a limit of nothing", "metrics: {segments: {amounts: [0, 1, 2, 3]}}\n", "9:31: metrics.segments.amounts[0]: is not above the one before it (each limit is above 0 and above the one before, such as 30, 60, 120, 240)"},
		{"money by another word", "metrics: {segments: {money: totl}}\n", "9:29: metrics.segments.money: \"totl\" is not known (did you mean total?)"},
		{"a negative amount that cannot be", "metrics: {ladder: {trial_below: -1}}\n", "9:33: metrics.ladder.trial_below: -1 is too small (at least 0)"},
		{"a day the calendar has not", "rates: [{currency: USD, from: 2026-02-30, rate: 1}]\n", "9:31: rates[0].from: a date YYYY-MM-DD is expected here, and one the calendar has (such as 2026-10-31)"},
		{"a thirteenth month", "targets: [{month: 2026-13, measure: profit, amount: 1}]\n", "9:19: targets[0].month: a month YYYY-MM is expected here, and one the calendar has (such as 2026-10)"},
		{"a year long ago", "targets: [{month: 0026-10, measure: profit, amount: 1}]\n", "9:19: targets[0].month: the year 26 is not between 1900 and 2199"},
		{"a schedule with words", "refresh: {schedule: every day}\n", `9:21: refresh.schedule: bad schedule "every day" (five fields: minute hour day-of-month month day-of-week, such as 0 7 * * 1 for Mondays at seven)`},
		{"a schedule at minute 61", "refresh: {schedule: 61 * * * *}\n", `9:21: refresh.schedule: bad schedule "61 * * * *": end of range (61) above maximum (59): 61 (five fields: minute hour day-of-month month day-of-week, such as 0 7 * * 1 for Mondays at seven)`},
		{"a schedule with seconds", "refresh: {schedule: 0 0 7 * * 1}\n", `9:21: refresh.schedule: bad schedule "0 0 7 * * 1" (five fields: minute hour day-of-month month day-of-week, such as 0 7 * * 1 for Mondays at seven)`},
		{"a schedule with its own zone", "refresh: {schedule: TZ=UTC 0 7 * * 1}\n", "9:21: refresh.schedule: a zone has no place in a schedule (use the entry zone beside it)"},
		{"a schedule on a day that never comes", "refresh: {schedule: 0 7 30 2 *}\n", `9:21: refresh.schedule: the schedule "0 7 30 2 *" names a day that never comes (check day and month)`},
		{"the zone of the machine", "refresh: {zone: Local}\n", `9:17: refresh.zone: unknown zone "Local" (a name of the IANA list, such as Europe/Berlin or UTC)`},
		{"an unknown zone", "refresh: {zone: Europe/Berln}\n", `9:17: refresh.zone: unknown zone "Europe/Berln" (a name of the IANA list, such as Europe/Berlin or UTC)`},
		{"no currency", "rates: [{currency: " + none + ", from: 2026-01-01, rate: 1}]\n", `9:20: rates[0].currency: unknown currency "` + none + `" (an ISO 4217 code such as EUR or USD)`},
		{"gold", "rates: [{currency: XAU, from: 2026-01-01, rate: 1}]\n", `9:20: rates[0].currency: unknown currency "XAU" (an ISO 4217 code such as EUR or USD)`},
		{"a currency in small letters", "rates: [{currency: usd, from: 2026-01-01, rate: 1}]\n", `9:20: rates[0].currency: unknown currency "usd" (write USD)`},
		{"a mail address without a domain", "mail: {from: reports}\n", `9:14: mail.from: bad mail address "reports" (such as ann@example.com or Ann Lee <ann@example.com>)`},
		{"two mail addresses in one", "mail: {from: 'a@x.org, b@x.org'}\n", `9:14: mail.from: bad mail address "a@x.org, b@x.org" (such as ann@example.com or Ann Lee <ann@example.com>)`},
		{"a line break in a mail address", "mail: {from: \"a@x.org\\nBcc: b@x.org\"}\n", "9:14: mail.from: contains a line break or another control character (write it on one line)"},
		{"an ops heartbeat of no known job", "ops: {heartbeat: {salse: https://hc.example/1}}\n", `9:19: ops.heartbeat.salse: unknown key (did you mean sales?)`},
		{"a heartbeat that is no address", "ops: {heartbeat: hc.example/secret}\n", `9:18: ops.heartbeat: is no address that could be asked for (such as https://hc.example.com/ping/0b1c/{job})`},
		{"a heartbeat without a host", "ops: {heartbeat: {sales: 'ftp://secret'}}\n", `9:26: ops.heartbeat.sales: is no address that could be asked for (such as https://hc.example.com/ping/0b1c/{job})`},
		{"failures that are never told", "ops: {after_failures: 0}\n", `9:23: ops.after_failures: 0 is too small (at least 1)`},
		{"a place to listen without a port", "serve: {listen: localhost}\n", `9:17: serve.listen: "localhost" is no address with a port (such as 127.0.0.1:8080)`},
		{"a domain with an @", "mail: {allow_domains: ['@x.org']}\n", `9:24: mail.allow_domains[0]: bad domain "@x.org" (such as example.com, without an @)`},
		{"a pattern of stars", "exclude: {names: ['*']}\n", `9:19: exclude.names[0]: the pattern "*" covers everything or nothing (such as *@example.com)`},
		{"a record without its source", "exclude: {parties: [4711]}\n", `9:21: exclude.parties[0]: "4711" is not a record (write source/id, such as shop/4711)`},
	})
}
