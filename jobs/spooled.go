package jobs

import (
	"errors"
	"fmt"
	"os"

	"clientele/jobs/archive"
	"clientele/reports/mail"
)

// checked returns the letter as it lies in the spool, once workbook and letter on
// disk are found to be what the ledger says. What is not is written once more; it
// must then be.
func (d *Director) checked(p *posting, m mail.Message) (mail.Message, error) {
	if err := errors.Join(d.kept(p), d.keptFull(p)); err != nil {
		return mail.Message{}, err
	}
	whole, err := d.Spool.Take(m)
	if err == nil {
		return whole, nil
	}
	again, broken := d.letter(*p)
	if broken == nil && again.SHA256 != m.SHA256 {
		broken = fmt.Errorf("written again it has checksum %s, the ledger says %s", again.SHA256[:8], m.SHA256[:8])
	}
	if broken == nil {
		broken = d.Spool.Put(again)
	}
	if broken == nil {
		whole, broken = d.Spool.Take(m)
	}
	if broken != nil {
		return mail.Message{}, errors.Join(err, broken)
	}
	d.Log.Warn("a spooled letter was written again", "to", m.To, "reason", err)
	return whole, nil
}

// kept makes sure that the archive holds the workbook that is about to go out. One
// that is gone is written again; beside one that was changed, under another name.
func (d *Director) kept(p *posting) error {
	file, err := os.ReadFile(p.path)
	if err == nil && sum(file) == p.issue.SHA256 {
		return nil
	}
	path, broken := d.folder().Keep(archive.Sent, p.issue.archived())
	if broken != nil {
		return errors.Join(err, broken)
	}
	d.Log.Warn("an archived workbook is not what was written", "file", p.path, "again", path)
	p.path = path
	return nil
}

// clear removes a letter whose fate is settled. One that stays is swept away by
// the next run.
func (d *Director) clear(m mail.Message) {
	if err := d.Spool.Drop(m); err != nil {
		d.Log.Warn("a spooled letter stays behind", "to", m.To, "error", err)
	}
}
