package jobs

import (
	"context"

	"clientele/jobs/archive"
	"clientele/jobs/gates"
	"clientele/reports"
	"clientele/reports/mail"
	"clientele/transform"
	"clientele/transform/state"
)

// Preview draws a report without telling the ledger of deliveries or mailing
// anybody. Its letter is addressed to whoever answers questions about the reports.
func (d *Director) Preview(ctx context.Context, name string, period transform.Period, scope transform.Scope) (Issue, error) {
	var out Issue
	snapshot, err := d.fresh(ctx, period)
	if err == nil {
		err = d.known(ctx, snapshot, period)
	}
	if err != nil {
		return out, err
	}
	err = d.record(ctx, state.Run{Job: "preview", Period: period.Key(), AsOf: period.To, Args: name}, func(ctx context.Context, run transform.Run) (any, error) {
		m, err := d.measure(ctx, run, snapshot, period, scope)
		if err != nil {
			return nil, err
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
		out.Letter, err = d.sample(out)
		return nil, err
	})
	return out, err
}

func (d *Director) sample(i Issue) ([]byte, error) {
	l := i.letter
	l.From, l.ReplyTo, l.Date = d.Company.From, d.Company.ReplyTo, i.Period.To.Time()
	l.To = reports.Address{Mail: d.Company.From.Mail}
	l.MessageID = mail.MessageID(i.Report, i.Period.Key(), archive.ScopeName(i.Scope), "preview", 0, d.Company.From.Mail)
	l.Attached.Name, l.Attached.Bytes = i.FileName, i.Workbook
	m, err := mail.Render(l)
	return m.Bytes, err
}
