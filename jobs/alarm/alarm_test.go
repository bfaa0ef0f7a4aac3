package alarm

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
)

var (
	october = transform.Ending(extract.Date(2026, time.November, 1), transform.Monthly)
	seven   = extract.InstantOf(time.Date(2026, time.November, 1, 7, 0, 0, 0, time.UTC))
	options = Options{LateAfter: 2 * time.Hour, AfterFailures: 3}
)

const minute = extract.Instant(60_000_000)

// told lists what is told, each as "cause job period about".
func told(list []Alarm) []string {
	var out []string
	for _, a := range list {
		text := strings.Join(strings.Fields(fmt.Sprintf("%s %s %s %s", a.Cause, a.Job, a.Period, a.About)), " ")
		if a.Stands {
			text += " !"
		}
		out = append(out, text)
	}
	return out
}

// owed is the sales report of October, due at seven and tried so often.
func owed(failures int) Open {
	x := Open{Job: "sales", Key: "2026-10", Period: october, Slot: seven, Failures: failures}
	if failures > 0 {
		x.Reason, x.Changed, x.NextAt = "shop cannot be reached", seven+minute, seven+3*minute
	}
	return x
}

// ran is a run of it that somebody started.
func ran(id transform.Run, ending Ending) Run {
	return Run{ID: id, Job: "sales", Key: "2026-10", Period: october, Ending: ending, OK: ending == Fine, ByHand: true, Error: "why", Began: seven, Over: seven + minute}
}

