package heartbeat

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestHeartbeatOfAnAnswerThatIsNoneAndOfASecretThatIsLost(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	h := &Monitor{Timeout: 10 * time.Second, To: func(context.Context, string) (string, error) { return server.URL + "/hush?create=1", nil }}
	err := h.Ping(t.Context(), "sales", Fail, [16]byte{1}, "")
	if err == nil || !strings.Contains(err.Error(), "heartbeat of sales") || !strings.Contains(err.Error(), "404") {
		t.Fatal(err)
	}
	if strings.Contains(err.Error(), "hush") {
		t.Errorf("%v shows the address", err)
	}
	lost := errors.New("not set")
	h.To = func(context.Context, string) (string, error) { return "", lost }
	if err := h.Ping(t.Context(), "sales", Success, [16]byte{1}, ""); !errors.Is(err, lost) {
		t.Error(err)
	}
}

func TestWordsForAMonitorNameNobody(t *testing.T) {
	err := fmt.Errorf("sales to ann@example.org: row %q of <bob@example.net>: %s\nb\nc\nd", "Ada \"Countess\" Lovelace", strings.Repeat("x", 400))
	got := Discreet(err)
	for _, never := range []string{"ann@", "bob@", "Ada", "Countess", "Lovelace", "\nd"} {
		if strings.Contains(got, never) {
			t.Errorf("%q says %q", got, never)
		}
	}
	if !strings.HasPrefix(got, "sales to (address)") || len(got) > 310 {
		t.Errorf("%q", got)
	}
}

func TestOnlyAChangeIsNews(t *testing.T) {
	var m Monitor
	for i, it := range []struct{ taken, news bool }{{true, false}, {false, true}, {false, false}, {true, true}, {true, false}} {
		if got := m.Turned("sales", it.taken); got != it.news {
			t.Errorf("ping %d, taken %t: news %t", i, it.taken, got)
		}
	}
	if !m.Turned("tick", false) {
		t.Error("one job's trouble hides another's")
	}
}
