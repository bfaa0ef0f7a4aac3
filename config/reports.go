package config

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// ReportNames lists the reports there are.
func ReportNames() []string { return []string{"sales", "marketing", "operations"} }

// Reports are the reports in the order of the file.
type Reports []Report

// Report is one workbook, when it is made and who gets it.
type Report struct {
	// Name is its key in the file, one of ReportNames.
	Name string `yaml:"-"`
	// Who gets it, each in a letter of their own.
	Recipients []Recipient `yaml:"recipients"`
	// Which customers each rep is sent who has an address in the records of kind reps: nobody's, those they look after, or those of their territory. Who is listed under recipients gets what stands there.
	ToReps string `yaml:"to_reps" jsonschema:"default=nobody,enum=nobody,enum=customers,enum=territory"`
	// When it goes out, as five cron fields; only by hand when left out.
	Schedule Schedule `yaml:"schedule"`
	// The zone of the schedule; the company's when left out.
	Zone Zone `yaml:"zone"`
	// The calendar of days off that its times keep to; none when left out.
	Calendar string `yaml:"calendar"`
	// What is done about a time on a day off: the same time on the next working day, on the previous one unless that is before the period has ended, or nothing.
	Shift string `yaml:"shift" jsonschema:"default=next,enum=next,enum=previous,enum=skip"`
	// Instead of days in the schedule: the how many-th working day of a month, -1 for the last.
	WorkingDay int `yaml:"working_day" jsonschema:"minimum=-31,maximum=31"`
	// What is done about periods that were missed: nothing, only the latest is reported, or all of them.
	CatchUp string `yaml:"catch_up" jsonschema:"default=latest,enum=none,enum=latest,enum=all"`
	// How many days after its time a missed period is still reported, and a failed one tried; 0 has no end.
	CatchUpWindow Days `yaml:"catch_up_window" jsonschema:"default=0"`
	// With catch_up none: how long after its time a period may begin and does not count as missed.
	CatchUpGrace Duration `yaml:"catch_up_grace" jsonschema:"default=1h"`
	// Whether what comes due is skipped instead of done. It is not made up for later.
	Paused bool `yaml:"paused"`
	// The period it reports on: monthly or weekly.
	Period string `yaml:"period" jsonschema:"default=monthly,enum=monthly,enum=weekly"`
	// Whether it is made at all.
	Enabled bool `yaml:"enabled" jsonschema:"default=true"`
}

// Recipient is one person. With a territory or a rep the workbook shows only their customers.
type Recipient struct {
	// The mail address.
	Address Address `yaml:"address" jsonschema:"required"`
	// The person's name, for the greeting.
	Name string `yaml:"name"`
	// Only the customers of this territory.
	Territory string `yaml:"territory"`
	// Only the customers of this rep, by the name in the records of kind reps.
	Rep string `yaml:"rep"`
}

// Find is the report of a name, nil when the file does not have it.
func (r Reports) Find(name string) *Report {
	for i := range r {
		if r[i].Name == name {
			return &r[i]
		}
	}
	return nil
}

func (r *Reports) decodeNode(d *decoder, n *yaml.Node, path string) {
	if isNull(n) {
		return
	}
	d.entries(n, path, ReportNames(), func(name string, value *yaml.Node) {
		report := Report{Name: name}
		d.value(reflect.ValueOf(&report).Elem(), value, join(path, name))
		*r = append(*r, report)
	})
}

// decodeNode takes a plain text for the address.
func (r *Recipient) decodeNode(d *decoder, n *yaml.Node, path string) {
	if n.Kind == yaml.MappingNode {
		d.plain(r, n, path)
	} else {
		d.value(reflect.ValueOf(&r.Address).Elem(), n, path)
	}
	if r.Name == "" {
		r.Name = r.Address.Name
	}
}

func checkReports(c *Config, d *decoder) {
	for _, report := range c.Reports {
		path := join("reports", report.Name) + ".recipients"
		once(d, path, report.Recipients, "the address and its letter", func(r Recipient) string {
			return strings.ToLower(r.Address.Email)
		})
		for i, r := range report.Recipients {
			checkDomain(c, d, r.Address, element(path, i))
		}
		checkWholeCompany(d, report)
	}
	if c.Reports.mailed() && c.Mail.From.IsZero() {
		d.problemAt(d.place(d.given("mail", "reports")), "mail.from", "is missing, but there are recipients", "such as Reports <reports@example.com>")
	}
}

// mailed tells whether a report goes to anybody.
func (r Reports) mailed() bool {
	return slices.ContainsFunc(r, func(x Report) bool { return x.Enabled && (len(x.Recipients) > 0 || x.ToReps != "nobody") })
}

// checkDomain keeps figures inside the company where the file says so.
func checkDomain(c *Config, d *decoder, a Address, path string) {
	if len(c.Mail.AllowDomains) == 0 || a.IsZero() || d.failedBelow("mail.allow_domains") {
		return
	}
	domain := a.Domain()
	if !slices.ContainsFunc(c.Mail.AllowDomains, func(x Domain) bool { return string(x) == domain }) {
		d.problemAt(d.place(path), path, fmt.Sprintf("%s is not at a domain of mail.allow_domains", a.Email),
			"add "+domain+" there, or remove the recipient")
	}
}
