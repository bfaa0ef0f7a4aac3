package excel

import (
	"fmt"
	"strings"
	"unicode"
)

// names gives out names that differ even if upper and lower case are the same, as the application demands.
type names map[string]bool

// take returns want, or want with a number if it is already taken; keep is the greatest length in UTF-16 units.
func (n names) take(want string, keep int) string {
	for i := 1; ; i++ {
		mark := ""
		if i > 1 {
			mark = fmt.Sprintf(" (%d)", i)
		}
		name := within(want, keep-len(mark)) + mark
		if key := strings.ToLower(name); !n[key] {
			n[key] = true
			return name
		}
	}
}

func within(s string, keep int) string {
	for units(s) > keep {
		r := []rune(s)
		s = strings.TrimRight(string(r[:len(r)-1]), " ")
	}
	return s
}

// tabName makes a legal name of a sheet.
func tabName(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) {
			return '-'
		}
		return r
	}, oneLine(s))
	s = strings.Trim(s, "' ")
	if s == "" || strings.EqualFold(s, "history") { // reserved by the application
		return "Sheet " + s
	}
	return s
}

// identifier makes a legal name for a table or a defined name out of words.
func identifier(prefix, s string) string {
	var b strings.Builder
	upper := true
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			upper = true
		case upper:
			b.WriteRune(unicode.ToUpper(r))
			upper = false
		default:
			b.WriteRune(r)
		}
	}
	if name := b.String(); strings.Trim(name, "0123456789") != "" {
		return prefix + name
	}
	return prefix + "_" + b.String() // letters and digits alone would be the address of a cell
}

// tableName makes a name for a native table that no other table of the file has.
func (b *book) tableName(words string) string {
	base := identifier("tbl", words)
	for i := 1; ; i++ {
		name := within(base, 200)
		if i > 1 {
			name = fmt.Sprintf("%s_%d", name, i)
		}
		if key := strings.ToLower(name); !b.tables[key] {
			b.tables[key] = true
			return name
		}
	}
}

// quotedTab is the name of a sheet as formulas and links want it.
func quotedTab(tab string) string { return "'" + strings.ReplaceAll(tab, "'", "''") + "'" }
