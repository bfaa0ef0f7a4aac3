package main

import (
	"fmt"
	"strings"
	"time"

	"clientele/config"
	"clientele/jobs"
	"clientele/reports"
)

// mailing is what the configuration holds letters to.
func mailing(c *config.Config) jobs.Mailing {
	m := jobs.Mailing{
		SuppressAfter: c.Mail.SuppressAfter, GiveUpAfter: time.Duration(c.Mail.GiveUpAfter) * 24 * time.Hour, Most: int64(c.Mail.MaxSize), Link: string(c.Archive.Link), Full: c.Mail.AttachFull,
	}
	for _, d := range c.Mail.AllowDomains {
		m.Domains = append(m.Domains, string(d))
	}
	return m
}

// tellSize says from which size on letters go without their workbook, and where that
// is found then. The server's limit is zero where it names none.
func (p *program) tellSize(c *config.Config, server int64) {
	most, by := int64(c.Mail.MaxSize), "mail.max_size"
	if most == 0 || server > 0 && server < most {
		most, by = server, "the mail server's limit"
	}
	if most == 0 {
		return
	}
	less := "their workbook"
	if c.Mail.AttachFull && c.Archive.Link == "" {
		less = "their full lists, then without their workbook,"
	}
	where := "and name the file and whom to ask (archive.link would make it a link)"
	if c.Archive.Link != "" {
		where = "and link to " + string(c.Archive.Link)
	}
	fmt.Fprintf(p.stdout, "mail: letters larger than %s (%s) go without %s %s\n", strings.ReplaceAll(reports.ByteSize(int(most)), reports.NBSP, " "), by, less, where)
}
