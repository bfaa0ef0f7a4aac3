package jobs

import (
	"cmp"
	"context"
	"fmt"
	"os"

	"clientele/jobs/archive"
	"clientele/reports/mail"
	"clientele/transform/state"
)

// carry gives a letter to the carrier once it lies in the archive as it goes out, so
// that there is no moment at which somebody may have it and the archive has not. It
// says where it lies, unless it lay there before.
func (d *Director) carry(ctx context.Context, k state.Key, m mail.Message, commit func() error) (receipt mail.Receipt, lies string, err error) {
	path, before, err := d.folder().KeepLetter(k, m)
	if err != nil {
		return mail.Receipt{}, "", err
	}
	if !before {
		lies = path
	}
	receipt, err = d.Carrier.Carry(ctx, m, commit)
	return receipt, lies, err
}

// unarchive removes a letter that was certainly not taken, once the ledger has that. A
// run that may write there no more must not: another may have sent the very same letter
// since, from the same spool.
func (d *Director) unarchive(path string) {
	if path == "" {
		return
	}
	if err := os.Remove(path); err != nil {
		d.Log.Warn("a letter that was not taken stays in the archive", "file", path, "error", err)
	}
}

// archived reads a letter as it went out. The error says how its reader can be
// served without it.
func (d *Director) archived(x state.Delivery) (mail.Message, error) {
	path := d.folder().Letter(x.Key, x.LetterSHA256)
	if path == "" {
		return mail.Message{}, fmt.Errorf("the letter of %s is not in the archive as it went out (%s): its bytes cannot be sent again; `clientele run %s --as-of %s --send-to %s` writes a new one", x.Key, d.folder().Place(x.Key), x.Report, x.Period, x.Recipient)
	}
	body, err := os.ReadFile(path)
	if err != nil {
		return mail.Message{}, err
	}
	return mail.Message{
		From: cmp.Or(d.Company.BouncesTo, d.Company.From.Mail), To: cmp.Or(x.Address, x.Recipient), MessageID: x.MessageID, Name: archive.LetterName(x.Key), Bytes: body, SHA256: x.LetterSHA256,
	}, nil
}
