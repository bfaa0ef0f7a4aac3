package config

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// Fingerprint is a hash of everything in the file that changes what a figure means: company, exclusions, matching, mappings,
// metrics and registers. Connections, recipients, schedules, folders and comments do not enter it.
func (c *Config) Fingerprint() (string, error) {
	type source struct {
		Name     string
		Zone     Zone
		Country  Country
		Encoding string
		Records  Records
	}
	sources := make([]source, len(c.Sources))
	for i, s := range c.Sources {
		sources[i] = source{s.Name, s.Zone, s.Country, s.Encoding, s.Records}
	}
	parts := []any{
		c.Matching.meaning(), c.Survivorship,
		c.Company, c.Exclude, sources, c.Metrics, c.Costs, c.CostToServe, c.Rates, c.Targets, c.Initiatives,
	}
	if len(c.ServiceTargets) > 0 { // who has none keeps the hash of before there were any
		parts = append(parts, c.ServiceTargets)
	}
	text, err := json.Marshal(parts)
	if err != nil {
		return "", fmt.Errorf("hash configuration %s: %w", c.File, err)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}
