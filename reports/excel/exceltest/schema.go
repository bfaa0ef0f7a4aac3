package exceltest

import (
	"bytes"
	"embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

//go:embed schema
var dublinCore embed.FS

// Schemas are what is needed to hold the parts of a workbook to the schemas of ISO/IEC 29500-4 and -2: libxml2's
// xmllint, and the folder the schemas lie in.
type Schemas struct{ xmllint, folder string }

// FindSchemas looks for xmllint, and for the schemas in the folder CLIENTELE_OOXML names, or beside the folder of
// CLIENTELE_DATA. The error says what is missing.
func FindSchemas() (*Schemas, error) {
	tool, err := exec.LookPath("xmllint")
	if err != nil {
		return nil, fmt.Errorf("xmllint is not installed (Debian: libxml2-utils): no workbook is held to the schemas of ISO/IEC 29500")
	}
	var tried []string
	if at := os.Getenv("CLIENTELE_OOXML"); at != "" {
		tried = append(tried, at)
	}
	if at := os.Getenv("CLIENTELE_DATA"); at != "" {
		tried = append(tried, filepath.Join(at, "..", "tools", "ooxml-xsd"))
	}
	for _, at := range tried {
		if _, err := os.Stat(filepath.Join(at, "sml.xsd")); err == nil {
			folder, err := filepath.Abs(at)
			return &Schemas{tool, folder}, err
		}
	}
	return nil, fmt.Errorf("there is no sml.xsd in %q: no workbook is held to the schemas of ISO/IEC 29500; CLIENTELE_OOXML names their folder", tried)
}

// all are the namespaces the parts of a workbook may begin in, and where their schemas lie.
var all = []struct{ namespace, file string }{
	{"http://schemas.openxmlformats.org/spreadsheetml/2006/main", "sml.xsd"},
	{"http://schemas.openxmlformats.org/drawingml/2006/chart", "dml-chart.xsd"},
	{"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing", "dml-spreadsheetDrawing.xsd"},
	{"http://schemas.openxmlformats.org/drawingml/2006/main", "dml-main.xsd"},
	{"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", "shared-documentPropertiesExtended.xsd"},
	{"http://schemas.openxmlformats.org/package/2006/content-types", "opc-xsd/opc-contentTypes.xsd"},
	{"http://schemas.openxmlformats.org/package/2006/relationships", "opc-xsd/opc-relationships.xsd"},
	{"http://www.w3.org/XML/1998/namespace", "schema/xml.xsd"},
	{"http://purl.org/dc/elements/1.1/", "schema/dc.xsd"},
	{"http://purl.org/dc/terms/", "schema/dcterms.xsd"},
	{"http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "opc-xsd/opc-coreProperties.xsd"},
}

// Faults says where parts of a workbook differ from their schemas.
func (s *Schemas) Faults(data []byte) ([]string, error) {
	b, err := Open(data)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "clientele-parts")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := s.write(dir); err != nil {
		return nil, err
	}
	args := []string{"--nonet", "--noout", "--schema", "all.xsd"}
	for name, part := range b.Parts {
		file := strings.ReplaceAll(name, "/", "!")
		if err := os.WriteFile(filepath.Join(dir, file), part, 0o600); err != nil {
			return nil, err
		}
		args = append(args, "./"+file)
	}
	slices.Sort(args[4:])
	return s.lint(dir, args, len(b.Parts))
}

// write puts down one schema that refers to all, and those that the standard leaves to others.
func (s *Schemas) write(dir string) error {
	if err := os.CopyFS(dir, dublinCore); err != nil {
		return err
	}
	var out strings.Builder
	out.WriteString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">`)
	for _, x := range all {
		at := filepath.Join(s.folder, x.file)
		if strings.HasPrefix(x.file, "schema/") {
			at = x.file
		}
		fmt.Fprintf(&out, `<xs:import namespace="%s" schemaLocation="%s"/>`, x.namespace, at)
	}
	out.WriteString(`</xs:schema>`)
	return os.WriteFile(filepath.Join(dir, "all.xsd"), []byte(out.String()), 0o600)
}

// lint runs the tool. Every part has to be named as valid: a schema that was not read names none.
func (s *Schemas) lint(dir string, args []string, parts int) ([]string, error) {
	var out bytes.Buffer
	cmd := exec.Command(s.xmllint, args...)
	cmd.Dir, cmd.Stderr = dir, &out
	err := cmd.Run()
	valid, faults := 0, []string(nil)
	for line := range strings.Lines(out.String()) {
		switch line = strings.TrimSpace(line); {
		case strings.HasSuffix(line, " validates"):
			valid++
		case strings.Contains(line, "Skipping import of schema"), line == "":
		default:
			faults = append(faults, strings.ReplaceAll(line, "!", "/"))
		}
	}
	if err == nil && valid != parts {
		err = fmt.Errorf("%d of %d parts were held to a schema:\n%s", valid, parts, strings.Join(faults, "\n"))
	}
	if len(faults) > 0 && valid < parts {
		return faults, nil
	}
	return nil, err
}
