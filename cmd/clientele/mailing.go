package main

import (
	"time"

	"clientele/config"
	"clientele/jobs"
)

// mailing is what the configuration holds letters to.
func mailing(c *config.Config) jobs.Mailing {
	m := jobs.Mailing{
		SuppressAfter: c.Mail.SuppressAfter, GiveUpAfter: time.Duration(c.Mail.GiveUpAfter) * 24 * time.Hour, Most: int64(c.Mail.MaxSize), Link: string(c.Archive.Link),
	}
	for _, d := range c.Mail.AllowDomains {
		m.Domains = append(m.Domains, string(d))
	}
	return m
}
