package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"golang.org/x/text/currency"

	"clientele/config"
	"clientele/extract"
	"clientele/extract/source"
	"clientele/jobs"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// load reads the configuration the flags name.
func (p *program) load() (*config.Config, error) {
	c, err := config.Load(p.config)
	if err != nil && !errors.As(err, new(*config.Problems)) {
		return nil, configError{err} // the file cannot be read
	}
	if err == nil {
		if _, err := localeOf(c); err != nil {
			return nil, err
		}
		p.progress.Done()
		p.log, p.progress = voices(p.stderr, p.verbose, c.Log)
	}
	return c, err
}

// withDirector builds the program from its configuration, lets it be used, and
// closes what was opened.
func (p *program) withDirector(ctx context.Context, use func(context.Context, *config.Config, *jobs.Director) error) error {
	c, err := p.load()
	if err != nil {
		return err
	}
	d, done, err := p.director(ctx, c)
	if err != nil {
		return err
	}
	return errors.Join(use(ctx, c, d), done())
}

// director builds the whole program from its configuration. The returned function
// closes what it opened.
func (p *program) director(ctx context.Context, c *config.Config) (*jobs.Director, func() error, error) {
	sources, err := sources(ctx, c)
	if err != nil {
		return nil, nil, err
	}
	settings, err := c.Fingerprint()
	if err != nil {
		return nil, nil, err
	}
	build, err := buildDigest()
	if err != nil {
		return nil, nil, err
	}
	d := &jobs.Director{
		Sources: sources, Settled: settled(c), Matching: matching(c), Survivorship: survivorship(c), Rules: rules(c), Company: company(c), Reports: reportList(c),
		Archive: c.Path(c.Archive.Folder), Keep: int(c.Archive.Keep), Settings: settings, Entries: c.Meaning(), Code: codeVersion(), Build: build, WeekStart: weekStart(c.Company.WeekStart), Progress: p.progress, Log: p.log, Now: p.now, Owner: owner(),
	}
	d.Holder, d.Dead, d.LeaseTime = holder(), dead, p.rehearsal.lease
	d.Mailing = mailing(c)
	d.Learning = learning(c)
	d.Ops = ops(c)
	d.Gates = jobs.Gates{Fresh: freshness(c), Aside: asideLimits(c), IDs: idLimits(c), Expect: expectations(c)}
	d.Grace, d.Alone = c.Serve.Grace.Std(), c.Stores.State.Driver == config.SQLite
	if d.Schedules, err = schedules(c); err != nil {
		return nil, nil, err
	}
	if err := d.Rules.Check(); err != nil {
		return nil, nil, configError{fmt.Errorf("metrics of %s: %w", c.File, err)}
	}
	if d.Locale, err = localeOf(c); err != nil {
		return nil, nil, err
	}
	if err := equipPost(ctx, c, d); err != nil {
		return nil, nil, err
	}
	return d, func() error { return errors.Join(d.Carrier.Close(), d.Warehouse.Close(), d.State.Close()) }, p.openStores(ctx, c, d)
}

func sources(ctx context.Context, c *config.Config) ([]jobs.Source, error) {
	var out []jobs.Source
	for _, s := range c.Sources {
		dsn, err := c.DSN(ctx, s.Driver, s.DSN)
		if err != nil {
			return nil, configError{fmt.Errorf("sources.%s.dsn of %s: %w", s.Name, c.File, err)}
		}
		out = append(out, jobs.Source{
			Options: source.Options{
				Name: s.Name, Driver: s.Driver, DSN: dsn, Folder: c.Path(s.Folder), Zone: s.Zone.Location(), CompanyZone: c.Company.Zone.Location(),
				Encoding: s.Encoding, StatementTimeout: s.StatementTimeout.Std(), Mappings: mappings(s.Records),
			},
			MaxAside: s.MaxKeptAside.Share(), MaxVanished: s.MaxVanished.Share(), Owner: s.Owner,
		})
	}
	return out, nil
}

func mappings(records config.Records) map[extract.Kind]source.Mapping {
	out := make(map[extract.Kind]source.Mapping, len(records))
	for _, m := range records {
		out[extract.Kind(m.Kind)] = source.Mapping{
			Select: string(m.Select), File: m.File, Delimiter: m.Delimiter.String(), Quote: m.Enclosure(), Columns: m.Columns.Map(),
		}
	}
	return out
}

