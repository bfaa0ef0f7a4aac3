package config

import (
	"fmt"
	"os"
	"path/filepath"
)

// Config is the whole file, checked and with its defaults filled in.
type Config struct {
	// File is the file's name as it was given.
	File string `yaml:"-"`
	// Dir is the folder of the file, to which the relative paths in it refer.
	Dir string `yaml:"-"`

	// Who the company is: name, zone, currency, calendar.
	Company Company `yaml:"company" jsonschema:"required"`
	// Records that are no customers: staff, tests, sister companies. They are left out and counted on the method page.
	Exclude Exclude `yaml:"exclude"`
	// How records become customers: how sure matching must be, when its model is learnt anew, what is the company's own.
	Matching Matching `yaml:"matching"`
	// Whose value stands in the customer table where records of one customer disagree.
	Survivorship Survivorship `yaml:"survivorship"`
	// Where clientele keeps its own two databases.
	Stores Stores `yaml:"stores"`
	// The databases and export folders to read, by name. Where two disagree the one further up is believed.
	Sources Sources `yaml:"sources" jsonschema:"required"`
	// The numbers that define the figures.
	Metrics Metrics `yaml:"metrics"`
	// Monthly cost pools, charged to the customers who caused them.
	Costs []Cost `yaml:"costs"`
	// How the cost pools are charged: by the minutes that events take.
	CostToServe CostToServe `yaml:"cost_to_serve"`
	// Exchange rates to the company's currency.
	Rates []Rate `yaml:"rates"`
	// Monthly targets of the company or a territory.
	Targets []Target `yaml:"targets"`
	// What the service desk is to reach in 12 months: one target a measure, of the whole company.
	ServiceTargets []ServiceTarget `yaml:"service_targets"`
	// The register of initiatives: what the company may do or does about a pain or a want of its customers.
	Initiatives []Initiative `yaml:"initiatives"`
	// Calendars of days off, by name, for schedules that keep to working days.
	Calendars Calendars `yaml:"calendars"`
	// The reports to make, and who gets them.
	Reports Reports `yaml:"reports"`
	// When the sources are read.
	Refresh Refresh `yaml:"refresh"`
	// How the program behaves that starts everything by the clock.
	Serve Serve `yaml:"serve"`
	// What is looked at before anything is sent.
	Gates Gates `yaml:"gates"`
	// Where key figures are expected to lie; a report with one that does not warns or is held.
	Expectations []Expectation `yaml:"expectations"`
	// How letters leave the house.
	Mail Mail `yaml:"mail"`
	// Where finished workbooks are kept.
	Archive Archive `yaml:"archive"`
	// Who is told when something does not go as it should.
	Ops Ops `yaml:"ops"`
	// How the program logs.
	Log Log `yaml:"log"`
}

// Load reads and checks the file at path. What is wrong inside the file comes back as *Problems, all of it at once.
func Load(path string) (*Config, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read configuration: %w (`clientele init` writes a commented one to start from)", err)
	}
	dir, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return nil, fmt.Errorf("find the folder of configuration %s: %w", path, err)
	}
	return parse(path, dir, data)
}

// Parse checks a configuration already in memory; name stands in the problems and its folder is Config.Dir.
func Parse(name string, data []byte) (*Config, error) {
	return parse(name, filepath.Dir(name), data)
}

func parse(name, dir string, data []byte) (*Config, error) {
	d := newDecoder(name, dir, data)
	c := &Config{File: name, Dir: dir}
	if root := d.document(data); root != nil {
		d.root(c, root)
		check(c, d)
	}
	if err := d.problems.err(); err != nil {
		return nil, err
	}
	c.settle()
	return c, nil
}

// settle fills in what an entry takes from another entry when it is silent.
func (c *Config) settle() {
	if c.Company.HomeCountry == "" {
		c.Company.HomeCountry = c.Company.Country
	}
	if c.Refresh.Zone.IsZero() {
		c.Refresh.Zone = c.Company.Zone
	}
	for i := range c.Sources {
		c.Sources[i].inherit(c.Company)
	}
	for i := range c.Reports {
		if c.Reports[i].Zone.IsZero() {
			c.Reports[i].Zone = c.Company.Zone
		}
	}
}
