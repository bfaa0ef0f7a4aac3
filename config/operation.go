package config

// Refresh says when the sources are read.
type Refresh struct {
	// When, as five cron fields; only by hand and before reports when left out.
	Schedule Schedule `yaml:"schedule"`
	// The zone of the schedule; the company's when left out.
	Zone Zone `yaml:"zone"`
	// The calendar of days off that its times keep to; none when left out.
	Calendar string `yaml:"calendar"`
	// What is done about a time on a day off: the same time on the next working day, on the previous one, or nothing.
	Shift string `yaml:"shift" jsonschema:"default=next,enum=next,enum=previous,enum=skip"`
	// Instead of days in the schedule: the how many-th working day of a month, -1 for the last.
	WorkingDay int `yaml:"working_day" jsonschema:"minimum=-31,maximum=31"`
	// Whether what comes due is skipped instead of done. A report whose period ended since still has the sources read.
	Paused bool `yaml:"paused"`
}

// Serve says how the program behaves that starts everything by the clock.
type Serve struct {
	// How long the letter on its way may take to arrive once the program is asked to stop; a second request ends at once.
	Grace Duration `yaml:"grace" jsonschema:"default=10m"`
	// Where it answers questions about itself over HTTP (/healthz, /readyz, /metrics), such as 127.0.0.1:8080; nowhere when left out. Anybody who reaches it may ask.
	Listen Listen `yaml:"listen"`
}

// Archive says where finished workbooks are kept.
type Archive struct {
	// The folder.
	Folder string `yaml:"folder" jsonschema:"default=archive"`
	// For how many days; 0 keeps them for ever.
	Keep Days `yaml:"keep" jsonschema:"default=0"`
	// The address under which this folder is published for the recipients, such as https://intranet.example.com/reports; for letters too large to carry their workbook. Nowhere when left out.
	Link Link `yaml:"link"`
}

// Log says how the program logs.
type Log struct {
	// Lines for people or JSON for machines.
	Format string `yaml:"format" jsonschema:"default=text,enum=text,enum=json"`
	// The least important messages to show.
	Level string `yaml:"level" jsonschema:"default=info,enum=debug,enum=info,enum=warn,enum=error"`
}

// check holds the entries against each other, in the order of the file's structs.
func check(c *Config, d *decoder) {
	d.decoded = len(d.problems.List)
	checkExclude(c, d)
	checkMatching(c, d)
	checkSurvivorship(c, d)
	checkStores(c, d)
	checkSources(c, d)
	checkMetrics(c, d)
	checkSegments(c, d)
	checkRegisters(c, d)
	checkCostToServe(c, d)
	checkInitiatives(c, d)
	checkCalendars(c, d)
	checkSchedules(c, d)
	checkReports(c, d)
	checkMail(c, d)
	checkGates(c, d)
	checkOps(c, d)
	checkFolders(c, d)
}

// checkFolders refuses one folder for two things, and an empty name for one.
func checkFolders(c *Config, d *decoder) {
	d.unwanted("mail.outbox", "names no folder", c.Mail.Outbox == "")
	d.unwanted("archive.folder", "names no folder", c.Archive.Folder == "")
	folders := []struct{ entry, folder string }{{"mail.outbox", c.Mail.Outbox}, {"mail.spool", c.Mail.Spool}, {"archive.folder", c.Archive.Folder}}
	for i, a := range folders {
		for _, b := range folders[i+1:] {
			if a.folder != "" && c.Path(a.folder) == c.Path(b.folder) {
				path := d.given(b.entry, a.entry)
				d.problemAt(d.place(path), path, b.entry+" and "+a.entry+" are the same folder", "give each its own")
			}
		}
	}
}
