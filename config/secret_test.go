package config

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

const password = "hunter2"

func TestSecretsNeverShow(t *testing.T) {
	secret := Literal(password)
	var out bytes.Buffer
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		fmt.Fprintf(&out, verb+"\n", secret)
		fmt.Fprintf(&out, verb+"\n", &secret)
		fmt.Fprintf(&out, verb+"\n", Source{DSN: secret})
		fmt.Fprintf(&out, verb+"\n", []any{secret, map[string]Secret{"x": secret}})
	}
	slog.New(slog.NewTextHandler(&out, nil)).Info("open", "dsn", secret, "source", Source{DSN: secret})
	slog.New(slog.NewJSONHandler(&out, nil)).Info("open", "dsn", secret, "source", Source{DSN: secret})
	asJSON, err := json.Marshal(Source{DSN: secret})
	if err != nil {
		t.Fatal(err)
	}
	asYAML, err := yaml.Dump(map[string]any{"dsn": secret, "source": Source{DSN: secret}})
	if err != nil {
		t.Fatal(err)
	}
	out.Write(asJSON)
	out.Write(asYAML)
	if text := out.String(); strings.Contains(text, password) || strings.Contains(text, fmt.Sprintf("%x", password)) {
		t.Error(text)
	}
	if !strings.Contains(out.String(), secretMask) {
		t.Error("nothing stands in its place")
	}
}

func TestProblemsNeverShowSecrets(t *testing.T) {
	for _, text := range []string{
		"*hunter2", "&hunter2", "{hunter2}", "{hunter2: x}", "{env: x, hunter2: y}", "[hunter2]", "!hunter2 x", "!hunter2", "{command: hunter2}",
		"{env: [hunter2]}", "hunter2: x", "'hunter2", "@hunter2", "%hunter2", "{file: {hunter2: x}}", "{env: ''}", "'u:hunter2@tcp(x)/y'",
	} {
		for _, place := range []string{
			"sources: {s: {driver: mysql, records: {parties: SELECT 1}, dsn: " + text + "}}\n",
			"sources:\n  s:\n    driver: mysql\n    records: {parties: SELECT 1}\n    dsn: " + text + "\n",
			least[len(head):] + "stores: {state: {driver: mysql, dsn: " + text + "}}\n",
		} {
			if _, err := Parse("c.yaml", []byte(head+place)); err != nil && strings.Contains(err.Error(), "hunter2") {
				t.Errorf("%s\n%v", place, err)
			}
		}
	}
}

func TestSecretsComeFromFourPlaces(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "pass"), []byte(password+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("CLIENTELE_TEST_SECRET", password)
	places := map[string]string{
		"the text itself": password, "the environment": "{env: CLIENTELE_TEST_SECRET}", "a file beside the configuration": "{file: pass}",
	}
	if runtime.GOOS != "windows" {
		places["a command in the configuration's folder"] = "{command: [cat, pass]}"
	}
	for name, place := range places {
		t.Run(name, func(t *testing.T) {
			got, err := dsn(t, dir, place).Reveal(context.Background())
			if err != nil || got != password {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
}

func TestSecretsThatAreNotThereNameTheirPlace(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "empty"), []byte("\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("CLIENTELE_TEST_SECRET", "")
	for place, want := range map[string]string{
		"{env: CLIENTELE_TEST_SECRET}":         "the environment variable CLIENTELE_TEST_SECRET is not set",
		"{file: missing}":                      "missing",
		"{file: empty}":                        "the file empty gave nothing",
		"{command: [clientele-no-such, -x]}":   "the command clientele-no-such",
		"{command: [./no-such, hunter2, -xx]}": "the command ./no-such",
	} {
		_, err := dsn(t, dir, place).Reveal(context.Background())
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), password) {
			t.Errorf("%s: %v", place, err)
		}
	}
}

func dsn(t *testing.T, dir, text string) Secret {
	t.Helper()
	path := filepath.Join(dir, "c.yaml")
	if err := os.WriteFile(path, []byte(strings.Replace(least, "dsn: shop.db", "dsn: "+text, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return c.Sources[0].DSN
}
