package match

import "cmp"

// A Preset is how sure matching is before it merges two records.
type Preset string

// The presets.
const (
	Strict   Preset = "strict"   // what nobody would doubt
	Balanced Preset = "balanced" // the default
	Recall   Preset = "recall"   // also what is more likely one than two
)

// mostDoubtful is how many doubtful pairs are listed where nothing is said.
const mostDoubtful = 2000

// listed cuts the list of doubtful pairs, the strongest first, to what is wanted.
func (o Options) listed(pairs []Pair) []Pair {
	return pairs[:min(len(pairs), cmp.Or(o.Review, mostDoubtful))]
}