func TestWhatIsToldOfWhatTheLedgerSays(t *testing.T) {
	slot := "2026-11-01T04:30:00Z"
	clock := ran(7, Amiss)
	clock.ByHand = false
	held := clock
	held.Ending = Stopped
	broken := ran(7, Amiss)
	broken.Broke = true
	private := ran(7, Amiss)
	private.Private = true
	brokenOwed, waits, partial := owed(1), owed(0), owed(3)
	brokenOwed.Broke, waits.HeldBy, partial.Partial = true, "ann", true
	unknown := Letter{Report: "sales", Period: october, Recipient: "bob@x.org", Revision: 1, Unknown: true, Since: seven}
	refused := Letter{Report: "sales", Period: october, Recipient: "bob@x.org", Revision: 1, Answer: "550 no", Since: seven, Listed: true}
	again := unknown
	again.Copy = 1
	second := refused
	second.Revision = 2
	done := Done{Job: "sales", Key: "2026-10", AsOf: october.To, Slot: seven, At: seven + 192*minute}
	later := Done{Job: "sales", Key: "2026-11", AsOf: october.To.AddMonths(1)}
	for name, it := range map[string]struct {
		now   extract.Instant
		facts Facts
		want  []string
	}{
		"nothing is amiss":                     {seven, Facts{}, nil},
		"owed and not begun":                   {seven, Facts{Open: []Open{owed(0)}}, nil},
		"failed less often than is told":       {seven, Facts{Open: []Open{owed(2)}, Runs: []Run{clock}}, nil},
		"failed often":                         {seven, Facts{Open: []Open{owed(3)}, Runs: []Run{clock}}, []string{"failed sales 2026-10 !"}},
		"broke at once":                        {seven, Facts{Open: []Open{brokenOwed}, Runs: []Run{clock}}, []string{"broke sales 2026-10 !"}},
		"held at once, whatever failed before": {seven, Facts{Open: []Open{owed(3)}, Runs: []Run{clock, held}}, []string{"held sales 2026-10 !"}},
		"late to the minute":                   {seven + 120*minute, Facts{Open: []Open{owed(0)}}, []string{"late sales 2026-10 !"}},
		"not late a moment before":             {seven + 120*minute - 1, Facts{Open: []Open{owed(0)}}, nil},
		"failed and late are two":              {seven + 120*minute, Facts{Open: []Open{owed(3)}}, []string{"failed sales 2026-10 !", "late sales 2026-10 !"}},
		"who was told to wait is not late":     {seven + 120*minute, Facts{Open: []Open{waits}}, []string{"held sales 2026-10 !"}},
		"of no schedule, so never late":        {seven + 900*minute, Facts{Open: []Open{{Job: "sales", Key: "2026-10", Period: october}}}, nil},
		"a refresh by its slot": {
			seven + 120*minute,
			Facts{Open: []Open{{Job: "refresh", Key: slot, Slot: seven, Failures: 3, Reason: "no"}}},
			[]string{"failed refresh " + slot + " !", "late refresh " + slot + " !"},
		},
		"run by hand, nobody tries again":      {seven, Facts{Runs: []Run{ran(7, Amiss)}}, []string{"failed sales 2026-10 !"}},
		"run by hand, then done":               {seven, Facts{Runs: []Run{ran(7, Amiss), ran(8, Fine)}}, nil},
		"run by hand though everybody has it":  {seven, Facts{Runs: []Run{ran(7, Stopped)}, Done: []Done{done}}, nil},
		"run by hand while a schedule owes it": {seven, Facts{Runs: []Run{ran(7, Amiss)}, Open: []Open{owed(0)}}, nil},
		"run for one's own eyes":               {seven, Facts{Runs: []Run{private}}, nil},
		"broke by hand":                        {seven, Facts{Runs: []Run{broken}}, []string{"broke sales 2026-10 !"}},
		"run by the clock, the ledger tells":   {seven, Facts{Runs: []Run{clock}}, nil},
		"died, and another did it":             {seven, Facts{Runs: []Run{ran(7, Died), ran(8, Fine)}, Done: []Done{done}}, []string{"interrupted sales 2026-10"}},
		"a letter nobody knows of":             {seven, Facts{Letters: []Letter{unknown}}, []string{"unknown sales 2026-10 bob@x.org !"}},
		"a letter that was refused":            {seven, Facts{Letters: []Letter{refused}}, []string{"rejected sales 2026-10 bob@x.org !"}},
		"a copy nobody knows of":               {seven, Facts{Letters: []Letter{again}}, []string{"unknown sales 2026-10 bob@x.org, copy 1 !"}},
		"a correction that was refused":        {seven, Facts{Letters: []Letter{second}}, []string{"rejected sales 2026-10 bob@x.org, revision 2 !"}},
		"refused, and the next period came":    {seven, Facts{Letters: []Letter{refused}, Done: []Done{done, later}}, []string{"rejected sales 2026-10 bob@x.org"}},
		"an address that gets nothing":         {seven, Facts{Suppressed: []Suppression{{Address: "bob@x.org", Since: seven}}}, []string{"suppressed 2026-11-01T07:00:00Z bob@x.org !"}},
		"a gate that let it go":                {seven, Facts{Warnings: []Warning{{Job: "sales", Key: "2026-10", Period: october, Gate: "shop fresh", At: seven}}}, []string{"warned sales 2026-10 shop fresh"}},
		"the gravest first": {
			seven + 120*minute,
			Facts{Open: []Open{partial}, Letters: []Letter{refused, unknown}},
			[]string{"failed sales 2026-10 !", "unknown sales 2026-10 bob@x.org !", "late sales 2026-10 !", "rejected sales 2026-10 bob@x.org !"},
		},
		"recovered only if asked for": {seven, Facts{Done: []Done{done}, Told: []Key{{Failed, "sales", "2026-10", ""}}}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			it.facts.Now = it.now
			if diff := cmp.Diff(it.want, told(Derive(it.facts, options))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRefreshOfEveryHourIsOneTroubleUntilItWorks(t *testing.T) {
	day := func(id transform.Run, ending Ending, day string, at extract.Instant) Run {
		return Run{ID: id, Job: "refresh", Key: day, Ending: ending, OK: ending == Fine, Began: at, Over: at}
	}
	f := Facts{Runs: []Run{day(1, Amiss, "2026-10-30", seven-2000*minute), day(2, Fine, "2026-10-31", seven-1500*minute), day(3, Amiss, "2026-11-01", seven)}}
	for hour := range extract.Instant(30) {
		at := seven + hour*60*minute
		f.Now = at + minute
		f.Runs = append(f.Runs, day(transform.Run(4+hour), Amiss, "2026-11-0"+string('1'+rune(hour/24)), at))
		f.Open = []Open{{Job: "refresh", Key: at.String(), Slot: at, Failures: 1, Reason: "no"}}
		var want []string
		if hour >= 1 {
			want = append(want, "failed refresh 2026-11-01 !")
		}
		if hour >= 2 {
			want = append(want, "late refresh 2026-11-01 !")
		}
		if diff := cmp.Diff(want, told(Derive(f, options))); diff != "" {
			t.Errorf("after %d hours: %s", hour, diff)
		}
	}
}

func TestRecoveredTellsHowLate(t *testing.T) {
	f := Facts{
		Now: seven + 200*minute, Told: []Key{{Late, "sales", "2026-10", ""}},
		Done: []Done{{Job: "sales", Key: "2026-10", AsOf: october.To, Slot: seven, At: seven + 192*minute}, {Job: "marketing", Key: "2026-10", Slot: seven, At: seven}},
	}
	o := options
	o.Recovered = true
	list := Derive(f, o)
	if got := Subject(list); len(list) != 1 || got != "clientele: sales, October 2026: done at Sun 1 Nov 2026 10:12 UTC, 3 h 12 min after its time" {
		t.Errorf("%q of %+v", got, list)
	}
}

func TestOldTroubleIsNoNews(t *testing.T) {
	f := Facts{Now: seven, Runs: []Run{ran(7, Died)}}
	o := options
	o.Since = seven + 1
	if list := Derive(f, o); len(list) != 0 {
		t.Errorf("%+v", list)
	}
}

func TestSubjectSaysTheGravestInALine(t *testing.T) {
	f := Facts{Now: seven + 130*minute, Open: []Open{owed(3)}}
	if got, want := Subject(Derive(f, options)), "clientele: sales, October 2026: not sent: shop cannot be reached (and 1 more)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	f.Open[0].Reason = strings.Repeat("a very long\x00 reason\tindeed\u2028 ", 20)
	if got := Subject(Derive(f, options)); len([]rune(got)) > longest || !strings.HasSuffix(got, "… (and 1 more)") || strings.ContainsAny(got, "\t\n\x00\u2028") {
		t.Errorf("%q", got)
	}
}

func TestEveryAlarmSaysWhatAPersonHasToDo(t *testing.T) {
	f := Facts{
		Now: seven + 130*minute, Open: []Open{owed(3)}, Runs: []Run{ran(7, Died)},
		Letters:    []Letter{{Report: "sales", Period: october, Recipient: "bob@x.org", Unknown: true, Since: seven}, {Report: "sales", Period: october, Recipient: "cy@x.org", Since: seven}},
		Suppressed: []Suppression{{Address: "dan@x.org", Since: seven}},
	}
	for _, a := range Derive(f, options) {
		if a.What == "" || a.Itself == "" || len(a.Do) == 0 || a.Since == 0 || !strings.Contains(strings.Join(a.Do, " "), "clientele ") {
			t.Errorf("%s does not say enough: %+v", a.Cause, a)
		}
	}
}

func TestWhatMayHaveGoneBeforeARestoreIsNotSimplyLetGo(t *testing.T) {
	waits := owed(0)
	waits.HeldBy = "may have gone out"
	waits.Restored = true
	for _, a := range Derive(Facts{Now: seven, Open: []Open{waits}}, options) {
		if do := strings.Join(a.Do, "\n"); !strings.HasPrefix(do, "see whose letters lie") || !strings.Contains(do, "only if nobody has it: clientele outbox release sales 2026-10") {
			t.Errorf("a person is told to\n%s", do)
		}
	}
}

func TestRefreshByHandAfterItsTimeLeavesNothingLate(t *testing.T) {
	x := Open{Job: "refresh", Key: "2026-11-01T07:00:00Z", Slot: seven}
	by := Run{ID: 7, Job: "refresh", Ending: Fine, OK: true, ByHand: true, Began: seven + 100*minute, Over: seven + 101*minute}
	f := Facts{Now: seven + 180*minute, Open: []Open{x}}
	if got := Derive(f, options); len(got) != 1 || got[0].Cause != Late {
		t.Fatalf("without a run: %+v", got)
	}
	f.Runs = []Run{by}
	if got := Derive(f, options); len(got) != 0 {
		t.Errorf("the sources were read after that time: %+v", got)
	}
}
