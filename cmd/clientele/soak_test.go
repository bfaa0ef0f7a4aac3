//go:build unix

package main

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"mime"
	"mime/multipart"
	"net/mail"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"clientele/extract"
	"clientele/jobs/alarm"
	"clientele/reports/mail/mailtest"
	"clientele/transform/state"
)

// TestSoak kills the program at random, week after week, while its mail server
// misbehaves: CLIENTELE_SOAK says how often, CLIENTELE_SOAK_SEED begins with another
// seed. Beside it the same company is never disturbed. After every week a person
// settles what nobody knows, with commands that are killed as well; then everything must
// be as if nothing had happened. Ops are mailed all the while.
func TestSoak(t *testing.T) {
	kills := number(t, "CLIENTELE_SOAK", 40)
	seed := number(t, "CLIENTELE_SOAK_SEED", int(time.Now().UnixNano()%1_000_000))
	all, mu := counts{at: map[string]int{}}, new(sync.Mutex)
	t.Run("both", func(t *testing.T) {
		for i, engine := range []string{inFiles, onServer} {
			t.Run(engine, func(t *testing.T) {
				t.Parallel()
				t.Logf("CLIENTELE_SOAK_SEED=%d", seed)
				s := newSoak(t, engine, uint64(seed), uint64(i))
				s.until(t, (kills+i)/2)
				s.told(t)
				t.Logf("%s: %s", engine, &s.got)
				mu.Lock()
				defer mu.Unlock()
				all.add(s.got)
			})
		}
	})
	t.Logf("both: %s", &all)
}

func number(t *testing.T, name string, usual int) int {
	text := os.Getenv(name)
	if text == "" {
		return usual
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		t.Fatalf("%s=%q is no number", name, text)
	}
	return n
}

// counts is what a soak counts.
type counts struct {
	kills, passes, weeks, periods, letters, unknown, confirmed, resent, duplicates int
	alarms, untold, suppressed                                                     int
	at                                                                             map[string]int // kills by the last stage seen
}

func (s *counts) add(o counts) {
	s.kills, s.passes, s.weeks, s.periods, s.letters = s.kills+o.kills, s.passes+o.passes, s.weeks+o.weeks, s.periods+o.periods, s.letters+o.letters
	s.unknown, s.confirmed, s.resent, s.duplicates = s.unknown+o.unknown, s.confirmed+o.confirmed, s.resent+o.resent, s.duplicates+o.duplicates
	s.alarms, s.untold, s.suppressed = s.alarms+o.alarms, s.untold+o.untold, s.suppressed+o.suppressed
	for stage, n := range o.at {
		s.at[stage] += n
	}
}

// String says the counts.
func (s *counts) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "kills %d, other passes in bad weather %d, weeks %d, periods %d, letters %d\n", s.kills, s.passes, s.weeks, s.periods, s.letters)
	fmt.Fprintf(&b, "unknown %d; a person confirmed %d, had %d sent again that had arrived already; duplicates nobody asked for %d\n", s.unknown, s.confirmed, s.resent, s.duplicates)
	fmt.Fprintf(&b, "ops were told %d times, %d mails to them nobody knows of; addresses suppressed and let go again %d\n", s.alarms, s.untold, s.suppressed)
	for _, stage := range slices.SortedFunc(maps.Keys(s.at), func(a, b string) int { return cmp.Or(s.at[b]-s.at[a], strings.Compare(a, b)) }) {
		fmt.Fprintf(&b, "%5d killed at %s\n", s.at[stage], stage)
	}
	return b.String()
}

// A soak is a company in a storm beside the same company in peace.
type soak struct {
	storm    *storm
	wet, dry *drill
	refusing *drill         // the wet one, with a mail server that does not listen
	monday   time.Time      // of this week
	clock    time.Time      // of the storm
	again    map[string]int // letters a person had sent again though they had arrived
	passes   int            // in bad weather, of this week
	read     int            // how many letters were opened
	took     time.Duration  // of a pass that was not killed
	got      counts
}

// soakReports have somebody who gets both, so that one refusal holds the other up.
const soakReports = `
  sales:
    period: weekly
    schedule: 0 6 * * 1
    catch_up: all
    recipients: [ann@example.org, bob@example.org, dora@example.org, kim@example.org, {address: nora@example.org, territory: North}]
  marketing:
    schedule: 0 7 1 * *
    catch_up: all
    recipients: [kim@example.org, max@example.org, mia@example.org]
`

// soakMore has ops told, and addresses suppressed at once.
const soakMore = "  suppress_after: 1\n" + opsToo

