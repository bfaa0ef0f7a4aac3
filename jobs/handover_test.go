package jobs

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/x509"
	"encoding/pem"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clientele/reports/excel/exceltest"
	"clientele/reports/mail"
	"clientele/reports/pages"
	"clientele/transform/state"
)

// A meddler is a postman before whom somebody does something to the files.
type meddler struct {
	*postman
	do func()
}

// Ready implements mail.Carrier.
func (m *meddler) Ready(context.Context) error {
	if m.do != nil {
		m.do()
	}
	return nil
}

// meddled is a company whose files are changed between the letter's being laid down
// and its being sent.
func meddled(t *testing.T, do func(spooled, archived string) error) (company, *Director, *meddler) {
	t.Helper()
	c, d, post := ready(t, "ann@example.org")
	m := &meddler{postman: post}
	m.do = func() {
		if err := do(c.path("spool/2026-10_sales_ann@example.org_r1.eml"), filepath.Join(d.Archive, names(folder(t, d.Archive))[0])); err != nil {
			t.Fatal(err)
		}
	}
	d.Carrier = m
	return c, d, m
}

func spoil(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	b[len(b)/2] ^= 1
	return os.WriteFile(path, b, 0o600)
}

// instead puts a folder where a file was, which nobody can read as a file.
func instead(path string) error {
	if err := os.Remove(path); err != nil {
		return err
	}
	return os.MkdirAll(filepath.Join(path, "x"), 0o700)
}

func TestFilesThatAreNotAsWrittenAreWrittenAgain(t *testing.T) {
	for name, do := range map[string]func(spooled, archived string) error{
		"nothing happened":        func(string, string) error { return nil },
		"the letter vanished":     func(s, _ string) error { return os.Remove(s) },
		"the letter was altered":  func(s, _ string) error { return spoil(s) },
		"the letter was cut off":  func(s, _ string) error { return os.Truncate(s, 100) },
		"the workbook vanished":   func(_, a string) error { return os.Remove(a) },
		"the workbook was edited": func(_, a string) error { return spoil(a) },
	} {
		t.Run(name, func(t *testing.T) {
			exceltest.Spoils(t)
			c, d, post := meddled(t, do)
			wantDid(t, published(t, d, PublishOptions{}), "ann@example.org sent")
			x, sent := deliveries(t, d)[0], post.taken[0]
			if sum(sent.Bytes) != x.LetterSHA256 || int64(len(sent.Bytes)) != x.Size {
				t.Errorf("what was sent has checksum %s, the ledger says %s", sum(sent.Bytes), x.LetterSHA256)
			}
			list, err := d.State.ArchivedOf(t.Context(), pages.SalesName, x.Scope, "2026-10")
			if err != nil || len(list) != 1 {
				t.Fatal(list, err)
			}
			file, err := os.ReadFile(list[0].Path)
			if err != nil || sum(file) != x.FileSHA256 {
				t.Errorf("%s is not the workbook that was sent: %v", list[0].Path, err)
			}
			if left := names(folder(t, c.path("spool"))); len(left) != 0 {
				t.Errorf("%v lie in the spool", left)
			}
		})
	}
}

func TestNothingIsSentFromFilesThatCannotBeTrusted(t *testing.T) {
	for name, do := range map[string]func(spooled, archived string) error{
		"the letter cannot be read":       func(s, _ string) error { return instead(s) },
		"the spool cannot be written":     func(s, _ string) error { return rmFolder(filepath.Dir(s)) },
		"the workbook cannot be read":     func(_, a string) error { return instead(a) },
		"the archive cannot be read":      func(_, a string) error { return rmFolder(filepath.Dir(a)) },
		"neither letter nor the workbook": func(s, a string) error { _ = instead(a); return instead(s) },
	} {
		t.Run(name, func(t *testing.T) {
			_, d, post := meddled(t, do)
			p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
			wantError(t, err, ErrPartial, "nothing was sent")
			wantDid(t, p, "ann@example.org deferred")
			x := deliveries(t, d)[0]
			if len(post.tried) != 0 || x.State != state.Deferred || x.Attempts != 0 || x.Answer != p.Outcomes[0].Why || !strings.Contains(x.Answer, "directory") {
				t.Errorf("%d letters tried, the ledger says %+v", len(post.tried), x)
			}
		})
	}
}

