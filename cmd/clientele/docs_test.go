package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// documents are the pages of the repository by their path.
func documents(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, pattern := range []string{"*.md", "docs/*.md", "docs/*/*.md"} {
		files, err := filepath.Glob(filepath.Join("../..", pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			out[path] = string(text)
		}
	}
	return out
}

var (
	mdLink    = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	mdHeading = regexp.MustCompile(`(?m)^#+ (.+)$`)
	mdCode    = regexp.MustCompile("(?s)```.*?```")
	notInName = regexp.MustCompile(`[^\p{L}\p{N} _-]`)
)

// anchors are the names by which the headings of a page can be linked to.
func anchors(page string) (out []string) {
	for _, h := range mdHeading.FindAllStringSubmatch(mdCode.ReplaceAllString(page, ""), -1) {
		out = append(out, strings.ReplaceAll(notInName.ReplaceAllString(strings.ToLower(h[1]), ""), " ", "-"))
	}
	return out
}

func TestDocumentsLinkToWhatIsThere(t *testing.T) {
	pages := documents(t)
	for path, text := range pages {
		for _, m := range mdLink.FindAllStringSubmatch(mdCode.ReplaceAllString(text, ""), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			file, anchor, _ := strings.Cut(m[1], "#")
			to := path
			if file != "" {
				to = filepath.Join(filepath.Dir(path), file)
			}
			if _, err := os.Stat(to); err != nil {
				t.Errorf("%s links to %s: %v", path, m[1], err)
			} else if anchor != "" && !slices.Contains(anchors(pages[to]), anchor) {
				t.Errorf("%s links to %s, where no heading is called so", path, m[1])
			}
		}
	}
}

var testName = regexp.MustCompile("`((?:Test|Fuzz|Benchmark)[A-Z]\\w*)`")

// What a document calls a test is one.
func TestDocumentsNameTestsThatAreThere(t *testing.T) {
	var all strings.Builder
	err := filepath.WalkDir("../..", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		all.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for path, text := range documents(t) {
		for _, m := range testName.FindAllStringSubmatch(text, -1) {
			if !strings.Contains(all.String(), "func "+m[1]+"(") {
				t.Errorf("%s names %s, which is no test", path, m[1])
			}
		}
	}
}

var commandLine = regexp.MustCompile("`(?:\\./)?(clientele|outbox|runs) ([a-z][^`]*)`")

// Every command that a document shows is one, with its subcommand and its flags.
func TestDocumentsShowCommandsThatAreThere(t *testing.T) {
	root := (&program{}).root()
	root.InitDefaultCompletionCmd("")
	for path, text := range documents(t) {
		for _, m := range commandLine.FindAllStringSubmatch(mdCode.ReplaceAllString(text, ""), -1) {
			words := strings.Fields(m[2])
			if m[1] != "clientele" {
				words = append([]string{m[1]}, words...)
			}
			if fault := unknown(root, words); fault != "" {
				t.Errorf("%s shows %s: %s", path, m[0], fault)
			}
		}
	}
}

// So is every example of the help.
func TestExamplesOfTheHelpAreCommands(t *testing.T) {
	root := (&program{}).root()
	shown := 0
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		for line := range strings.Lines(c.Example) {
			shown++
			words := strings.Fields(line)
			if fault := unknown(root, words[1:]); words[0] != root.Name() || fault != "" {
				t.Errorf("%s shows %q: %s", c.CommandPath(), strings.TrimSpace(line), fault)
			}
		}
		for _, below := range c.Commands() {
			walk(below)
		}
	}
	walk(root)
	if shown < 20 {
		t.Errorf("only %d examples", shown)
	}
}

// unknown says what of a command line is none of ours.
func unknown(c *cobra.Command, words []string) string {
	for _, w := range words {
		switch next, _, err := c.Find([]string{w}); {
		case strings.HasPrefix(w, "--"):
			name, _, _ := strings.Cut(strings.Trim(w, "-,"), "=")
			if c.Flag(name) == nil && c.Root().PersistentFlags().Lookup(name) == nil {
				return c.Name() + " has no flag " + w
			}
		case err == nil && next != c:
			c = next
		case c.HasSubCommands() && strings.ToLower(w) == w && !strings.ContainsAny(w, "<>./|"):
			return c.Name() + " has no command " + w
		}
	}
	return ""
}
