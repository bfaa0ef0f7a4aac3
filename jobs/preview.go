package jobs

import (
	"cmp"
	"context"
	"fmt"

	"clientele/jobs/archive"
	"clientele/jobs/gates"
	"clientele/reports"
	"clientele/reports/mail"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// Preview draws a report without telling the ledger of deliveries or mailing
// anybody. Its letter is addressed to the sender of all letters.
func (d *Director) Preview(ctx context.Context, name string, period transform.Period, scope transform.Scope) (Issue, error) {
	return d.PreviewFor(ctx, name, period, Recipient{Scope: scope})
}

// PreviewFor draws a report as one recipient would get it, without telling the ledger
// of deliveries or mailing anybody.
func (d *Director) PreviewFor(ctx context.Context, name string, period transform.Period, to Recipient) (Issue, error) {
	var out Issue
	scope := to.Scope
	if r, _ := pages.Find(name); r.WholeCompany && scope != (transform.Scope{}) {
		return out, fmt.Errorf("the %s report is of the whole company: leave territory and rep out", name)
	}
	d, err := d.staffed(ctx)
	if err != nil {
		return out, err
	}
	snapshot, err := d.aboutOf(ctx, name, period)
	if err == nil {
		err = d.known(ctx, snapshot, period)
	}
	if err != nil {
		return out, err
	}
	var nobody error // whose workbook was asked for: no failure of the run
	err = d.record(ctx, state.Run{Job: "preview", Period: period.Key(), AsOf: period.To, Args: name}, func(ctx context.Context, run transform.Run) (any, error) {
		m, err := d.measure(ctx, run, snapshot, period, scope)
		if err != nil {
			return nil, err
		}
		if nobody = m.hasCustomers(scope); nobody != nil && to.Address == "" {
			return nil, nil
		}
		list, err := d.verdicts(ctx, m, name, period)
		if err != nil {
			return nil, err
		}
		m.Verdicts = &list
		if out, err = d.issue(ctx, name, m, period, scope); err != nil {
			return nil, err
		}
		out.Verdicts = gates.About(list, scope)
		out.Letter, out.Page, err = d.sample(out, to)
		return nil, err
	})
	if err == nil && to.Address == "" {
		err = nobody
	}
	return out, err
}

// sample writes the letter of a preview, and its page for a browser.
func (d *Director) sample(i Issue, to Recipient) (letter, page []byte, err error) {
	l := i.letter
	l.From, l.ReplyTo, l.Date = d.Company.From, d.Company.ReplyTo, i.Period.To.Time()
	l.To = reports.Address{Name: to.Name, Mail: cmp.Or(to.Address, d.Company.From.Mail)}
	l.MessageID = mail.MessageID(i.Report, i.Period.Key(), archive.ScopeName(i.Scope), cmp.Or(to.Address, "preview"), 0, d.Company.From.Mail)
	l.Attached.Name, l.Attached.Bytes = i.FileName, i.Workbook
	d.enclose(&l, i.Full, d.folder().Beside(i.archivedFull()), d.Mailing.Link == "")
	l = i.speaker.Letter(l)
	m, err := mail.Render(l)
	if err != nil {
		return nil, nil, err
	}
	page, err = mail.Page(l)
	return m.Bytes, page, err
}
