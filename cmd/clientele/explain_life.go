package main

import (
	"cmp"
	"fmt"
	"time"

	"clientele/extract"
	"clientele/jobs"
	"clientele/transform"
)

var lifeWords = map[string]string{
	transform.IDMinted: "was born", transform.IDMerged: "was merged", transform.IDSplit: "lost records", transform.IDRetired: "was retired",
	transform.IDRevived: "came back", transform.IDSurvived: "changed",
}

// towards is how an event speaks of the other id.
func towards(kind string) string {
	if kind == transform.IDSplit {
		return " to "
	}
	return " into "
}

// showLife says what happened to the id.
func (p *program) showLife(e jobs.Explained) {
	if len(e.History) == 0 {
		return
	}
	fmt.Fprintln(p.stdout, "\nHistory of the id")
	for _, x := range e.History {
		what := cmp.Or(lifeWords[x.Kind], x.Kind)
		if x.ID != e.Trail.Now {
			what = fmt.Sprintf("%s %s", x.ID, what)
		}
		if x.Into != "" && x.Into != e.Trail.Now {
			what += towards(x.Kind) + string(x.Into)
		}
		p.wrapped(fmt.Sprintf("  run %-5d %s  ", x.Run, isoDay(x.At)), fmt.Sprintf("%s: %s", what, x.Reason))
	}
}

func isoDay(at extract.Instant) string {
	if at == 0 {
		return "          "
	}
	return at.Time().UTC().Format(time.DateOnly)
}