func newSoak(t *testing.T, engine string, seed, stream uint64) *soak {
	s := &soak{storm: &storm{dice: rand.New(rand.NewPCG(seed, stream))}, again: map[string]int{}, took: 500 * time.Millisecond}
	s.got.at = map[string]int{}
	s.wet, s.dry = newDrill(t, engine, drillOptions{Mail: s.storm.faulty(), Reports: soakReports, More: soakMore}), newDrill(t, inFiles, drillOptions{Reports: soakReports})
	other := *s.wet
	other.config = other.configure(t, other.dir, "refusing.yaml", refusing(t))
	s.refusing = &other
	s.monday = drillDay(t, "2026-01-12")
	for _, d := range []*drill{s.wet, s.dry} {
		d.sell(t, "2026-01-11")
		d.run(t, s.monday.Add(-time.Hour).Format(time.RFC3339), "run", "--due").ends(t, exitOK)
	}
	return s
}

// until goes on week by week until so many were killed.
func (s *soak) until(t *testing.T, kills int) {
	for ; s.got.kills < kills && !t.Failed(); s.monday = s.monday.AddDate(0, 0, 7) {
		s.got.weeks++
		s.clock = s.monday.Add(7*time.Hour + time.Second)
		for _, d := range []*drill{s.wet, s.dry} {
			d.sell(t, s.monday.AddDate(0, 0, -1).Format(time.DateOnly))
		}
		s.dry.run(t, s.clock.Format(time.RFC3339), "run", "--due").ends(t, exitOK)
		s.storm.calm(false)
		s.passes = 0
		for n := 0; n < 14 && s.got.kills < kills && s.blow(t); n++ {
		}
		s.storm.calm(true)
		s.finish(t)
		s.known(t)
		for round := 0; s.settle(t, round) && round < 12; round++ {
		}
		s.compare(t)
		if s.got.weeks%20 == 0 {
			t.Logf("so far: %s", &s.got)
		}
	}
}

// tick is the next moment at which whatever failed is tried again.
func (s *soak) tick() string {
	s.clock = s.clock.Add(61 * time.Minute)
	return s.clock.Format(time.RFC3339)
}

// soon is when a person does something.
func (s *soak) soon() string {
	s.clock = s.clock.Add(time.Minute)
	return s.clock.Format(time.RFC3339)
}

// blow lets the program do what is owed and kills it at a random moment, or at a
// random stage of a letter. It reports whether something may still be owed.
func (s *soak) blow(t *testing.T) bool {
	t.Helper()
	d := s.wet
	if s.storm.roll(15) == 0 {
		d = s.refusing
	}
	p := d.process(s.tick(), "run", "--due")
	s.passes++
	end, delay := "", time.Duration(s.storm.roll(int(s.took.Microseconds())))*time.Microsecond
	switch dice := s.storm.roll(100); {
	case s.passes < 4 && dice < 50:
		end, delay = inRefresh, patience // later the sources are read
	case dice < 40:
		end, delay = stages[s.storm.roll(len(stages))], patience
	}
	began := time.Now()
	s.strikes(t, p, end, delay)
	switch stage := s.storm.last(); {
	case p.code == -1:
		s.got.kills++
		s.got.at[stage]++
	case !slices.Contains([]int{exitOK, exitPartial, exitStopped, exitMail}, p.code):
		t.Errorf("undisturbed, it ended with %d:\n%s", p.code, p.said())
	default:
		s.got.passes++
		s.took = (3*s.took + time.Since(began)) / 4
	}
	return !strings.Contains(p.out.String(), "Nothing is owed.")
}

// strikes lets a process begin and kills it at a stage, or after a time.
func (s *soak) strikes(t *testing.T, p *process, end string, delay time.Duration) {
	t.Helper()
	p.hears = s.storm.logged
	s.storm.begins(p, end, s.storm.roll(3))
	p.begin(t)
	select {
	case <-p.over:
	case <-time.After(delay):
		_ = p.cmd.Process.Signal(syscall.SIGKILL) // it may just have ended
		p.wait(t)
	}
	s.storm.over()
}

// unheld finds what is owed and waits for no person.
var unheld = regexp.MustCompile(`(?m)^(owed|waits|skip) `)