func rules(c *config.Config) metrics.Rules {
	r := metrics.Defaults()
	m := c.Metrics
	r.Zone, r.Currency, r.MinorPlaces = c.Company.Zone.Location(), string(c.Company.Currency), places(c.Company.Currency)
	r.RevenueFrom, r.LapsedAfter, r.Horizon, r.LifetimeMonths = m.RevenueFrom, int(m.LapsedAfter), int(m.Horizon), m.LifetimeMonths
	r.AttritionTarget = exact(m.AttritionTarget)
	r.DiscountRate, r.CreditRate, r.RiskThreshold = exact(m.DiscountRate), exact(m.CreditRate), exact(m.RiskThreshold)
	r.Ladder = metrics.LadderRules{LoyalOrderDays: m.Ladder.LoyalOrderDays, LoyalQuarters: m.Ladder.LoyalQuarters, TrialBelow: extract.Money(m.Ladder.TrialBelow)}
	r.Segments, r.Hurdle = segmentRules(m.Segments), extract.Money(m.ProfitHurdle)
	r.MinSample, r.ProductsBy, r.HomeCountry = m.MinSample, m.ProductsBy, string(c.Company.HomeCountry)
	r.Response = exact(m.CampaignResponse)
	r.Times, r.Practical = eventTimes(c.CostToServe.Time), exact(c.CostToServe.Practical)
	r.Initiatives, r.ServiceTargets = initiatives(c.Initiatives), serviceTargets(c.ServiceTargets)
	if m.NewWindow > 0 {
		r.NewWindow = int(m.NewWindow)
	}
	return r
}

// serviceTargets are what measures of the service desk are to reach.
func serviceTargets(list []config.ServiceTarget) []metrics.ServiceTarget {
	var out []metrics.ServiceTarget
	for _, t := range list {
		out = append(out, metrics.ServiceTarget{Measure: t.Measure, Value: extract.Decimal(math.Round(float64(t.Target) * float64(extract.One)))})
	}
	return out
}

// places returns how many decimals the currency's minor unit has.
func places(code config.Currency) int {
	unit, err := currency.ParseISO(string(code))
	if err != nil {
		return 2
	}
	n, _ := currency.Standard.Rounding(unit)
	return n
}

// exact turns millionths into the Decimal's hundred-millionths.
func exact(p config.Percent) extract.Decimal { return extract.Decimal(p) * 100 }

func company(c *config.Config) jobs.Company {
	return jobs.Company{
		Name: c.Company.Name, Currency: string(c.Company.Currency), Language: c.Company.Language, Zone: c.Company.Zone.Location(),
		From: address(c.Mail.From), ReplyTo: address(c.Mail.ReplyTo), BouncesTo: c.Mail.BouncesTo.Email,
	}
}

func address(a config.Address) reports.Address { return reports.Address{Name: a.Name, Mail: a.Email} }

func weekStart(word string) time.Weekday {
	if word == "sunday" {
		return time.Sunday
	}
	return time.Monday
}

func initiatives(list []config.Initiative) []metrics.Initiative {
	var out []metrics.Initiative
	for _, i := range list {
		out = append(out, metrics.Initiative{
			Theme: i.Theme, Wording: string(i.Wording), Want: i.Want, Owner: i.Owner, Chance: i.Chance.Share(), Cost: extract.Money(i.Cost), Monthly: extract.Money(i.MonthlyCost),
			FirstStep: string(i.FirstStep), Started: day(i.Started), Segment: i.Customers.Segment, Customers: i.Customers.IDs,
		})
	}
	return out
}

func reportList(c *config.Config) []jobs.Report {
	var out []jobs.Report
	for _, r := range c.Reports {
		if !r.Enabled {
			continue
		}
		report := jobs.Report{Name: r.Name, Kind: r.Period, Reps: r.ToReps}
		for _, to := range r.Recipients {
			report.Recipients = append(report.Recipients, jobs.Recipient{
				Name: to.Name, Address: to.Address.Email, Scope: transform.Scope{Territory: to.Territory, Rep: to.Rep},
			})
		}
		out = append(out, report)
	}
	return out
}
