package jobs

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"clientele/reports"
	"clientele/reports/mail"
	"clientele/transform/state"
)

// tooLarge is what became of a letter until it is written without its workbook.
const tooLarge Did = "too large"

// fitting returns the letter to one recipient: with its workbooks, or without if they
// would make it larger than letters may be.
func (d *Director) fitting(p *posting, out *Published) (mail.Message, error) {
	for {
		m, err := d.written(p, out)
		if most := d.Mailing.Most; err != nil || most == 0 || int64(len(m.Bytes)) <= most || p.apart != "" {
			return m, err
		}
		d.lighten(p, fmt.Sprintf("%s with it, mail.max_size is %s", reports.ByteSize(len(m.Bytes)), reports.ByteSize(int(d.Mailing.Most))))
	}
}

// lighten takes out of a letter what is least missed: the full lists, and after them the
// workbook.
func (d *Director) lighten(p *posting, why string) {
	if d.encloses(*p) {
		p.cut = "without the full lists: too large (" + why + ")"
		return
	}
	p.apart = "without the workbook: too large (" + why + ")"
}

// without says why a letter goes without what belongs to it, if it does.
func (p posting) without() string { return cmp.Or(p.apart, p.cut) }

// handOverSmaller gives the letter to the carrier and, if that says it is too large,
// once more without the full lists, then without its workbook: a reader without the
// file is better served than one without the letter.
func (d *Director) handOverSmaller(ctx context.Context, p *posting, m mail.Message, out *Published) (did Did, why, where string, err error) {
	did, why, where, err = d.handOver(ctx, p, m)
	for did == tooLarge {
		d.lighten(p, why)
		did, why, where, err = d.smaller(ctx, p, out)
	}
	if p.without() != "" && err == nil {
		why = p.without()
	}
	return did, why, where, err
}

func (d *Director) smaller(ctx context.Context, p *posting, out *Published) (did Did, why, where string, err error) {
	if err := d.State.Retake(ctx, p.run, p.key, p.issue.Edition, d.instant()); err != nil {
		return NotTried, err.Error(), "", err
	}
	p.action.Again, p.tries = true, p.tries+1
	m, err := d.written(p, out)
	if err != nil {
		return Rejected, err.Error(), "", errors.Join(fmt.Errorf("%w: write the letter to %s: %w", ErrPartial, p.to.Address, err), d.settle(ctx, *p, state.Rejected, state.Details{Answer: err.Error()}))
	}
	if err := d.prepare(ctx, *p, m); err != nil {
		out.down = err
		return Waiting, err.Error(), "", fmt.Errorf("%w: %w", ErrMail, err)
	}
	return d.handOver(ctx, p, m)
}

// part takes the workbook out of a letter that is too large with it, and says where
// it lies.
func (d *Director) part(l *reports.Letter, p posting) {
	if p.apart == "" {
		return
	}
	place := d.place(p.path)
	l.Apart = reports.Apart{
		Name: l.Attached.Name, Bytes: len(l.Attached.Bytes), Place: place, Ask: cmp.Or(l.ReplyTo.Mail, l.From.Mail), Checks: l.Attached.Checks,
	}
	if d.Mailing.Link != "" {
		l.Apart.Link = d.Mailing.Link + "/" + escaped(place)
	}
	l.Attached = reports.Attachment{}
}

// escaped writes a path as it stands in the address of a page.
func escaped(path string) string {
	parts := strings.Split(path, "/")
	for i := range parts {
		parts[i] = url.PathEscape(parts[i])
	}
	return strings.Join(parts, "/")
}
