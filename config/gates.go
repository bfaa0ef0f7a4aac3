package config

// Gates say what is looked at before anything is sent, beside how fresh the sources are (sources.NAME.fresh) and what
// is expected of key figures (expectations). Control totals always hold and have no entry.
type Gates struct {
	// The share of the rows of a kind of a source that the last reading kept aside, above which a report warns or is held; max_kept_aside stops the reading itself.
	KeptAside Shares `yaml:"kept_aside"`
	// The share of the ids of customers that a refresh changes, above which it warns or stops before anything is saved: merged, split, retired or left by a record. New ids do not count.
	IDsChanged IDShares `yaml:"ids_changed"`
}

// Shares are the two limits of a gate.
type Shares struct {
	// Above this share the report goes out with a warning; never when left out.
	Warn Percent `yaml:"warn"`
	// Above this share nobody is mailed; never when left out.
	Hold Percent `yaml:"hold"`
}

// IDShares are the limits of what a refresh may do to ids.
type IDShares struct {
	// Above this share the refresh is told to whoever runs the program; never when left out.
	Warn Percent `yaml:"warn"`
	// Above this share the refresh stops; 0% never stops it.
	Hold Percent `yaml:"hold" jsonschema:"default=5%"`
	// So many ids may always change, however few there are.
	Few int `yaml:"few" jsonschema:"default=20,minimum=0"`
	// Where at most this share of the records of parties is new, changed or gone since the refresh before, quiet_hold is the limit: then it is not the sources that change ids.
	Quiet Percent `yaml:"quiet" jsonschema:"default=0.1%"`
	// Above this share a refresh of quiet sources stops; 0% never stops it.
	QuietHold Percent `yaml:"quiet_hold" jsonschema:"default=0.5%"`
}

// checkGates refuses a gate that would hold before it warns.
func checkGates(c *Config, d *decoder) {
	checkShares(d, "gates.kept_aside", c.Gates.KeptAside.Warn, c.Gates.KeptAside.Hold)
	checkShares(d, "gates.ids_changed", c.Gates.IDsChanged.Warn, c.Gates.IDsChanged.Hold)
	for i := range c.Sources {
		checkFresh(&c.Sources[i], d)
	}
	for i := range c.Expectations {
		checkExpectation(c, d, c.Expectations[i], element("expectations", i))
	}
}

func checkShares(d *decoder, path string, warn, hold Percent) {
	at := join(path, "warn")
	if hold > 0 && warn >= hold && !d.failedBelow(path) {
		d.problemAt(d.place(d.given(at, path)), at, "is not below hold, so it would never warn", "lower it, or leave it out")
	}
}
