package mail

import (
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// sink starts a mail server that nobody here wrote, from Debian's postfix. What it
// accepts it writes into the folder.
func sink(t *testing.T, args ...string) (c *SMTP, dir string) {
	t.Helper()
	path, err := exec.LookPath("smtp-sink")
	if err != nil {
		if path, err = exec.LookPath("/usr/sbin/smtp-sink"); err != nil {
			t.Skip("smtp-sink is not installed (Debian: postfix): letters are not handed to a foreign server")
		}
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	at := free.Addr().String()
	_ = free.Close()
	dir = t.TempDir()
	if os.Geteuid() == 0 {
		args = append(args, "-u", "root") // it insists on being told
	}
	cmd := exec.Command(path, append(slices.Clone(args), "-d", filepath.Join(dir, "letter."), at, "16")...)
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	for range 200 {
		try, err := net.Dial("tcp", at)
		if err == nil {
			_ = try.Close()
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	_, port, _ := net.SplitHostPort(at)
	n, err := strconv.Atoi(port)
	if err != nil {
		t.Fatal(err)
	}
	if c, err = NewSMTP(SMTPOptions{Host: "127.0.0.1", Port: n, TLS: NoTLS, Waits: patient}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c, dir
}

// ownHead is what the sink writes in front of a letter.
var ownHead = regexp.MustCompile(`(?s)^X-Client-Addr: .*\nX-Rcpt-Args: <([^>]*)>\nReceived: from [^\n]*\n\tby [^\n]*\n\t[^\n]*\n(.*)$`)

// dumped reads what the sink wrote: a head of its own, then the letter.
func dumped(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, name := range files(t, dir) {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		parts := ownHead.FindSubmatch(b)
		if parts == nil {
			t.Fatalf("%s begins %q", name, b[:min(len(b), 400)])
		}
		out[string(parts[1])] = string(parts[2])
	}
	return out
}

func TestForeignServerGetsThreeLettersWhole(t *testing.T) {
	c, dir := sink(t)
	want := map[string]string{}
	for _, who := range []string{"ann@example.org", "bob@example.org", "cid@example.org"} {
		if err := c.Ready(t.Context()); err != nil {
			t.Fatal(err)
		}
		m := letterTo(t, who)
		if _, commits, err := handed(t, c, m); err != nil || commits != 1 {
			t.Fatal(commits, err)
		}
		want[who] = strings.ReplaceAll(string(m.Bytes), "\r\n", "\n")
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	got := dumped(t, dir)
	if len(got) != 3 {
		t.Errorf("%d letters", len(got))
	}
	for who, letter := range want {
		if strings.TrimRight(got[who], "\n") != strings.TrimRight(letter, "\n") {
			t.Errorf("%s: %d bytes arrived as %d", who, len(letter), len(got[who]))
		}
	}
}

func TestForeignServersFaults(t *testing.T) {
	type outcome string
	const refusedForGood, refusedForNow, unknown outcome = "refused for good", "refused for now", "unknown"
	for _, it := range []struct {
		args []string
		want outcome
	}{
		{[]string{"-f", "RCPT"}, refusedForGood},
		{[]string{"-r", "RCPT"}, refusedForNow},
		{[]string{"-r", "DATA"}, refusedForNow},
		{[]string{"-Q", "MAIL"}, refusedForNow},
		{[]string{"-q", "RCPT"}, refusedForNow},
		{[]string{"-f", "."}, refusedForGood},
		{[]string{"-q", "."}, unknown},
	} {
		t.Run(strings.Join(it.args, " "), func(t *testing.T) {
			c, _ := sink(t, it.args...)
			_, commits, err := handed(t, c, letterTo(t, "ann@example.org"))
			var r *Refusal
			got := outcome("other")
			switch {
			case errors.Is(err, ErrUnknown):
				got = unknown
			case errors.As(err, &r) && r.Temporary:
				got = refusedForNow
			case errors.As(err, &r):
				got = refusedForGood
			}
			if got != it.want || commits > 0 != slices.Contains(it.args, ".") {
				t.Errorf("%s after %d commits: %v", got, commits, err)
			}
		})
	}
}