// finish lets the program do what is left, in good weather.
func (s *soak) finish(t *testing.T) {
	t.Helper()
	var said []string
	for n := range 8 {
		now := s.soon()
		if n > 0 {
			now = s.tick()
		}
		r := s.wet.run(t, now, "run", "--due")
		if r.code != exitOK && r.code != exitPartial && r.code != exitStopped {
			t.Fatalf("in good weather, it ended with %d\n%s\n%s", r.code, r.out, r.err)
		}
		if strings.Contains(r.out, "Nothing is owed.") || strings.HasPrefix(r.out, "held ") && !unheld.MatchString(r.out) {
			return
		}
		said = append(said, r.out)
	}
	t.Fatalf("in good weather, something is still owed: %s\n%s", strings.Join(said, "\n"), s.wet.run(t, s.tick(), "plan").out)
}

// known holds the ledger to what the mail server has, before anybody settled anything:
// what arrived is accepted or unknown, what is accepted arrived once, and nothing else
// arrived.
func (s *soak) known(t *testing.T) {
	t.Helper()
	arrived, list, barred := s.arrivals(), s.wet.deliveries(t), s.suppressed(t)
	for _, x := range list {
		n := arrived[x.MessageID] - s.again[x.MessageID]
		delete(arrived, x.MessageID)
		switch x.State {
		case state.Accepted:
			if n < 1 {
				t.Errorf("%s is accepted and did not arrive", x.Key)
			}
		case state.Unknown:
			s.got.unknown++
		case state.Rejected:
			if n > 0 {
				t.Errorf("%s is rejected and arrived", x.Key)
			}
		case state.Planned, state.Spooled, state.Deferred:
			if at := slices.IndexFunc(barred, func(b state.Suppressed) bool { return b.Address == x.Address || b.Address == x.Recipient }); at < 0 || n > 0 {
				t.Errorf("%s is %s when nothing is owed any more, and arrived %d times", x.Key, x.State, n)
			}
		default:
			t.Errorf("%s is %s when nothing is owed any more", x.Key, x.State)
		}
		if n > 1 {
			s.got.duplicates += n - 1
			t.Errorf("%s arrived %d times", x.Key, n)
		}
	}
	for id := range arrived {
		t.Errorf("the ledger knows nothing of letter %s", id)
	}
	for id, sum := range attached(t, slices.DeleteFunc(slices.Clone(s.wet.mail.Letters()[s.read:]), toOps)) {
		if at := slices.IndexFunc(list, func(x state.Delivery) bool { return x.MessageID == id }); at >= 0 && list[at].FileSHA256 != sum {
			t.Errorf("%s arrived with workbook %s, the ledger says %s", list[at].Key, sum, list[at].FileSHA256)
		}
	}
	s.read = len(s.wet.mail.Letters())
}

// settle is the person: lets go who was suppressed, says of every letter nobody knows of
// whether it arrived, now and then wrongly that it is lost, has what was lost or refused
// sent again, and now and then what arrived. Some of the commands are killed; then
// there is more to do in the next round.
func (s *soak) settle(t *testing.T, round int) (more bool) {
	t.Helper()
	for _, b := range s.suppressed(t) {
		s.got.suppressed++
		s.wet.run(t, s.soon(), "outbox", "release", "--address", b.Address).ends(t, exitOK)
		more = true
	}
	arrived, open := s.arrivals(), map[[2]string]bool{}
	for _, x := range s.wet.deliveries(t) {
		had := arrived[x.MessageID] > s.again[x.MessageID]
		fresh := round == 0 && x.Changed > extract.InstantOf(s.monday)
		switch {
		case x.State == state.Rejected:
			open[[2]string{x.Report, x.Period}] = true
		case x.State == state.Accepted && fresh && s.storm.roll(8) == 0, x.State == state.Unknown && s.storm.roll(3) == 0:
			s.resend(t, x, had)
		case x.State != state.Unknown:
			continue
		case had && s.storm.roll(4) > 0:
			s.got.confirmed++
			s.does(t, round, "outbox", "confirm", x.Report, x.Period, x.Recipient, "arrived")
		default:
			s.does(t, round, "outbox", "confirm", x.Report, x.Period, x.Recipient, "lost")
			if had && s.letter(t, x.Key).State == state.Rejected {
				s.got.resent++
				s.again[x.MessageID]++
			}
			open[[2]string{x.Report, x.Period}] = true
		}
		more = true
	}
	for o := range open {
		s.does(t, round, "run", o[0], "--as-of", o[1])
	}
	if more {
		s.finish(t)
	}
	return more
}

