package jobs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"

	"clientele/transform"
	"clientele/transform/state"
)

// TickPing is the name of the heartbeat of every look at what is owed.
const TickPing = "tick"

// A Heartbeat tells a monitor outside that jobs begin and end, so that somebody
// notices also when nothing runs any more. What becomes of its pings changes no run.
type Heartbeat struct {
	To      func(ctx context.Context, job string) (string, error) // the address of a job's pings, empty for none
	Timeout time.Duration                                         // how long a ping may take

	mu   sync.Mutex
	down map[string]bool // jobs whose last ping was not taken
}

// The signals a monitor understands, as they stand behind the address.
const (
	signalStart   = "/start"
	signalSuccess = ""
	signalFail    = "/fail"
	signalLog     = "/log" // neither: what was asked to stop goes on later
)

// Ping sends one signal, with some words.
func (h *Heartbeat) Ping(ctx context.Context, job, signal string, rid uuid.UUID, words string) error {
	ctx, over := context.WithTimeout(ctx, h.Timeout)
	defer over()
	to, err := h.To(ctx, job)
	if err != nil || to == "" {
		return err
	}
	if err := ping(ctx, to, signal, rid, words); err != nil {
		return fmt.Errorf("ping the heartbeat of %s: %w", job, err)
	}
	return nil
}

// ping asks for an address. Its error does not repeat it: it is a secret.
func ping(ctx context.Context, to, signal string, rid uuid.UUID, words string) error {
	u, err := url.Parse(to)
	if err != nil {
		return errors.New("its address cannot be read")
	}
	u.Path = strings.TrimSuffix(u.Path, "/") + signal
	if u.RawPath != "" {
		u.RawPath = strings.TrimSuffix(u.RawPath, "/") + signal
	}
	query := u.Query()
	query.Set("rid", rid.String())
	u.RawQuery = query.Encode()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, u.String(), strings.NewReader(words))
	if err != nil {
		return errors.New("its address cannot be asked for")
	}
	request.Header.Set("User-Agent", "clientele")
	request.Header.Set("Content-Type", "text/plain; charset=utf-8")
	answer, err := http.DefaultClient.Do(request)
	var asked *url.Error
	if errors.As(err, &asked) {
		err = asked.Err
	}
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(answer.Body, 1<<16)) // so that the connection can be used again
	if answer.StatusCode/100 != 2 {
		return fmt.Errorf("it answers %s", answer.Status)
	}
	return nil
}

// beating tells the monitor that a run begins. The returned function tells how it
// ended; the two together delay a run by the timeout at most.
func (d *Director) beating(ctx context.Context, r state.Run, run transform.Run) func(status string, err error) {
	h := d.Ops.Heartbeat
	if h == nil || h.To == nil || d.private(r) {
		return func(string, error) {}
	}
	rid := uuid.NewSHA1(uuid.NameSpaceOID, fmt.Appendf(nil, "%s %s %d %d", r.Owner, r.Job, run, r.Started))
	words := fmt.Sprintf("run %d of %s %s", run, r.Job, r.Period)
	lasting := context.WithoutCancel(ctx) // the end is told also of what was asked to stop
	begun := make(chan error, 1)
	go func() { begun <- h.Ping(lasting, r.Job, signalStart, rid, words) }()
	return func(status string, err error) {
		ctx, over := context.WithTimeout(lasting, h.Timeout)
		defer over()
		select {
		case started := <-begun:
			d.pinged(r.Job, started)
		case <-ctx.Done():
		}
		signal := map[string]string{state.OK: signalSuccess, state.Interrupted: signalLog}[status]
		if status != state.OK && status != state.Interrupted {
			signal = signalFail
		}
		d.pinged(r.Job, h.Ping(ctx, r.Job, signal, rid, words+": "+status+"\n"+discreet(err)))
	}
}

// ticked tells the monitor that somebody looked at what is owed, or could not.
func (d *Director) ticked(ctx context.Context, err error) {
	h := d.Ops.Heartbeat
	if h == nil || h.To == nil || ctx.Err() != nil {
		return
	}
	signal := signalSuccess
	if err != nil && !errors.Is(err, state.ErrHeld) {
		signal = signalFail
	}
	d.pinged(TickPing, h.Ping(ctx, TickPing, signal, uuid.New(), discreet(err)))
}

// pinged logs that a heartbeat is not taken, and that it is again, but not every time.
func (d *Director) pinged(job string, err error) {
	h := d.Ops.Heartbeat
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.down == nil {
		h.down = map[string]bool{}
	}
	switch {
	case err != nil && !h.down[job]:
		d.Log.Warn("heartbeat not taken", "of", job, "error", err)
	case err == nil && h.down[job]:
		d.Log.Info("heartbeat taken again", "of", job)
	}
	h.down[job] = err != nil
}

// quotation and mailAddress are what may be of a customer in an error's words.
var (
	quotation   = regexp.MustCompile(`"[^"]*"`)
	mailAddress = regexp.MustCompile(`[^\s<>"']+@[^\s<>"']+`)
)

// discreet is the beginning of an error for a monitor that is somebody else's:
// nothing that was quoted from data, and no addresses.
func discreet(err error) string {
	if err == nil {
		return ""
	}
	const lines, long = 3, 300
	list := strings.SplitN(err.Error(), "\n", lines+1)
	text := strings.Join(list[:min(len(list), lines)], "\n")
	text = mailAddress.ReplaceAllString(quotation.ReplaceAllString(text, "\"...\""), "(address)")
	if runes := []rune(text); len(runes) > long {
		text = string(runes[:long]) + "..."
	}
	return text
}
