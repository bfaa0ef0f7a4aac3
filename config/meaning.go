package config

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Meaning writes out what Fingerprint is a hash of, one entry a line as "key = value", so that two versions of the
// settings can be told apart entry by entry. It holds no connection and no secret, and leaves out what is not set.
func (c *Config) Meaning() string {
	w := &meaning{}
	w.add("company", reflect.ValueOf(c.Company))
	w.add("exclude", reflect.ValueOf(c.Exclude))
	w.add("matching", reflect.ValueOf(c.Matching.meaning()))
	c.Survivorship.mean(w)
	for _, s := range c.Sources {
		key := join("sources", s.Name)
		w.add(join(key, "zone"), reflect.ValueOf(s.Zone))
		w.add(join(key, "country"), reflect.ValueOf(s.Country))
		w.add(join(key, "encoding"), reflect.ValueOf(s.Encoding))
		for _, m := range s.Records {
			w.add(join(join(key, "records"), m.Kind), reflect.ValueOf(m))
		}
	}
	w.add("metrics", reflect.ValueOf(c.Metrics))
	w.add("costs", reflect.ValueOf(c.Costs))
	w.add("cost_to_serve", reflect.ValueOf(c.CostToServe))
	w.add("rates", reflect.ValueOf(c.Rates))
	w.add("targets", reflect.ValueOf(c.Targets))
	w.add("service_targets", reflect.ValueOf(c.ServiceTargets))
	w.add("initiatives", reflect.ValueOf(c.Initiatives))
	return w.String()
}

// A meaning is lines of settings.
type meaning struct{ strings.Builder }

// add writes a value under its key: a struct field by field, a list one entry a line.
func (w *meaning) add(key string, v reflect.Value) {
	if text, ok := leaf(v); ok {
		w.line(key, text)
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			w.line(key, entry(v.Index(i)))
		}
	case reflect.Struct:
		for _, f := range fieldsOf(v.Type()) {
			w.add(join(key, f.name), v.Field(f.index))
		}
	}
}

func (w *meaning) line(key, text string) {
	if strings.ContainsAny(text, "\r\n") {
		text = strconv.Quote(text)
	}
	if text != "" {
		fmt.Fprintf(w, "%s = %s\n", key, text)
	}
}

// entry writes an entry of a list on one line.
func entry(v reflect.Value) string {
	if text, ok := leaf(v); ok {
		return text
	}
	if v.Kind() == reflect.Slice {
		var words []string
		for i := range v.Len() {
			words = append(words, entry(v.Index(i)))
		}
		return strings.Join(words, ", ")
	}
	var words []string
	for _, f := range fieldsOf(v.Type()) {
		if text := entry(v.Field(f.index)); text != "" {
			words = append(words, f.name+" "+text)
		}
	}
	return strings.Join(words, ", ")
}

// leaf writes a value that has no parts, empty where it is not set.
func leaf(v reflect.Value) (string, bool) {
	switch x := v.Interface().(type) {
	case Percent:
		return exactly(int64(x), 4) + "%", true
	case Amount:
		return exactly(int64(x), 4), true
	case Decimal:
		return exactly(int64(x), 8), true
	case Level:
		return strconv.FormatFloat(float64(x), 'f', -1, 64), true
	case Separator:
		return x.String(), true
	case Column:
		return x.Field + " " + x.Header, true
	case Group:
		return strings.Join(append(slices.DeleteFunc([]string{x.Segment}, func(s string) bool { return s == "" }), x.IDs...), " "), true
	case fmt.Stringer:
		return x.String(), true
	}
	switch v.Kind() {
	case reflect.String:
		return v.String(), true
	case reflect.Int, reflect.Int64:
		return strconv.FormatInt(v.Int(), 10), true
	case reflect.Bool:
		return strconv.FormatBool(v.Bool()), true
	}
	return "", false
}

// exactly writes a whole number of small parts with its decimals.
func exactly(n int64, places int) string {
	sign, digits := "", strconv.FormatInt(n, 10)
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	if missing := places + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	at := len(digits) - places
	return sign + strings.TrimSuffix(digits[:at]+"."+strings.TrimRight(digits[at:], "0"), ".")
}
