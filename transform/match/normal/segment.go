package normal

import "slices"

// segment reads one segment.
func (s *Streets) segment(text, country string) segment {
	s.tokens = tokens(s.tokens[:0], text)
	r := segmentReader{tokens: s.tokens, country: country, at: -1}
	if len(s.segments) == 0 {
		r.words = s.words[:0]
	}
	if careOf(r.tokens) {
		return segment{}
	}
	if n := boxAt(r.tokens); n >= 0 {
		r.box = boxNumber(r.tokens[n:])
		r.tokens = r.tokens[:n]
	}
	for r.i = 0; r.i < len(r.tokens); r.i++ {
		r.token()
	}
	if cap(r.words) > cap(s.words) {
		s.words = r.words[:0]
	}
	r.words = tidyWords(r.words)
	return r.segment
}

// careOf reports whether a segment names who takes the letter.
func careOf(t []token) bool {
	if len(t) < 2 {
		return false
	}
	one, two := t[0].text, t[1].text
	switch one {
	case "c":
		return two == "o"
	case "p":
		return two == "a"
	case "z":
		return two == "hd" || two == "h"
	case "zu":
		return two == "handen"
	case "attn", "attention", "zhd":
		return true
	case "co":
		return !slices.ContainsFunc(t, func(w token) bool { return hasDigit(w.text) })
	}
	return false
}

// tidyWords drops articles, joins north east to ne and parts nothing that is one.
func tidyWords(words []string) []string {
	if !slices.ContainsFunc(words, func(w string) bool { return len(w) <= longestArticle && (w == "e" || w == "w" || articles[w]) }) {
		return words // as most are
	}
	out := words[:0:0]
	for _, w := range words {
		if n := len(out); n > 0 && (w == "e" || w == "w") && (out[n-1] == "n" || out[n-1] == "s") {
			out[n-1] += w
			continue
		}
		out = append(out, w)
	}
	kept := slices.DeleteFunc(slices.Clone(out), func(w string) bool { return articles[w] })
	if len(kept) > 0 && !(len(kept) == 1 && streetTypes[kept[0]]) {
		return kept
	}
	return out
}

// longestArticle is how many letters an article has at most.
var longestArticle = longest(articles)

func longest[V any](words map[string]V) (n int) {
	for w := range words {
		n = max(n, len(w))
	}
	return n
}

// word adds a word of a street's name, written in one way.
func (r *segmentReader) word(t token) {
	w := t.text
	if t.is(numberInWords) && (len(r.words) == 0 || len(r.words[0]) == 1) && len(r.tokens) > 1 {
		t = tokenOf(numberWords[w])
		w = t.text
	}
	base, kind := suffix(w)
	if kind != "" {
		r.words, r.typed = append(r.words, umlauts(base), kind), true
		return
	}
	if t.is(halfWritten) {
		if kind := initialed[w+" "+r.next(1).text]; kind != "" {
			t = tokenOf(kind)
			r.i++
		}
	}
	r.typed = r.typed || t.is(streetType)
	r.words = append(r.words, umlauts(t.oneWay()))
}
