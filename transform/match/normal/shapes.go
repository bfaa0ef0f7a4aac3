package normal

// shapes tells of most texts at a glance that they are in no set of words: for each
// letter, a bit for each length of the words that begin with it.
type shapes [256]uint32

func shapesOf(words map[string]bool) (out shapes) {
	for w := range words {
		out[w[0]] |= 1 << min(len(w), 31)
	}
	return out
}

// may reports whether a text, its blanks left out, may be one of the words.
func (s *shapes) may(text string) bool {
	blanks := 0
	for i := range len(text) {
		if text[i] == ' ' {
			blanks++
		}
	}
	return blanks < len(text) && (text[0] == ' ' || s[text[0]]>>min(len(text)-blanks, 31)&1 == 1)
}

// placeholderShapes are those of placeholders.
var placeholderShapes = shapesOf(placeholders)
