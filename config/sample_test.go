package config

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
)

func TestSampleIsAcceptedAsItIs(t *testing.T) {
	c, err := Parse("sample.yaml", Sample())
	if err != nil {
		t.Fatal(err)
	}
	if got := len(c.Sources[0].Records); got != 6 {
		t.Errorf("the shop maps %d kinds, want 6", got)
	}
	if got := c.Reports.Find("sales").Recipients[0].Address.Email; got != "dana.reed@northgate.example" {
		t.Errorf("first recipient of sales is %s", got)
	}
}

func TestSampleIsAcceptedWithItsOptionalEntries(t *testing.T) {
	lines, block := strings.Split(string(Sample()), "\n"), false
	optional := regexp.MustCompile(`^ +# (- \{|[a-z_]+:( |$))`)
	begins := regexp.MustCompile(`^  # (surveys|smtp|dkim|time):`)
	taken := 0
	for i, line := range lines {
		block = block && strings.HasPrefix(line, "  #   ") || begins.MatchString(line)
		if block {
			lines[i] = strings.Replace(line, "# ", "", 1)
			taken++
		}
		if optional.MatchString(lines[i]) {
			lines[i] = strings.Replace(lines[i], "# ", "", 1)
			taken++
		}
	}
	if taken != 77 {
		t.Errorf("took %d comment signs away", taken)
	}
	all := []byte(strings.Join(lines, "\n"))
	c, err := Parse("sample.yaml", all)
	if err != nil {
		t.Fatal(err)
	}
	if c.Initiatives[0].Customers.Segment != "At risk" || len(c.Targets) != 5 || len(c.ServiceTargets) != 5 || len(c.Sources) != 2 || c.Mail.SMTP.Hello == "" || c.Mail.DKIM.Key.IsZero() || len(c.Expectations) != 3 || c.Sources[0].Fresh.Within != 2 {
		t.Error("an optional entry was not read")
	}
}

func TestSampleNamesEveryEntry(t *testing.T) {
	text := string(Sample())
	eachField(reflect.TypeFor[Config](), func(name string) {
		if !regexp.MustCompile(`\b` + name + `\b`).MatchString(text) {
			t.Errorf("the sample does not mention %s", name)
		}
	})
}

func TestSampleShowsTheDefaults(t *testing.T) {
	with, err := Parse("a.yaml", Sample())
	if err != nil {
		t.Fatal(err)
	}
	without, err := Parse("a.yaml", []byte(least))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(with.Metrics, without.Metrics) {
		t.Errorf("metrics of the sample %+v, defaults %+v", with.Metrics, without.Metrics)
	}
}

// eachField visits the names of all entries a configuration can have.
func eachField(typ reflect.Type, visit func(name string)) {
	for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct {
		return
	}
	for _, f := range fieldsOf(typ) {
		visit(f.name)
		eachField(typ.Field(f.index).Type, visit)
	}
}

// least is the shortest configuration that is accepted.
const least = `company: {name: N, zone: UTC, currency: EUR, country: DE}
sources:
  shop:
    driver: sqlite
    dsn: shop.db
    records:
      parties: SELECT 1
      orders: SELECT 1
`
