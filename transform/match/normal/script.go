package normal

import (
	"unicode"
	"unicode/utf8"

	"github.com/gosimple/unidecode"
	"golang.org/x/text/unicode/norm"
)

// foreign writes the letters at the beginning of a text that are not ASCII and
// returns how many bytes it took.
func (f *folder) foreign(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size <= 1 {
		f.write(latin(rune(s[0])))
		return 1
	}
	switch {
	case r == 'Ã': // the mark of UTF-8 that was read as Latin-1
		if next, more := utf8.DecodeRuneInString(s[size:]); next >= 0xA0 && next <= 0xBF {
			f.write(latin(next + 0x40))
			return size + more
		}
		f.write("a")
	case r < latinEnd:
		f.write(latin(r))
	case silent(r):
	case r >= cyrillicFrom && r < cyrillicEnd && cyrillic[r-cyrillicFrom] != "":
		return f.russian(s)
	default:
		return f.strange(s)
	}
	return size
}

const (
	latinFrom    = 0xA0
	latinEnd     = 0x180
	cyrillicFrom = 0x400
	cyrillicEnd  = 0x460
)

// latin returns a letter of Latin-1 or Latin Extended-A in plain letters.
func latin(r rune) string {
	if r < latinFrom {
		return " " // a control character
	}
	return latins[r-latinFrom]
}

// latins holds U+00A0 to U+017F. The soft hyphen is for the printer only, and ´ is
// typed for an apostrophe; signs part words.
var latins = [latinEnd - latinFrom]string{
	" ", " ", "c", "ps", "", "y", " ", "ss", " ", "c", " ", " ", "", "", " ", " ",
	" ", " ", "2", "3", "", "m", "p", " ", " ", "1", " ", " ", " 1 4 ", " 1 2 ", " 3 4 ", " ",
	"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	"d", "n", "o", "o", "o", "o", "o", " ", "o", "u", "u", "u", "u", "y", "th", "ss",
	"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	"d", "n", "o", "o", "o", "o", "o", " ", "o", "u", "u", "u", "u", "y", "th", "y",
	"a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
	"d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
	"g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",
	"i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",
	"l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "ng", "ng", "o", "o", "o", "o",
	"o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
	"s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",
	"u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
}

// silent is true of signs that are not heard and not seen, and of apostrophes.
func silent(r rune) bool {
	switch {
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r == 0x2060, r == 0xFEFF, r == 0xFFFD:
		return true
	case r == '‘', r == '’', r == 'ʼ', r == '′', r == 'ʻ':
		return true
	}
	return unicode.Is(unicode.Mn, r) && r < 0x370 // accents that follow their letter
}

// strange writes all letters up to the next ASCII one by the library's tables:
// kana, hangul, han (in pinyin), Arabic, Hebrew, Devanagari and the rest.
func (f *folder) strange(s string) int {
	end := 0
	for end < len(s) && s[end] >= utf8.RuneSelf && end < 4*Longest {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	f.write(unidecode.Unidecode(norm.NFKC.String(s[:end])))
	return end
}

// russian writes a run of Cyrillic letters as passports and letterheads do, with
// the endings -ий and -ый as y.
func (f *folder) russian(s string) int {
	i := 0
	for i < len(s) && f.n < Longest {
		r, size := utf8.DecodeRuneInString(s[i:])
		r = unicode.ToLower(r)
		if r < cyrillicFrom || r >= cyrillicEnd || cyrillic[r-cyrillicFrom] == "" {
			break
		}
		next, more := utf8.DecodeRuneInString(s[i+size:])
		if (r == 'и' || r == 'ы') && unicode.ToLower(next) == 'й' {
			f.write("y")
			i += size + more
			continue
		}
		if t := cyrillic[r-cyrillicFrom]; t != "'" {
			f.write(t)
		}
		i += size
	}
	return i
}

// cyrillic holds lower-case letters from U+0400 on; ' is a sign that is not heard.
var cyrillic = readCyrillic()

func readCyrillic() (out [cyrillicEnd - cyrillicFrom]string) {
	for r, s := range map[rune]string{
		'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ж': "zh", 'з': "z", 'и': "i", 'й': "y", 'к': "k", 'л': "l", 'м': "m",
		'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh",
		'щ': "shch", 'ъ': "'", 'ы': "y", 'ь': "'", 'э': "e", 'ю': "yu", 'я': "ya",
		'ё': "e", 'ђ': "dj", 'ѓ': "g", 'є': "ye", 'ѕ': "dz", 'і': "i", 'ї': "yi", 'ј': "j", 'љ': "lj", 'њ': "nj", 'ћ': "c", 'ќ': "k", 'ў': "u", 'џ': "dz",
	} {
		out[r-cyrillicFrom] = s
		out[unicode.ToUpper(r)-cyrillicFrom] = s
	}
	return out
}
