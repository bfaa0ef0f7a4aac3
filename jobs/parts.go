package jobs

import (
	"context"
	"fmt"
	"strings"

	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// Parts names what went into one edition and not into another, in words.
func Parts(ctx context.Context, s *state.DB, was, is state.Edition) ([]string, error) {
	text, err := s.SettingsOf(ctx, is.Settings)
	if err != nil {
		return nil, err
	}
	return unlike(ctx, s, was, is, text)
}

// nowDiffer names what went into an edition and is another now.
func (d *Director) nowDiffer(ctx context.Context, was state.Edition, in material) ([]string, error) {
	return unlike(ctx, d.State, was, d.keptOf(in, Issue{}, "", 0), d.Entries)
}

func unlike(ctx context.Context, s *state.DB, was, is state.Edition, entries string) ([]string, error) {
	var list []string
	if was.Snapshot != is.Snapshot {
		list = append(list, fmt.Sprintf("rows of the sources: refresh %d, now %d", was.SnapshotRun, is.SnapshotRun))
	}
	if was.Links != is.Links {
		list = append(list, "who is who")
	}
	if was.Settings != is.Settings {
		text, err := s.SettingsOf(ctx, was.Settings)
		if err != nil {
			return nil, err
		}
		list = append(list, settingWords(text, entries)...)
	}
	for _, p := range []struct{ what, then, now string }{
		{"program version", was.Code, is.Code},
		{"matching rules", was.Matching, is.Matching},
		{"decisions of people", was.Decisions, is.Decisions},
		{"figures it is compared with", was.Against, is.Against},
		{"account of the refresh, name of the company or address for questions", was.Account, is.Account},
	} {
		switch {
		case p.then == p.now:
		case len(p.then) == 64: // a digest tells nobody anything
			list = append(list, p.what)
		default:
			list = append(list, p.what+": "+thenNow(p.then, p.now))
		}
	}
	if len(list) == 0 && was.Build != is.Build {
		list = append(list, "another build of the same version of the program")
	}
	return list, nil
}

func settingWords(then, now string) []string {
	changes := settingChanges(then, now)
	if then == "" || now == "" || len(changes) == 0 {
		changes = []pages.SettingChange{{Key: "(the entries were not kept)"}}
	}
	var list []string
	for _, c := range changes {
		list = append(list, strings.TrimSpace("setting "+c.Key+" "+thenNow(c.Before, c.Now)))
	}
	return list
}

func thenNow(then, now string) string {
	switch {
	case then == "" && now == "":
		return ""
	case then == "":
		return "now " + now
	case now == "":
		return "was " + then
	}
	return then + ", now " + now
}

// checked counts the checks of one more scope.
func (out *Published) checked(all []transform.Check) {
	out.Checks += len(all)
	for _, c := range failed(all) {
		out.Failed = append(out.Failed, fmt.Sprintf("%s: %s expected, %s found", c.Name, c.Expected, c.Found))
	}
}
