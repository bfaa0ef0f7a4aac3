package locale

import (
	"fmt"
	"regexp"
	"slices"
)

// months are the names of months as pages write them.
func months() (long, short []string) {
	return []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		[]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
}

var (
	dayWritten   = regexp.MustCompile(`^(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})( \d\d:\d\d)?$`)
	dayOfYear    = regexp.MustCompile(`^(\d{1,2}) ([A-Z][a-z]{2})$`)
	monthWritten = regexp.MustCompile(`^([A-Z][a-z]{2,8}) (\d{2}|\d{4})$`)
)

// date writes a day or month in the company's way; false where the text is none.
func (l *Locale) date(text string) (string, bool) {
	if m := dayWritten.FindStringSubmatch(text); m != nil {
		said, ok := l.day(m[1], m[2], m[3])
		return said + m[4], ok
	}
	if m := dayOfYear.FindStringSubmatch(text); m != nil {
		name, ok := l.month(m[2])
		return m[1] + " " + name, ok
	}
	if m := monthWritten.FindStringSubmatch(text); m != nil {
		name, ok := l.month(m[1])
		return name + " " + m[2], ok
	}
	return l.month(text)
}

func (l *Locale) day(day, month, year string) (string, bool) {
	_, short := months()
	n := 1 + slices.Index(short, month)
	if n == 0 {
		return "", false
	}
	if len(day) == 1 && l.o.Dates != "" && l.o.Dates != "words" {
		day = "0" + day
	}
	switch l.o.Dates {
	case "dots":
		return fmt.Sprintf("%s.%02d.%s", day, n, year), true
	case "slashes":
		return fmt.Sprintf("%s/%02d/%s", day, n, year), true
	case "american":
		return fmt.Sprintf("%02d/%s/%s", n, day, year), true
	case "iso":
		return fmt.Sprintf("%s-%02d-%s", year, n, day), true
	}
	name, ok := l.month(month)
	return day + " " + name + " " + year, ok
}

// month is the name of a month in the language, long or short as it came.
func (l *Locale) month(name string) (string, bool) {
	long, short := months()
	if !slices.Contains(long, name) && !slices.Contains(short, name) {
		return "", false
	}
	if said, ok := l.exact[name]; ok {
		return said, true
	}
	return name, true
}

// Fixed lists texts pages make without writing them out: months, and what stands for thousands and millions.
func Fixed() []string {
	long, short := months()
	return slices.Concat(long, short, []string{"k", "M", "bn", "pp", "kB", "MB"})
}
