package main

import (
	"fmt"
	"os"
	"strings"

	"clientele/jobs"
	"clientele/reports"
)

// drawFull writes the workbook of full lists beside a preview's, where it has one.
func (p *program) drawFull(i jobs.Issue, out string) error {
	if i.Full.FileName == "" {
		return nil
	}
	var rows []string
	for _, l := range i.Full.Lists {
		rows = append(rows, l.Tab+" ("+l.Rows+")")
	}
	if ending(out) != ".xlsx" {
		fmt.Fprintf(p.stdout, "It comes with the full lists: %s.\n", strings.Join(rows, ", "))
		return nil
	}
	file := reports.FullName(out)
	if err := os.WriteFile(file, i.Full.Workbook, 0o600); err != nil {
		return fmt.Errorf("write preview of the full lists: %w", err)
	}
	fmt.Fprintf(p.stdout, "Wrote %s, which comes with it: %s.\n", file, strings.Join(rows, ", "))
	return nil
}
