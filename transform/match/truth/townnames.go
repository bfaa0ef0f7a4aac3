package truth

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
)

// A vocabulary is what names, streets and places a town has: few that many have, and
// many that few have.
type vocabulary struct {
	firsts, lasts   []string
	often, surnames []float64 // cumulative shares
	streets         []string
	zips            []postcode
}

type postcode struct{ code, city string }

// How many there are. The weight of the k-th name is 1/(k+shift): Zipf's law as
// Mandelbrot put it (1953); with these the most frequent first name is that of one in
// thirty people, the most frequent last name of one in a hundred and twenty.
const (
	firstNameCount, firstNameShift = 1_500, 5
	lastNameCount, lastNameShift   = 20_000, 15
	streetCount                    = 5_000
	zipCount                       = 8_000
	cityCount                      = 1_600
)

func newVocabulary(r *rand.Rand) *vocabulary {
	v := &vocabulary{firsts: slices.Clone(commonFirsts), often: zipf(firstNameCount, firstNameShift), surnames: zipf(lastNameCount, lastNameShift)}
	v.firsts = invented(r, v.firsts, firstNameCount, 2)
	v.lasts = invented(r, nil, lastNameCount, 2)
	for _, name := range invented(r, nil, streetCount, 3) {
		v.streets = append(v.streets, name+" "+pickOne(r, streetWords))
	}
	cities := invented(r, nil, cityCount, 3)
	seen := map[string]bool{}
	for len(v.zips) < zipCount {
		if code := fmt.Sprintf("%05d", 10_000+r.IntN(90_000)); !seen[code] {
			seen[code] = true
			v.zips = append(v.zips, postcode{code, cities[len(v.zips)*cityCount/zipCount]})
		}
	}
	return v
}

func zipf(n, shift int) []float64 {
	shares := make([]float64, n)
	sum := 0.0
	for k := range shares {
		sum += 1 / math.Pow(float64(k+shift), 1)
		shares[k] = sum
	}
	for k := range shares {
		shares[k] /= sum
	}
	return shares
}

func (v *vocabulary) first(r *rand.Rand) string {
	return v.firsts[min(len(v.firsts)-1, sort.SearchFloat64s(v.often, r.Float64()))]
}

func (v *vocabulary) last(r *rand.Rand) string {
	return v.lasts[min(len(v.lasts)-1, sort.SearchFloat64s(v.surnames, r.Float64()))]
}

// invented adds words of syllables until there are n, no word twice.
func invented(r *rand.Rand, words []string, n, syllables int) []string {
	seen := map[string]bool{}
	for _, w := range words {
		seen[w] = true
	}
	for len(words) < n {
		w := ""
		for range 1 + r.IntN(syllables) {
			w += pickOne(r, onsets) + pickOne(r, nuclei)
		}
		w += pickOne(r, codas)
		if len(w) > 3 && !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	return words
}

var (
	onsets = []string{"b", "br", "c", "ch", "cl", "d", "dr", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "r", "s", "sh", "st", "t", "th", "tr", "v", "w", "wh", "z"}
	nuclei = []string{"a", "e", "i", "o", "u", "ai", "ea", "ee", "ie", "oa", "ou", "ey"}
	codas  = []string{"", "", "n", "nd", "ng", "r", "rs", "rt", "s", "ss", "t", "tt", "l", "ll", "m", "man", "son", "ton", "ley", "ck", "x", "field", "well", "worth"}

	streetWords = []string{"street", "place", "crescent", "road", "avenue", "close", "court", "circuit", "lane", "drive"}

	// The most frequent first names; some have short forms.
	commonFirsts = []string{
		"william", "john", "thomas", "james", "george", "henry", "charles", "edward", "robert", "elizabeth", "margaret", "mary", "anna", "susan",
		"katherine", "richard", "joseph", "michael", "david", "daniel", "benjamin", "samuel", "patricia", "jennifer", "rebecca", "christopher",
	}
	shortForms = map[string]string{
		"william": "bill", "john": "jack", "thomas": "tom", "james": "jim", "henry": "harry", "charles": "charlie", "edward": "ted", "robert": "bob",
		"elizabeth": "liz", "margaret": "peggy", "susan": "sue", "katherine": "kate", "richard": "dick", "joseph": "joe", "michael": "mike",
		"david": "dave", "daniel": "dan", "benjamin": "ben", "samuel": "sam", "patricia": "pat", "jennifer": "jenny", "rebecca": "becky", "christopher": "chris",
	}
)