// rmFolder puts a file where a folder was.
func rmFolder(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	return os.WriteFile(dir, nil, 0o600)
}

func TestLetterThatCannotBeWrittenTheSameAgainIsNotSent(t *testing.T) {
	_, d, _ := ready(t, "ann@example.org")
	p := posting{to: Recipient{Address: "ann@example.org"}, key: state.Key{Report: pages.SalesName, Period: "2026-10", Recipient: "ann@example.org", Revision: 1}, date: morning}
	p.issue.letter.Subject, p.issue.letter.Headline, p.issue.FileName = "s", "h", "w.xlsx"
	p.issue.holds([]byte("workbook"))
	p.path = filepath.Join(t.TempDir(), "w.xlsx")
	if err := os.WriteFile(p.path, p.issue.Workbook, 0o600); err != nil {
		t.Fatal(err)
	}
	m, err := d.letter(p)
	if err != nil {
		t.Fatal(err)
	}
	p.date = morning.AddDate(0, 0, 1)
	if _, err := d.checked(&p, m); err == nil || !strings.Contains(err.Error(), m.SHA256[:8]) {
		t.Errorf("%v", err)
	}
}

func TestSpoolThatCannotBeWrittenCostsNobodyAnAttempt(t *testing.T) {
	c, d, post := ready(t, "ann@example.org", "max@example.org")
	if err := os.WriteFile(c.path("spool"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrMail, "spool")
	if len(post.tried) != 0 {
		t.Error("something was sent")
	}
	if err := os.Remove(c.path("spool")); err != nil {
		t.Fatal(err)
	}
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org sent", "max@example.org sent")
}

func TestWorkbookThatIsNotWhatWentOutUnderItsEditionIsSentToNobody(t *testing.T) {
	c, d, post := ready(t, "ann@example.org")
	published(t, d, PublishOptions{})
	change(t, c.path("state.db"), "UPDATE archive SET sha256 = 'beefbeefbeef'")
	d.Reports[0] = to(pages.SalesName, "ann@example.org", "new@example.org")
	_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrStopped, "drawn again", "beefbeef")
	if len(post.tried) != 1 {
		t.Errorf("%d letters tried", len(post.tried))
	}
}

// A run that was killed while it handed a letter over, but before it committed.
func TestHalfALetterOfADeadRunIsSentOnceAndItsFileSwept(t *testing.T) {
	c, d, post := ready(t, "ann@example.org")
	dead := *d
	dead.Carrier = killedEarly{}
	_, err := dead.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrBroke)
	if x := deliveries(t, d)[0]; x.State != state.Sending {
		t.Fatalf("%+v", x)
	}
	if left := names(folder(t, c.path("spool"))); len(left) != 1 {
		t.Fatalf("%v lie in the spool", left)
	}
	d.Reports[0] = to(pages.SalesName, "max@example.org")
	published(t, d, PublishOptions{})
	if left := names(folder(t, c.path("spool"))); len(left) != 0 {
		t.Errorf("%v lie in the spool", left)
	}
	d.Reports[0] = to(pages.SalesName, "ann@example.org")
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org sent")
	wantTook(t, post, "max@example.org", "ann@example.org")
}

type killedEarly struct{ killed }

// Carry implements mail.Carrier.
func (killedEarly) Carry(context.Context, mail.Message, func() error) (mail.Receipt, error) {
	panic("killed")
}

func TestSignedLetterIsFinalBeforeItIsSpooled(t *testing.T) {
	_, d, m := meddled(t, func(s, _ string) error { return os.Remove(s) }) // so that it is written and signed again
	der, err := x509.MarshalPKCS8PrivateKey(ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize)))
	if err != nil {
		t.Fatal(err)
	}
	key := pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})
	if d.Signer, err = mail.NewSigner("example.org", "oct", string(key)); err != nil {
		t.Fatal(err)
	}
	published(t, d, PublishOptions{})
	sent := m.taken[0]
	if !bytes.HasPrefix(sent.Bytes, []byte("DKIM-Signature: ")) || sum(sent.Bytes) != deliveries(t, d)[0].LetterSHA256 {
		t.Errorf("%.80s", sent.Bytes)
	}
}
