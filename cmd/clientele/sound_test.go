package main

import (
	"path/filepath"
	"testing"

	"clientele/reports/excel/exceltest"
)

// soundBooks holds every workbook a run of the program left to the rules all of ours keep, once its test is through.
func soundBooks(t *testing.T, args []string) {
	for i, a := range args[:len(args)-1] {
		switch a {
		case "-c", "--config":
			exceltest.WhenDone(t, filepath.Dir(args[i+1]))
		case "--dir":
			exceltest.WhenDone(t, args[i+1])
		}
	}
}