// does has the person give a command, which is killed now and then in the first rounds.
func (s *soak) does(t *testing.T, round int, args ...string) {
	t.Helper()
	p := s.wet.process(s.soon(), args...)
	end, delay := "", patience
	switch s.storm.roll(6) {
	case 0, 1:
		delay = time.Duration(s.storm.roll(int(s.took.Microseconds()))) * time.Microsecond
	case 2:
		end = stages[s.storm.roll(len(stages))]
	}
	if round > 2 {
		end, delay = "", patience
	}
	s.strikes(t, p, end, delay)
	switch p.code {
	case -1:
		s.got.kills++
		s.got.at["a person's command: "+args[0]+", "+s.storm.last()]++
	case exitOK, exitPartial, exitStopped: // somebody's address may be suppressed
	default:
		t.Errorf("%v ended with %d\n%s\n%s", args, p.code, p.out.String(), p.said())
	}
}

// resend asks for a letter once more, whether it arrived or not, and holds what came of
// it to what the ledger says of the copy.
func (s *soak) resend(t *testing.T, x state.Delivery, had bool) {
	t.Helper()
	before, copies := s.arrivals()[x.MessageID], s.copies(t, x.Key)
	s.does(t, 0, "outbox", "resend", x.Report, x.Period, x.Recipient)
	s.finish(t)
	n, now := s.arrivals()[x.MessageID]-before, s.copies(t, x.Key)
	asked := now[len(copies):]
	switch {
	case len(asked) == 0 && n == 0:
	case len(asked) == 1 && asked[0].State == state.Accepted && n == 1:
	case len(asked) == 1 && asked[0].State == state.Unknown && n <= 1:
		s.got.unknown++
	default:
		t.Errorf("of %s %d copies arrived, the ledger says %+v", x.Key, n, asked)
	}
	if had {
		s.got.resent += n
		s.again[x.MessageID] += n
	}
}

// copies are those a person asked for of a letter.
func (s *soak) copies(t *testing.T, k state.Key) (list []state.Resend) {
	t.Helper()
	s.wet.ledger(t, func(db *state.DB) (err error) {
		list, err = db.Resends(t.Context(), state.Filter{Report: k.Report, Period: k.Period, Recipient: k.Recipient})
		return err
	})
	return list
}

func (s *soak) letter(t *testing.T, k state.Key) state.Delivery {
	t.Helper()
	list := s.wet.deliveries(t)
	return list[slices.IndexFunc(list, func(x state.Delivery) bool { return x.Key == k })]
}

func (s *soak) suppressed(t *testing.T) (list []state.Suppressed) {
	t.Helper()
	s.wet.ledger(t, func(db *state.DB) (err error) {
		list, err = db.Suppressed(t.Context(), 1)
		return err
	})
	return list
}

// arrivals counts the reports that arrived, by Message-ID.
func (s *soak) arrivals() map[string]int {
	out := s.wet.arrivals()
	maps.DeleteFunc(out, func(id string, _ int) bool { return strings.HasPrefix(id, "ops.") })
	return out
}

func toOps(l mailtest.Letter) bool { return l.To == "ops@example.org" }

// told holds the mails to ops to what the ledger says of them: of each job and period as
// many causes in all of them together as the ledger knows of, those of which nobody knows
// at most. Which words a mail found for a cause follows how things stood when it went.
func (s *soak) told(t *testing.T) {
	t.Helper()
	var mails []string
	for _, l := range s.wet.mail.Letters() {
		if toOps(l) {
			mails = append(mails, plain(t, l))
		}
	}
	var list []state.Alarm
	s.wet.ledger(t, func(db *state.DB) (err error) {
		list, err = db.Alarms(t.Context())
		return err
	})
	allowed, sure := map[string]int{}, map[string]int{}
	for _, a := range list {
		var x alarm.Alarm
		switch a.State {
		case state.AlarmTold:
			s.got.alarms++
		case state.AlarmUnknown:
			s.got.untold++
		default:
			continue
		}
		if err := json.Unmarshal([]byte(a.Text), &x); err != nil {
			t.Fatal(err)
		}
		about, _, _ := strings.Cut(x.Title(), ": ")
		allowed[about]++
		if a.State == state.AlarmTold {
			sure[about]++
		}
	}
	for about, most := range allowed {
		item, n := regexp.MustCompile(`\b\d+\. `+regexp.QuoteMeta(about)+`(:| |$)`), 0
		for _, m := range mails {
			n += len(item.FindAllString(m, -1))
		}
		if n > most || n < sure[about] {
			t.Errorf("%s: ops were told of %d causes, and the ledger says %d for certain and %d at most", about, n, sure[about], most)
		}
	}
}

