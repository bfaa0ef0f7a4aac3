package main

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"sync"
	"time"

	"golang.org/x/term"

	"clientele/config"
	"clientele/extract"
	"clientele/jobs"
)

// A progress shows on a terminal how far a run has come, for any stage longer
// than a second. Anywhere else it is silent: there the log says it.
type progress struct {
	w     io.Writer // nil: silent
	mu    sync.Mutex
	stage string
	since time.Time
	drawn time.Time
	wide  int
}

// voices returns the log and the progress for a place to write to: a terminal
// gets progress and only warnings, unless asked for more; a file gets the log as
// the configuration wants it.
func voices(w io.Writer, verbose bool, o config.Log) (*slog.Logger, *progress) {
	f, ok := w.(*os.File)
	if ok && term.IsTerminal(int(f.Fd())) && !verbose {
		return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: slog.LevelWarn})), &progress{w: w}
	}
	var level slog.Level
	if err := level.UnmarshalText([]byte(o.Level)); err != nil {
		level = slog.LevelInfo
	}
	options := &slog.HandlerOptions{Level: level, ReplaceAttr: inUTC}
	if o.Format == "json" {
		return jobs.Labelled(slog.NewJSONHandler(w, options)), &progress{}
	}
	return jobs.Labelled(slog.NewTextHandler(w, options)), &progress{}
}

// inUTC writes times in UTC, so that logs of several machines sort, and as people and
// programs read them.
func inUTC(groups []string, a slog.Attr) slog.Attr {
	if at, ok := a.Value.Any().(extract.Instant); ok {
		return slog.String(a.Key, at.String())
	}
	if len(groups) == 0 && a.Key == slog.TimeKey && a.Value.Kind() == slog.KindTime {
		return slog.Time(a.Key, a.Value.Time().UTC())
	}
	return a
}

// At implements jobs.Progress.
func (p *progress) At(stage string, done int64) {
	if p == nil || p.w == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	if stage != p.stage {
		p.stage, p.since = stage, now
	}
	if now.Sub(p.since) < time.Second || now.Sub(p.drawn) < 100*time.Millisecond {
		return
	}
	p.drawn = now
	p.draw(fmt.Sprintf("%s  %d  %d s", stage, done, int(now.Sub(p.since).Seconds())))
}

// Done wipes the line.
func (p *progress) Done() {
	if p == nil || p.w == nil || p.wide == 0 {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.draw("")
	fmt.Fprint(p.w, "\r")
}

func (p *progress) draw(text string) {
	fmt.Fprintf(p.w, "\r%-*s", p.wide, text)
	p.wide = len(text)
}
