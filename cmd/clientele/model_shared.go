package main

import (
	"fmt"
	"strings"

	"clientele/jobs"
	"clientele/reports"
)

// mostShared is how many values that became shared are named.
const mostShared = 5

// showSharedSince names values that several people use by now, the most held ones.
func (p *program) showSharedSince(m jobs.UsedModel) {
	if m.SharedSince == 0 {
		return
	}
	var named []string
	for _, s := range m.Shared[:min(len(m.Shared), mostShared)] {
		named = append(named, fmt.Sprintf("%s (%s, %s)", cut(s.Value, 60), s.Why, reports.Plural(s.Records, "record", "records")))
	}
	text := jobs.SharedSinceWords(m.SharedSince)
	if len(named) < m.SharedSince {
		text += ", for instance"
	} else {
		text += ":"
	}
	p.wrapped("  ", text+" "+strings.Join(named, "; "))
}

type sharedObject struct {
	Count int           `json:"count"`
	Most  []valueObject `json:"most_held"`
}

type valueObject struct {
	Field   string `json:"field"`
	Value   string `json:"value"`
	Why     string `json:"why"`
	Records int    `json:"records"`
}

func sharedObjectOf(m jobs.UsedModel) *sharedObject {
	if m.SharedSince == 0 {
		return nil
	}
	out := &sharedObject{Count: m.SharedSince}
	for _, s := range m.Shared {
		out.Most = append(out.Most, valueObject(s))
	}
	return out
}
