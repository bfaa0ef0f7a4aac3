package heartbeat

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"
)

// A Monitor is asked for an address of its own at each beginning and end of a job.
type Monitor struct {
	To      func(ctx context.Context, job string) (string, error) // the address of a job's pings, empty for none
	Timeout time.Duration                                         // how long a ping may take

	mu   sync.Mutex
	down map[string]bool // jobs whose last ping was not taken
}

// A Signal is what a monitor understands, as it stands behind the address.
type Signal string

// The signals.
const (
	Start   Signal = "/start"
	Success Signal = ""
	Fail    Signal = "/fail"
	Log     Signal = "/log" // neither: what was asked to stop goes on later
)

// Ping sends one signal, with some words. The id is the same for a start and its end.
func (m *Monitor) Ping(ctx context.Context, job string, signal Signal, rid uuid.UUID, words string) error {
	ctx, over := context.WithTimeout(ctx, m.Timeout)
	defer over()
	to, err := m.To(ctx, job)
	if err != nil || to == "" {
		return err
	}
	if err := ping(ctx, to, signal, rid, words); err != nil {
		return fmt.Errorf("ping the heartbeat of %s: %w", job, err)
	}
	return nil
}

// Turned notes whether a ping was taken, and reports whether that is news.
func (m *Monitor) Turned(job string, taken bool) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.down == nil {
		m.down = map[string]bool{}
	}
	news := m.down[job] == taken
	m.down[job] = !taken
	return news
}

// ping asks for an address. Its error does not repeat it: it is a secret.
func ping(ctx context.Context, to string, signal Signal, rid uuid.UUID, words string) error {
	u, err := url.Parse(to)
	if err != nil {
		return errors.New("its address cannot be read")
	}
	u.Path = strings.TrimSuffix(u.Path, "/") + string(signal)
	if u.RawPath != "" {
		u.RawPath = strings.TrimSuffix(u.RawPath, "/") + string(signal)
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