// plain is the plain text of a letter, with one blank where there is any.
func plain(t *testing.T, l mailtest.Letter) string {
	t.Helper()
	m, err := mail.ReadMessage(bytes.NewReader(l.Bytes))
	if err != nil {
		t.Fatal(err)
	}
	var text []byte
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasPrefix(kind, "multipart/") {
		part, err := multipart.NewReader(m.Body, params["boundary"]).NextRawPart()
		if err != nil {
			t.Fatal(err)
		}
		text, err = io.ReadAll(decoded(part.Header.Get("Content-Transfer-Encoding"), part))
		if err != nil {
			t.Fatal(err)
		}
	} else if text, err = io.ReadAll(decoded(m.Header.Get("Content-Transfer-Encoding"), m.Body)); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(text)), " ")
}

// compare holds the company in the storm to the one in peace: every period done, every
// letter accepted once more than a person asked for, the same workbooks to the byte,
// and nothing left behind.
func (s *soak) compare(t *testing.T) {
	t.Helper()
	s.dry.run(t, s.clock.Format(time.RFC3339), "run", "--due").ends(t, exitOK) // the month may have ended meanwhile
	arrived, want := s.arrivals(), map[string]state.Delivery{}
	for _, x := range s.dry.deliveries(t) {
		want[x.Key.String()] = x
	}
	list := s.wet.deliveries(t)
	if len(list) != len(want) {
		t.Errorf("%d deliveries, undisturbed %d", len(list), len(want))
	}
	for _, x := range list {
		if n := arrived[x.MessageID]; x.State != state.Accepted || n != 1+s.again[x.MessageID] {
			t.Errorf("%s is %s and arrived %d times, asked for %d times again", x.Key, x.State, n, s.again[x.MessageID])
		}
		if w := want[x.Key.String()]; w.FileSHA256 != x.FileSHA256 || w.MessageID != x.MessageID {
			t.Errorf("%s has workbook %s, undisturbed %s", x.Key, x.FileSHA256, w.FileSHA256)
		}
	}
	if wet, dry := workbooks(t, s.wet), workbooks(t, s.dry); !maps.Equal(wet, dry) {
		t.Errorf("workbooks %v\nundisturbed %v", wet, dry)
	}
	s.got.letters, s.got.periods = len(list), 0
	for _, o := range s.wet.owed(t) {
		s.got.periods++
		if o.Fate != state.OwedDone && (o.Fate != state.OwedSkipped || o.Reason == "") {
			t.Errorf("%s of %s is %s: %s", o.Job, o.Period, o.Fate, o.Reason)
		}
	}
	if n := len(s.dry.owed(t)); n != s.got.periods {
		t.Errorf("%d periods were owed, undisturbed %d", s.got.periods, n)
	}
	if len(s.wet.leftovers(t)) > 0 { // a command of a person died over it: the next run of a report clears it away
		year, week := s.monday.AddDate(0, 0, -1).ISOWeek()
		s.wet.run(t, s.soon(), "run", "sales", "--as-of", fmt.Sprintf("%d-W%02d", year, week)).ends(t, exitOK)
	}
	if left := s.wet.leftovers(t); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// workbooks returns the checksums of archived files by their names.
func workbooks(t *testing.T, d *drill) map[string]string {
	t.Helper()
	out := map[string]string{}
	root := filepath.Join(d.dir, "archive")
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".xlsx" { // letters have their date
			return err
		}
		text, err := os.ReadFile(path)
		sum := sha256.Sum256(text)
		out[strings.TrimPrefix(path, root)] = hex.EncodeToString(sum[:])
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// attached returns the checksums of the workbooks in letters, by Message-ID.
func attached(t *testing.T, letters []mailtest.Letter) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, l := range letters {
		m, err := mail.ReadMessage(bytes.NewReader(l.Bytes))
		if err != nil {
			t.Fatal(err)
		}
		_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
		if err != nil {
			t.Fatal(err)
		}
		for r := multipart.NewReader(m.Body, params["boundary"]); ; {
			part, err := r.NextRawPart()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("a letter to %s is cut off: %v", l.To, err)
			}
			if !strings.Contains(part.Header.Get("Content-Type"), "spreadsheet") {
				continue
			}
			h := sha256.New()
			if _, err := io.Copy(h, decoded(part.Header.Get("Content-Transfer-Encoding"), part)); err != nil {
				t.Fatal(err)
			}
			out[messageID(l)] = hex.EncodeToString(h.Sum(nil))
		}
		if out[messageID(l)] == "" {
			t.Errorf("a letter to %s has no workbook", l.To)
		}
	}
	return out
}
