// Package jobs directs the work: it carries data from the sources through the
// customer table and the metrics to the managers, and keeps the ledger of what
// was done. It is the only place that joins the parts; each part knows nothing of
// the others.
//
// Refresh reads the sources and rebuilds the customer table; Measure folds the
// histories into figures; Publish describes, draws and posts a report. RunDue does
// what is owed by now, Serve does so every minute. What is owed is for package due
// to say.
package jobs

import (
	"errors"
	"log/slog"
	"time"

	"github.com/jonboulle/clockwork"

	"clientele/extract"
	"clientele/extract/source"
	"clientele/jobs/due"
	"clientele/reports"
	"clientele/reports/locale"
	"clientele/reports/mail"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/golden"
	"clientele/transform/metrics"
	"clientele/transform/state"
	"clientele/transform/warehouse"
)

// Reasons for a run to end that whoever started it may want to tell apart.
var (
	// ErrStopped says that a check stopped the run before anything was sent.
	ErrStopped = errors.New("a check stopped the run")
	// ErrStale says that the last refresh is older than the period asked for.
	ErrStale = errors.New("the sources were not read since the period ended")
	// ErrPartial says that some recipients were not reached.
	ErrPartial = errors.New("not everybody was reached")
	// ErrMail says that letters cannot be handed over at all.
	ErrMail = errors.New("letters cannot be handed over")
	// ErrBroke says that the program itself is at fault.
	ErrBroke = errors.New("the program broke")
)

// Progress is told how far a stage has come.
type Progress interface {
	At(stage string, done int64)
}

// A Director holds what every job needs. Its fields are set once, by cmd.
type Director struct {
	Sources   []Source
	Settled   []Batch // records that stand in the configuration itself
	Warehouse *warehouse.DB
	State     *state.DB
	Matching  match.Options
	Matcher   Matcher  // tells who is who; nil is package linkage
	Learning  Learning // when its model is learnt anew
	Rules     metrics.Rules
	Gates     Gates // what is looked at before anything is sent
	Company   Company
	Locale    *locale.Locale // how reports are written; nil is English
	Reports   []Report
	Carrier   mail.Carrier
	Spool     *mail.Spool  // where letters wait in their final bytes
	Signer    *mail.Signer // of letters; nil leaves them unsigned
	Mailing   Mailing      // what letters are held to
	Archive   string       // folder of sent workbooks
	Keep      int          // days a workbook stays there; 0 is for ever
	Settings  string       // digest of the settings that bear on figures
	Entries   string       // what Settings is the digest of, entry by entry, without any secret
	Code      string       // version of the program
	Build     string       // digest of the program itself: figures it stored may be used again
	Progress  Progress
	Log       *slog.Logger
	Now       func() time.Time
	Owner     string            // who holds the lease: host and process
	Holder    string            // the same, so that Dead knows it again
	Dead      func(string) bool // whether a holder certainly lives no more; nil is never certain
	LeaseTime time.Duration     // how long a claim outlives its holder; 0 is a minute
	WeekStart time.Weekday      // the first day of a week
	Schedules []due.Schedule
	Grace     time.Duration // how long a letter on its way may take once the program is asked to stop
	Ops       Ops           // who is told of trouble
	Pulse     *Pulse        // of Serve, for Health; nil for nobody who asks
	Alone     bool          // the state is a file of this host: nobody else may serve from it

	lease *state.Lease    // that the work runs under, once it is taken
	clock clockwork.Clock // of the ticks; nil is the real one

	byClock bool          // the work is owed, and nobody asked for it
	retries transform.Run // the run that is done again, if one is

	Survivorship golden.Rules // whose value stands in the customer table
}

// A Source is one company database with what the refresh holds it to.
type Source struct {
	source.Options
	MaxAside    float64 // share of rows that may break their contract
	MaxVanished float64 // share of rows that may be gone since the last refresh
	Owner       string  // who can correct its records, as reports name them
}

// A Batch is a list of records of one kind that need no database.
type Batch struct {
	Source  string
	Kind    extract.Kind
	Records []extract.Record
}

// Company is what pages and letters say about the company.
type Company struct {
	Name      string
	Currency  string
	Language  string
	Zone      *time.Location
	From      reports.Address
	ReplyTo   reports.Address
	BouncesTo string // who is told of letters that cannot be delivered; the sender when empty
}

// A Report is one workbook with who gets it.
type Report struct {
	Name       string // sales, marketing or operations
	Kind       string // transform.Monthly or Weekly
	Recipients []Recipient
	Reps       string // which customers the reps of the records are sent: RepsNobody, RepsCustomers or RepsTerritory
}

// A Recipient is one reader. Address and scope travel together.
type Recipient struct {
	Name     string
	Address  string
	Scope    transform.Scope
	Recorded bool // by the record of a rep rather than by the configuration
}
