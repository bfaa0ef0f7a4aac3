package config

// Refresh says when the sources are read.
type Refresh struct {
	// When, as five cron fields; only by hand and before reports when left out.
	Schedule Schedule `yaml:"schedule"`
	// The zone of the schedule; the company's when left out.
	Zone Zone `yaml:"zone"`
}

// Archive says where finished workbooks are kept.
type Archive struct {
	// The folder.
	Folder string `yaml:"folder" jsonschema:"default=archive"`
	// For how many days; 0 keeps them for ever.
	Keep Days `yaml:"keep" jsonschema:"default=0"`
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
	checkStores(c, d)
	checkSources(c, d)
	checkMetrics(c, d)
	checkRegisters(c, d)
	checkInitiatives(c, d)
	checkReports(c, d)
	checkFolders(c, d)
}

// checkFolders refuses one folder for two things, and an empty name for either.
func checkFolders(c *Config, d *decoder) {
	d.unwanted("mail.outbox", "names no folder", c.Mail.Outbox == "")
	d.unwanted("archive.folder", "names no folder", c.Archive.Folder == "")
	if c.Mail.Outbox != "" && c.Path(c.Mail.Outbox) == c.Path(c.Archive.Folder) {
		path := d.given("archive.folder", "mail.outbox")
		d.problemAt(d.place(path), path, "archive.folder and mail.outbox are the same folder", "give each its own")
	}
}
