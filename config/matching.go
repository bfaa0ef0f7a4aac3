package config

// Matching says how records become customers.
type Matching struct {
	// How sure matching is before it merges two records: strict merges what nobody would doubt, recall also what is more likely one than two, balanced what lies between.
	Preset string `yaml:"preset" jsonschema:"default=balanced,enum=strict,enum=balanced,enum=recall"`
	// How often the model is learnt anew from the records: never, monthly, quarterly, yearly, or a number of days from 28 days on. Whatever stands here, it is learnt when there is none, and when somebody asks for it.
	Retrain Cadence `yaml:"retrain" jsonschema:"default=never"`
	// Further texts that stand for "not known", in any field and any case: "see invoice".
	Placeholders []string `yaml:"placeholders"`
	// What is the company's own and so names none of its customers.
	Own Own `yaml:"own"`
	// How many doubtful pairs are kept for a person to look at, the closest calls first.
	Review int `yaml:"review" jsonschema:"default=2000,minimum=1,maximum=100000"`
	// When the records are told to have changed since the model was learnt.
	Drift Drift `yaml:"drift"`
}

// Own lists what the company itself uses; a record that holds it is not recognised by it.
type Own struct {
	// Domains of its mailboxes: example.com. They are shared, not a customer's.
	Domains []Domain `yaml:"domains"`
	// Its streets with the house number: "1 Main Street".
	Addresses []string `yaml:"addresses"`
	// Its telephone numbers.
	Phones []string `yaml:"phones"`
}

// Drift is what the model is held to at each refresh.
type Drift struct {
	// The population stability index of a field above which whoever runs the program is told; 0 never tells. By convention 0.1 is a small change and 0.25 a large one.
	Warn Decimal `yaml:"warn" jsonschema:"default=0.25,minimum=0"`
}

// meaning is what of it changes who is one customer, and so what figures mean.
func (m Matching) meaning() any {
	return struct {
		Preset       string   `yaml:"preset"`
		Placeholders []string `yaml:"placeholders"`
		Own          Own      `yaml:"own"`
	}{m.Preset, m.Placeholders, m.Own}
}

// checkMatching refuses lists with nothing in an entry: an empty text would stand for every empty field.
func checkMatching(c *Config, d *decoder) {
	m := c.Matching
	for _, list := range []struct {
		path  string
		texts []string
	}{{"matching.placeholders", m.Placeholders}, {"matching.own.addresses", m.Own.Addresses}, {"matching.own.phones", m.Own.Phones}} {
		for i, text := range list.texts {
			path := element(list.path, i)
			if comparable := letters(text); comparable == 0 {
				d.problemAt(d.at[path], path, "has no letter and no digit to compare", "remove it")
			}
		}
	}
	for i, text := range m.Own.Phones {
		path := element("matching.own.phones", i)
		if n := digits(text); n > 0 && n < 6 || n == 0 && letters(text) > 0 {
			d.problemAt(d.at[path], path, quote(text)+" is no telephone number", "at least six digits, such as +49 30 1234567")
		}
	}
}
