package demo

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"path/filepath"
	"text/template"

	"github.com/go-sql-driver/mysql"
)

//go:embed clientele.yaml
var configText string

var configTemplate = template.Must(template.New("clientele.yaml").Parse(configText))

// Settings are what differs from one configuration of the company to another.
type settings struct {
	Zone, Currency, AsOf, Started, Driver string
	Shop, Billing, Helpdesk               string
}

// Config returns the configuration with which clientele reads the files that
// WriteSQLite wrote into a folder. A folder of "" is the one the configuration
// itself lies in.
func Config(dir string, o Options) []byte {
	return render(o, "sqlite", func(db string) string { return filepath.Join(dir, db+".db") })
}

// ConfigMySQL returns the configuration for the databases that WriteMySQL filled
// under the same DSN and prefix. The DSN stands in it with its password.
func ConfigMySQL(dsn, prefix string, o Options) ([]byte, error) {
	config, err := mysql.ParseDSN(dsn)
	if err != nil {
		return nil, errDSN
	}
	return render(o, "mysql", func(db string) string {
		one := config.Clone()
		one.DBName = prefix + db
		return one.FormatDSN()
	}), nil
}

func render(o Options, driver string, place func(db string) string) []byte {
	o = o.filled()
	var out bytes.Buffer
	err := configTemplate.Execute(&out, settings{
		Zone: ZoneName, Currency: Currency, AsOf: o.AsOf.String(), Started: o.AsOf.Month().AddMonths(-2).String(), Driver: driver,
		Shop: quoted(place(shop)), Billing: quoted(place(billing)), Helpdesk: quoted(place(helpdesk)),
	})
	if err != nil {
		panic(fmt.Sprintf("write the configuration of the generated company: %v", err)) // the template is ours: a test runs it
	}
	return out.Bytes()
}

// quoted writes a text so that YAML reads it as that text; JSON's way is YAML's too.
func quoted(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		return `""`
	}
	return string(b)
}
