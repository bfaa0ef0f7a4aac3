package source_test

import (
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http/httptest"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/extract/source"
)

func TestOptionsThatCannotBe(t *testing.T) {
	one := map[extract.Kind]source.Mapping{extract.Orders: {Select: "SELECT 1"}}
	for _, c := range []struct {
		rule string
		o    source.Options
		want string
	}{
		{"an unknown driver", source.Options{Driver: "mysq", Mappings: one}, "did you mean mysql?"},
		{"an unknown encoding", source.Options{Driver: "sqlite", DSN: "x", Encoding: "utf-9", Mappings: one}, "did you mean utf-8?"},
		{"nothing mapped", source.Options{Driver: "sqlite", DSN: "x"}, "no kind"},
		{"an unknown kind", source.Options{Driver: "sqlite", DSN: "x", Mappings: map[extract.Kind]source.Mapping{"order": {Select: "SELECT 1"}}}, "did you mean orders?"},
		{"no SELECT", source.Options{Driver: "sqlite", DSN: "x", Mappings: map[extract.Kind]source.Mapping{extract.Orders: {File: "o.csv"}}}, "have no SELECT"},
		{"no file", source.Options{Driver: "sqlite", Mappings: one}, "no file"},
		{"several statements", source.Options{Driver: "mysql", DSN: "u:secret@tcp(h)/d?multiStatements=true", Mappings: one}, "multiStatements"},
		{"local files", source.Options{Driver: "mysql", DSN: "u:secret@tcp(h)/d?allowAllFiles=true", Mappings: one}, "allowAllFiles"},
		{"a zone of the DSN", source.Options{Driver: "mysql", DSN: "u:secret@tcp(h)/d?time_zone=%27UTC%27", Mappings: one}, "time_zone"},
		{"a DSN of another sort", source.Options{Driver: "mysql", DSN: "mysql://u:secret@h/d", Mappings: one}, "user:password@tcp"},
		{"a DSN whose password runs into the network", source.Options{Driver: "mysql", DSN: "u:secret(tcp)/d", Mappings: one}, "user:password@tcp"},
		{"a SELECT for files", source.Options{Driver: "csv", Folder: ".", Mappings: one}, "not read by a SELECT"},
		{"no folder", source.Options{Driver: "csv", Mappings: one}, "no folder"},
		{"a file outside of the folder", source.Options{Driver: "csv", Folder: ".", Mappings: map[extract.Kind]source.Mapping{extract.Orders: {File: "../o.csv"}}}, "outside"},
		{"a delimiter of two characters", source.Options{Driver: "csv", Folder: ".", Mappings: map[extract.Kind]source.Mapping{extract.Orders: {Delimiter: "||||"}}}, "delimiter"},
	} {
		c.o.Name = "shop"
		_, err := source.Open(t.Context(), c.o)
		e, ok := errors.AsType[*source.Error](err)
		if !ok || !errors.Is(err, source.ErrConfig) || !strings.Contains(err.Error(), c.want) || e.Hint == "" || !strings.HasPrefix(err.Error(), "open shop: ") {
			t.Errorf("%s: %v, want %q", c.rule, err, c.want)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: the password is told: %v", c.rule, err)
		}
	}
}

func TestAnUnreachableServerIsSaidToBe(t *testing.T) {
	o := source.Options{
		Name: "shop", Driver: "mysql", DSN: "u:secret@tcp(127.0.0.1:1)/d?timeout=1s",
		Mappings: map[extract.Kind]source.Mapping{extract.Orders: {Select: "SELECT 1 AS id"}},
	}
	_, err := open(t, o).Snapshot(t.Context())
	if !errors.Is(err, source.ErrUnreachable) || errors.Is(err, source.ErrConfig) || strings.Contains(err.Error(), "secret") || !strings.Contains(err.Error(), "host and port") {
		t.Error(err)
	}
	if p := open(t, o).Check(t.Context()); len(p) != 1 || !errors.Is(p[0].Err, source.ErrUnreachable) || p[0].Hint == "" {
		t.Error(p)
	}
}

func TestKindsComeInReadingOrder(t *testing.T) {
	o := sqliteOptions("x", extract.Orders, "SELECT 1 FROM t WHERE a >= :since")
	o.Mappings[extract.Parties] = source.Mapping{Select: "SELECT 1"}
	s := open(t, o)
	if k := s.Kinds(); len(k) != 2 || k[0] != extract.Parties {
		t.Error(k)
	}
	if s.Windowed(extract.Orders) != (source.Params{Since: true}) || s.Windowed(extract.Parties) != (source.Params{}) {
		t.Error("parameters are not told")
	}
}

func TestFingerprintChangesWithWhatIsRead(t *testing.T) {
	base := sqliteOptions("x", extract.Orders, "SELECT 1 AS id")
	print := func(change func(*source.Options)) string {
		o := base
		change(&o)
		return open(t, o).Fingerprint(extract.Orders)
	}
	same := print(func(*source.Options) {})
	for rule, change := range map[string]func(*source.Options){
		"another SELECT": func(o *source.Options) {
			o.Mappings = map[extract.Kind]source.Mapping{extract.Orders: {Select: "SELECT 2 AS id"}}
		},
		"other columns": func(o *source.Options) {
			o.Mappings = map[extract.Kind]source.Mapping{extract.Orders: {Select: "SELECT 1 AS id", Columns: map[string]string{"id": "id"}}}
		},
		"another zone":     func(o *source.Options) { o.Zone = zone(t, "Europe/Berlin") },
		"another encoding": func(o *source.Options) { o.Encoding = "auto" },
	} {
		if print(change) == same {
			t.Errorf("%s changes nothing", rule)
		}
	}
	if print(func(o *source.Options) { o.DSN, o.Name = "y", "other" }) != same {
		t.Error("the place of the source changes it")
	}
}

// stranger is a server whose certificate nobody trusts: it greets as MySQL does and
// goes over to TLS. It returns its address.
func stranger(t *testing.T) string {
	t.Helper()
	with := httptest.NewTLSServer(nil) // for its certificate
	t.Cleanup(with.Close)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	greeting := "\x0a8.0.0\x00\x01\x00\x00\x00saltsalt\x00\x09\x8a\x2d\x02\x00\x08\x00\x15" + strings.Repeat("\x00", 10) + "saltsaltsalt\x00mysql_native_password\x00"
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			_, _ = c.Write(append([]byte{byte(len(greeting)), 0, 0, 0}, greeting...))
			if _, err := io.ReadFull(c, make([]byte, 36)); err == nil {
				_ = tls.Server(c, with.TLS).Handshake()
			}
			_ = c.Close()
		}
	}()
	return l.Addr().String()
}

func TestAServerWhoseCertificateDoesNotHoldIsUnreachable(t *testing.T) {
	o := source.Options{
		Name: "shop", Driver: "mysql", DSN: "u:secret@tcp(" + stranger(t) + ")/d?tls=true",
		Mappings: map[extract.Kind]source.Mapping{extract.Orders: {Select: "SELECT 1 AS id"}},
	}
	_, err := open(t, o).Snapshot(t.Context())
	if !errors.Is(err, source.ErrUnreachable) || !strings.Contains(err.Error(), "the server's certificate does not hold for this host") {
		t.Error(err)
	}
}
