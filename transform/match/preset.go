package match

// A Preset is how sure matching is before it merges two records.
type Preset string

// The presets.
const (
	Strict   Preset = "strict"   // what nobody would doubt
	Balanced Preset = "balanced" // the default
	Recall   Preset = "recall"   // also what is more likely one than two
)
