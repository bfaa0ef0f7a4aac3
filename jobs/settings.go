package jobs

import (
	"cmp"
	"slices"
	"strings"

	"clientele/reports/pages"
)

// settingChanges compares two lists of settings, one "key = value" a line. An entry
// of a list, whose key comes more than once, is gone or new, never changed.
func settingChanges(before, now string) []pages.SettingChange {
	was, is := settingLines(before), settingLines(now)
	var out []pages.SettingChange
	for _, key := range keysOf(was, is) {
		old, fresh := without(was[key], is[key]), without(is[key], was[key])
		if len(was[key]) <= 1 && len(is[key]) <= 1 {
			if len(old)+len(fresh) > 0 {
				out = append(out, pages.SettingChange{Key: key, Before: strings.Join(old, ""), Now: strings.Join(fresh, "")})
			}
			continue
		}
		for _, v := range old {
			out = append(out, pages.SettingChange{Key: key, Before: v})
		}
		for _, v := range fresh {
			out = append(out, pages.SettingChange{Key: key, Now: v})
		}
	}
	return out
}

func settingLines(text string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(text) {
		if key, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " = "); ok {
			out[key] = append(out[key], value)
		}
	}
	return out
}

func keysOf(lists ...map[string][]string) []string {
	var keys []string
	for _, l := range lists {
		for key := range l { // sorted below
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, cmp.Compare[string])
	return slices.Compact(keys)
}

// without returns what is in one list and not in another, each as often as it is there
// more often.
func without(list, other []string) []string {
	other = slices.Clone(other)
	var out []string
	for _, v := range list {
		if at := slices.Index(other, v); at >= 0 {
			other = slices.Delete(other, at, at+1)
			continue
		}
		out = append(out, v)
	}
	return out
}
