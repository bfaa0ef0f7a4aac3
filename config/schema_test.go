package config

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	validator "github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
)

var update = flag.Bool("update", false, "write schema.json anew")

func TestSchemaIsTheOneOfTheStructs(t *testing.T) {
	got := generate(t)
	if *update {
		if err := os.WriteFile("schema.json", got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(got, Schema()) {
		t.Error("schema.json is not what the structs say: run go test ./config -run Schema -update")
	}
}

func TestSchemaAcceptsTheSample(t *testing.T) {
	if err := validate(t, Sample()); err != nil {
		t.Error(err)
	}
	if err := validate(t, []byte(least)); err != nil {
		t.Error(err)
	}
}

func TestSchemaRefuses(t *testing.T) {
	for name, change := range map[string][2]string{
		"a misspelt key":             {"week_start:", "weak_start:"},
		"a misspelt key deep inside": {"loyal_quarters:", "loyal_quarter:"},
		"an unknown kind of record":  {"      lines: |", "      line: |"},
		"an unknown report":          {"  marketing:\n", "  markting:\n"},
		"a word not allowed":         {"week_start: monday", "week_start: friday"},
		"a missing entry":            {"  zone: Europe/Berlin  ", "  # zone: Europe/Berlin"},
		"a month out of range":       {"fiscal_year_start: 1", "fiscal_year_start: 13"},
		"a percentage in words":      {"discount_rate: 10%", "discount_rate: ten"},
		"an unknown kind of secret":  {"    dsn: {env: CLIENTELE_SHOP_DSN}  #", "    dsn: {environment: CLIENTELE_SHOP_DSN}  #"},
		"a month without its year":   {"month: 2026-10", "month: October"},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(string(Sample()), change[0], change[1], 1)
			if text == string(Sample()) {
				t.Fatal("the sample has no " + change[0])
			}
			if validate(t, []byte(text)) == nil {
				t.Error("the schema accepts it")
			}
		})
	}
}

func validate(t *testing.T, text []byte) error {
	t.Helper()
	var doc any
	if err := yaml.Load(text, &doc); err != nil {
		t.Fatal(err)
	}
	parsed, err := validator.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := validator.NewCompiler()
	if err := compiler.AddResource("schema.json", parsed); err != nil {
		t.Fatal(err)
	}
	return compiler.MustCompile("schema.json").Validate(asJSON(doc))
}

// asJSON writes the days YAML reads as times back as the text an editor sees.
func asJSON(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key := range v {
			v[key] = asJSON(v[key])
		}
	case []any:
		for i := range v {
			v[i] = asJSON(v[i])
		}
	case interface{ Format(string) string }:
		return v.Format("2006-01-02")
	}
	return v
}
