package normal

import "strings"

// A kind is what a word of an address can be.
type kind uint16

const (
	streetType    kind = 1 << iota // says what is a street, once it is written in one way
	article                        // comes and goes in streets' names
	unitWord                       // stands before the number of a flat
	floorWord                      // stands before or behind the number of a floor
	floorName                      // is a floor by itself
	numberMark                     // stands before numbers and says nothing
	numberInWords                  // fifth
	boxWord                        // a post-office box may begin with it
	halfWritten                    // the beginning of a word of which the end is written too
)

// A lexeme is a word that is known, so that one look tells all that is.
type lexeme struct {
	one   string // the word written in one way
	kinds kind
}

// lookUp returns what is known of a folded word, nil for most. No word that is known
// has a digit.
func lookUp(w string) *lexeme {
	if len(w) > longestLexeme || w != "" && isDigit(w[0]) {
		return nil
	}
	return lexicon[w]
}

// lexicon holds every word of the lists below.
var lexicon = readLexicon()

var longestLexeme = longest(lexicon)

func readLexicon() map[string]*lexeme {
	out := map[string]*lexeme{}
	add := func(w string, k kind) {
		if out[w] == nil {
			out[w] = &lexeme{one: oneWord(w)}
		}
		out[w].kinds |= k
	}
	addAll(add, streetWords, 0)
	addAll(add, streetTypes, 0)
	addAll(add, articles, article)
	addAll(add, unitWords, unitWord)
	addAll(add, floorWords, floorWord)
	addAll(add, floorNames, floorName)
	addAll(add, numberMarks, numberMark)
	addAll(add, numberWords, numberInWords)
	addAll(add, boxBegins, boxWord)
	for w := range initialed {
		half, _, _ := strings.Cut(w, " ")
		add(half, halfWritten)
	}
	for _, l := range out {
		if streetTypes[l.one] {
			l.kinds |= streetType
		}
	}
	return out
}

func addAll[V any](add func(string, kind), words map[string]V, k kind) {
	for w := range words {
		add(w, k)
	}
}
