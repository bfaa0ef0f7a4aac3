package jobs

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"

	"clientele/jobs/archive"
	"clientele/reports"
	"clientele/reports/excel"
	"clientele/reports/locale"
	"clientele/reports/pages"
)

// A FullBook is the workbook of all rows of the lists that an issue's workbook cuts. It
// is part of the edition, lies in the archive beside the workbook, and goes with it.
type FullBook struct {
	FileName string // empty where no list is cut
	Workbook []byte
	SHA256   string
	Size     int64
	Lists    []reports.FullList

	path string // where it lies, once it does
	book reports.Workbook
}

// describeFull describes the full lists of an issue whose workbook cuts some.
func (i *Issue) describeFull(in material, l *locale.Locale) {
	wb, lists, found := pages.Full(in.name, in.Input)
	if !found {
		return
	}
	i.Full = FullBook{FileName: wb.FileName, Lists: lists}
	i.Full.book, _ = l.Workbook(wb)
}

// drawFull draws the full lists, where there are some.
func (i *Issue) drawFull() error {
	f := &i.Full
	if f.FileName == "" {
		return nil
	}
	var file bytes.Buffer
	if err := excel.Write(&file, f.book); err != nil {
		return fmt.Errorf("draw the full lists of the %s workbook: %w", i.Report, err)
	}
	f.Workbook, f.SHA256, f.Size = file.Bytes(), sum(file.Bytes()), int64(file.Len())
	return nil
}

// archivedFull is the workbook of full lists as the archive keeps it.
func (i Issue) archivedFull() archive.Workbook {
	a := i.archived()
	a.Name, a.SHA256, a.Bytes = i.Full.FileName, i.Full.SHA256, i.Full.Workbook
	return a
}

// layFull draws the full lists of an issue, where there are some, and lays them beside
// its workbook.
func (d *Director) layFull(i *Issue, shelf archive.Shelf) (err error) {
	if i.Full.FileName == "" {
		return nil
	}
	d.Progress.At("write the full lists of the "+i.Report+" workbook", 0)
	if err := i.drawFull(); err != nil {
		return err
	}
	i.Full.path, err = d.folder().Keep(shelf, i.archivedFull())
	if err == nil {
		d.Log.Info("full lists ready", "edition", i.Edition[:8], "file", i.Full.path)
	}
	return err
}

// filledFull gives a posting its full lists: as they lie in the archive or, if that is
// not what was drawn, drawn once more.
func (d *Director) filledFull(p *posting) error {
	f := &p.issue.Full
	if f.FileName == "" {
		return nil
	}
	file, err := os.ReadFile(f.path)
	if err == nil && sum(file) == f.SHA256 {
		f.Workbook = file
		return nil
	}
	was := f.SHA256
	if err := p.issue.drawFull(); err != nil {
		return err
	}
	if f.SHA256 != was {
		return fmt.Errorf("%w: the full lists of the %s workbook, drawn again, have checksum %s instead of %s", ErrStopped, p.issue.Report, f.SHA256[:8], was[:8])
	}
	return d.keptFull(p)
}

// keptFull makes sure that the archive holds the full lists a letter carries or leads to.
func (d *Director) keptFull(p *posting) error {
	f := &p.issue.Full
	if f.FileName == "" {
		return nil
	}
	file, err := os.ReadFile(f.path)
	if err == nil && sum(file) == f.SHA256 {
		return nil
	}
	path, err := d.folder().Keep(archive.Sent, p.issue.archivedFull())
	if err == nil {
		d.Log.Warn("archived full lists are not what was written", "file", f.path, "again", path)
		f.path = path
	}
	return err
}

// encloses reports whether a letter carries the full lists itself.
func (d *Director) encloses(p posting) bool {
	return p.issue.Full.FileName != "" && d.Mailing.Link == "" && p.cut == "" && p.apart == ""
}

// enclose puts the full lists into a letter, or says where they lie: under the link
// where the archive is published, else in the archive if the letter had no room.
func (d *Director) enclose(l *reports.Letter, f FullBook, path string, inside bool) {
	if f.FileName == "" {
		return
	}
	l.Full = reports.FullLists{Name: reports.FullName(l.Attached.Name), Bulk: int(f.Size), Lists: f.Lists}
	switch place := d.place(path); {
	case inside:
		l.Full.Bytes = f.Workbook
	case d.Mailing.Link != "":
		l.Full.Link = d.Mailing.Link + "/" + escaped(place)
	default:
		l.Full.Place, l.Full.Ask = place, cmp.Or(l.ReplyTo.Mail, l.From.Mail)
	}
}

// place is where a file lies in the archive, as a path that needs no folder.
func (d *Director) place(path string) string {
	place, err := filepath.Rel(d.Archive, path)
	if err != nil {
		place = filepath.Base(path)
	}
	return filepath.ToSlash(place)
}
