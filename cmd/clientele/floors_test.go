package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// floors lists what each package of ours may import of ours. A step of the work
// knows its room and the rooms below it; only jobs joins works, only cmd knows all.
var floors = map[string]string{
	"config":                   "",
	"extract":                  "",
	"extract/source":           "extract",
	"extract/demo":             "extract",
	"transform":                "extract",
	"transform/model":          "extract transform",
	"transform/model/fit":      "",
	"transform/model/lifetime": "transform/model/fit transform/model/special",
	"transform/metrics":        "extract transform transform/model transform/model/contract transform/model/lifetime transform/model/race",
	"transform/model/race":     "transform/model transform/model/lifetime",
	"transform/store":          "",
	"transform/warehouse":      "extract transform transform/store",
	"transform/state":          "extract transform transform/store",
	"reports":                  "",
	"reports/pages":            "reports extract transform transform/metrics",
	"reports/excel":            "reports",
	"reports/excel/exceltest":  "",
	"reports/chart":            "reports",
	"reports/locale":           "reports",
	"reports/mail":             "reports",
	"reports/mail/mailtest":    "",
	"jobs/due":                 "extract transform",
	"jobs/gates":               "extract transform reports",
	"jobs/alarm":               "extract transform",
	"jobs/heartbeat":           "",
	"jobs/archive":             "extract transform transform/store transform/state reports/mail",
	"jobs": "jobs/due jobs/gates jobs/alarm jobs/archive jobs/heartbeat extract extract/source transform transform/match transform/match/golden transform/match/home transform/match/ident transform/match/linkage transform/match/normal transform/match/drift transform/metrics transform/store transform/warehouse transform/state " +
		"reports reports/pages reports/excel reports/chart reports/locale reports/mail",

	"transform/match/truth":    "extract extract/demo",
	"transform/match":          "extract transform transform/match/normal",
	"transform/match/block":    "",
	"transform/match/cluster":  "transform/match/pile",
	"transform/match/pile":     "",
	"transform/match/drift":    "transform/match",
	"transform/match/golden":   "extract transform transform/match transform/match/normal",
	"transform/match/home":     "extract transform transform/match transform/match/normal transform/match/similar",
	"transform/match/ident":    "extract transform transform/match",
	"transform/match/normal":   "transform/match/similar",
	"transform/match/similar":  "",
	"transform/model/special":  "",
	"transform/model/contract": "transform/model/fit transform/model/special",
	"transform/match/linkage":  "extract transform transform/match transform/match/block transform/match/cluster transform/match/normal transform/match/pile transform/match/similar",

	"cmd/clientele": "config extract extract/source extract/demo transform transform/match transform/match/drift transform/match/golden transform/metrics transform/store transform/warehouse " +
		"transform/state reports reports/pages reports/excel reports/chart reports/locale reports/mail jobs jobs/due jobs/gates jobs/alarm jobs/archive jobs/heartbeat",
}

// only lists outside packages and the one package of ours that may import them.
var only = map[string]string{
	"github.com/xuri/excelize/v2":      "reports/excel",
	"github.com/wneessen/go-mail":      "reports/mail",
	"github.com/wneessen/go-mail/smtp": "reports/mail",
	"github.com/emersion/go-smtp":      "reports/mail/mailtest",
	"github.com/go-co-op/gocron/v2":    "jobs",
	"github.com/spf13/cobra":           "cmd/clientele",
	"go.yaml.in/yaml/v4":               "config",
	"github.com/nyaruka/phonenumbers":  "transform/match/normal",
	"github.com/gosimple/unidecode":    "transform/match/normal",
}

// pure lists packages that know no database, no clock and no file.
var pure = []string{
	"extract", "transform", "transform/model", "transform/metrics", "reports", "reports/pages", "jobs/due", "jobs/gates", "jobs/alarm",
	"transform/model/fit",
	"transform/model/special",
	"transform/model/contract",
	"transform/model/lifetime",
	"transform/model/race",
	"transform/match",
	"transform/match/block",
	"transform/match/cluster",
	"transform/match/drift",
	"transform/match/golden",
	"transform/match/home",
	"transform/match/ident",
	"transform/match/linkage",
	"transform/match/normal",
	"transform/match/pile",
	"transform/match/similar",
}

var impure = []string{"database/sql", "os", "net", "net/http", "github.com/jmoiron/sqlx", "modernc.org/sqlite", "log", "log/slog"}

func TestFloors(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "clientele/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		pkg := strings.TrimPrefix(fields[0], "clientele/")
		checkFloor(t, pkg, fields[1:])
		seen++
	}
	if seen != len(floors) {
		t.Errorf("%d packages, %d floors: a room is missing or gone", seen, len(floors))
	}
}

func checkFloor(t *testing.T, pkg string, imports []string) {
	may, known := floors[pkg]
	if !known {
		t.Errorf("%s has no floor", pkg)
	}
	for _, imp := range imports {
		if ours, ok := strings.CutPrefix(imp, "clientele/"); ok && !slices.Contains(strings.Fields(may), ours) {
			t.Errorf("%s may not import %s", pkg, ours)
		}
		if who, ok := only[imp]; ok && who != pkg {
			t.Errorf("%s may not import %s, only %s may", pkg, imp, who)
		}
		if slices.Contains(pure, pkg) && slices.Contains(impure, imp) {
			t.Errorf("%s is pure and may not import %s", pkg, imp)
		}
	}
}
