package demo

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"os"

	"clientele/extract"
)

// An Identity says who a party of a source really is, and which household or group
// of firms that person or firm belongs to. A firm's contacts are people of their
// own who belong to the household of the firm.
type Identity struct {
	extract.Ref
	Entity    string
	Household string
}

// Truth lists every party row of the three databases, guests included, in the
// order they were invented.
func (c *Company) Truth() []Identity { return c.truth }

// WriteTruth writes the truth as CSV with the header source,id,entity,household.
func (c *Company) WriteTruth(w io.Writer) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"source", "id", "entity", "household"}}
	for _, t := range c.truth {
		rows = append(rows, []string{t.Source, t.ID, t.Entity, t.Household})
	}
	if err := out.WriteAll(rows); err != nil {
		return fmt.Errorf("write the truth: %w", err)
	}
	return nil
}

func (c *Company) writeTruthFile(file string) error {
	f, err := os.Create(file)
	if err != nil {
		return fmt.Errorf("write the truth: %w", err)
	}
	defer f.Close()
	buffer := bufio.NewWriter(f)
	if err := c.WriteTruth(buffer); err != nil {
		return err
	}
	if err := buffer.Flush(); err != nil {
		return fmt.Errorf("write the truth to %s: %w", file, err)
	}
	return f.Close()
}
