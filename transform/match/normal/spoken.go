package normal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spoken returns the words of a part of a name: folded, names in Chinese signs or
// Hangul as one word, DeLuca and McDonald parted where their capitals part them.
func spoken(s string) []string {
	if s == "" {
		return nil
	}
	if r, _ := utf8.DecodeRuneInString(s); unicode.In(r, unicode.Han, unicode.Hangul) {
		return []string{hangulSurname(Squeeze(s))}
	}
	return words(atCapitals(s))
}

// atCapitals puts a blank between a particle and the capital after it.
func atCapitals(s string) string {
	for i := 2; i < len(s)-1 && i < 6; i++ {
		if 'A' <= s[i] && s[i] <= 'Z' && isLetter(s[i-1]) && isLetter(s[i+1]) {
			if head := strings.ToLower(s[:i]); plain(head) && (particles[head] || heads[head]) {
				return s[:i] + " " + s[i:]
			}
		}
	}
	return s
}

// joinHeads joins words that are the beginning of a name: o neill, mc donald, fitz
// gerald, d angelo.
func joinHeads(words []string) []string {
	var out []string
	for i := 0; i < len(words); i++ {
		w := words[i]
		if heads[w] && i+1 < len(words) && len(words[i+1]) > 1 && Generation(words[i+1]) == "" {
			i++
			w += words[i]
		}
		out = append(out, w)
	}
	return out
}

var heads = set("o d l mc mac fitz abu")

// joinServant writes names that begin with Abd, "servant of", in one way: Abd
// al-Rahman and Abderrahmane are abdulrahman.
func joinServant(words []string) []string {
	if len(words) == 0 || !strings.HasPrefix(words[0], "abd") {
		return words
	}
	rest := words[1:]
	base, article := strings.CutPrefix(words[0], "abd")
	if len(base) <= 2 && article && len(rest) > 0 {
		for len(rest) > 1 && servants[rest[0]] {
			rest = rest[1:]
		}
		base, rest = rest[0], rest[1:]
	} else if len(base) > 4 && servants[base[:2]] {
		base = base[2:]
	}
	switch {
	case len(base) < 3:
		return words
	case len(words[0]) > 5 && strings.HasPrefix(words[0][4:], "lla"):
		return append([]string{"abdullah"}, words[1:]...)
	}
	return append([]string{"abdul" + strings.TrimSuffix(base, "e")}, rest...)
}

// servants are the articles between Abd and the name that follows.
var servants = set("al el ul il ur er ar us as es un en an ut at ad ed ud az")

// givenUmlauts is umlauts for given names: joel, michael and samuel have none.
func givenUmlauts(s string) string {
	if strings.Contains(s, "el") || strings.HasPrefix(s, "cae") {
		return s
	}
	return umlauts(s)
}

// eastern parts names in Chinese signs, kana or Hangul, which begin with the last
// name.
func eastern(tokens []string) (given, family string, ok bool) {
	if len(tokens) == 0 || len(tokens) > 2 {
		return "", "", false
	}
	r, _ := utf8.DecodeRuneInString(tokens[0])
	if !unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) {
		return "", "", false
	}
	if len(tokens) == 2 {
		return tokens[1], tokens[0], true
	}
	signs := []rune(tokens[0])
	if len(signs) < 2 || len(signs) > 4 || unicode.In(r, unicode.Hiragana, unicode.Katakana) {
		return "", "", false
	}
	n := 1
	if len(signs) > 2 && twoSigns[string(signs[:2])] {
		n = 2
	}
	return string(signs[n:]), string(signs[:n]), true
}

// twoSigns are last names of two signs.
var twoSigns = set("欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 东方 東方 夏侯 皇甫 尉迟 公孙 慕容 令狐 남궁 황보 제갈 선우 독고 사공")

// hangulSurname writes Korean last names as their bearers write them in Latin
// letters; all other texts stay.
func hangulSurname(s string) string {
	if latin := koreans[s]; latin != "" {
		return latin
	}
	return s
}

var koreans = map[string]string{
	"gim": "kim", "i": "lee", "bag": "park", "bak": "park", "coe": "choi", "choe": "choi", "jeong": "jung", "gang": "kang", "jo": "cho", "yun": "yoon", "jang": "jang", "im": "lim", "o": "oh", "sin": "shin", "gweon": "kwon", "u": "woo", "go": "ko", "mun": "moon", "gu": "koo", "yu": "yoo",
}
