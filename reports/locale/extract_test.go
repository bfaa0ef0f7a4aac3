package locale

import (
	"cmp"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

var update = flag.Bool("update", false, "write texts/messages.pot anew")

// A gathering is every text found in the source of those who say something to readers.
type gathering struct {
	plural map[string]string
	places map[string]string
}

// speakers are where texts come from. Of metrics only names count: segments, reasons, steps.
var speakers = []string{
	"../pages", "../excel", "../chart", "..", "../mail", "../../transform", "../../transform/metrics", "../../jobs", "../../jobs/gates",
	"../../extract", "../../extract/source", "../../transform/model/race", "../../transform/match/linkage",
}

func gathered(t *testing.T) gathering {
	t.Helper()
	g := gathering{plural: map[string]string{}, places: map[string]string{}}
	for _, f := range Fixed() {
		g.places[f] = "months and scales"
	}
	for _, dir := range speakers {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if !strings.HasSuffix(f, "_test.go") && speaks(dir, filepath.Base(f)) {
				g.source(t, f)
			}
		}
	}
	for _, f := range []string{"../mail/letter.html.tmpl", "../mail/letter.txt.tmpl"} {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`say "([^"]+)"`).FindAllStringSubmatch(string(text), -1) {
			g.add(m[1], f)
		}
	}
	return g
}

// speaks leaves out the files of a package that speak to programs and to those who run this one.
func speaks(dir, file string) bool {
	switch dir {
	case "../../jobs":
		return slices.Contains([]string{"correction.go", "drafts.go", "smaller.go", "gates.go", "copy.go", "modeluse.go", "control.go"}, file)
	case "../../jobs/gates":
		return file != "read.go"
	case "../../extract/source": // why a row was kept aside
		return slices.Contains([]string{"cells.go", "dates.go", "moment.go", "number.go", "row.go"}, file)
	case "../excel":
		return slices.Contains([]string{"board.go", "chart.go", "chartdata.go", "condition.go", "head.go", "linedata.go", "list.go", "onepage.go", "overview.go", "print.go", "props.go", "tiles.go", "tongue.go"}, file)
	case "../chart":
		return false
	case "..":
		return file != "dump.go" // what tests compare
	case "../mail":
		return file == "bodies.go" || file == "message.go"
	case "../../transform/match/linkage":
		return file == "shared_values.go" || file == "frozen.go"
	case "../../transform":
		return slices.Contains([]string{"scope.go", "period.go"}, file)
	}
	return true
}

func (g gathering) source(t *testing.T, file string) {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	names := strings.Contains(file, "transform/") || strings.Contains(file, "extract/")
	if strings.Contains(file, "extract/") || strings.Contains(file, "model/race/") {
		g.named(parsed, file)
		return
	}
	ast.Inspect(parsed, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec, *ast.Field:
			if f, ok := n.(*ast.Field); ok && f.Tag == nil {
				return true
			}
			return false
		case *ast.GenDecl:
			if names && n.Tok == token.CONST {
				g.literals(n, file)
			}
		case *ast.KeyValueExpr:
			if k, ok := n.Key.(*ast.Ident); ok && k.Name == "Key" {
				return false
			}
		case *ast.CallExpr:
			return g.call(n, file)
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				return false
			}
			if n.Op == token.ADD {
				if text, ok := templateOf(n); ok {
					g.add(text, file)
					g.within(t, n, file)
					return false
				}
			}
		case *ast.BasicLit:
			if n.Kind == token.STRING {
				s, _ := strconv.Unquote(n.Value)
				if !names || unicode.IsUpper(first(s)) || strings.Contains(s, " ") {
					g.add(s, file)
				}
			}
		}
		return true
	})
}

// named takes constants, reasons why a row is not taken, and errors that a sheet repeats.
func (g gathering) named(f *ast.File, file string) {
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GenDecl:
			if n.Tok == token.CONST {
				g.literals(n, file)
			}
		case *ast.KeyValueExpr:
			if k, ok := n.Key.(*ast.Ident); ok && k.Name == "Reason" {
				g.literals(n.Value, file)
			}
		case *ast.CallExpr:
			if name := called(n.Fun); (name == "New" || name == "Errorf") && strings.Contains(file, "race") {
				g.literals(n, file)
			} else if name == "fail" && strings.Contains(file, "extract/source") {
				g.reason(n.Args[len(n.Args)-1], file)
			}
		}
		return true
	})
}

// reason takes the words a value is refused with.
func (g gathering) reason(e ast.Expr, file string) {
	if b, ok := e.(*ast.BinaryExpr); ok {
		if text, ok := templateOf(b); ok {
			g.add(text, file)
		}
		return
	}
	g.literals(e, file)
}

// literals takes every text below a node.
func (g gathering) literals(n ast.Node, file string) {
	ast.Inspect(n, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			s, _ := strconv.Unquote(lit.Value)
			g.add(s, file)
		}
		return true
	})
}

// within looks into the parts of a text that was put together: they may say something themselves.
func (g gathering) within(t *testing.T, e ast.Expr, file string) {
	if b, ok := e.(*ast.BinaryExpr); ok && b.Op == token.ADD {
		g.within(t, b.X, file)
		g.within(t, b.Y, file)
		return
	}
	if _, ok := e.(*ast.BasicLit); ok {
		return
	}
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			return g.call(n, file)
		case *ast.BinaryExpr:
			if text, ok := templateOf(n); ok && n.Op == token.ADD {
				g.add(text, file)
				g.within(t, n, file)
				return false
			}
		case *ast.BasicLit:
			if n.Kind == token.STRING {
				s, _ := strconv.Unquote(n.Value)
				g.add(s, file)
			}
		}
		return true
	})
}

// call takes what is counted as a pair, and leaves out calls whose words no reader sees.
func (g gathering) call(c *ast.CallExpr, file string) bool {
	switch name := called(c.Fun); name {
	case "Errorf", "New", "Sscanf", "Format", "Split", "SplitN", "Cut", "Trim", "TrimPrefix", "TrimSuffix", "HasPrefix", "HasSuffix", "Contains", "ContainsAny", "Index", "LastIndex", "MustCompile", "Parse":
		return false
	case "Plural", "allOf", "oneOrMany":
		if len(c.Args) == 3 {
			one, ok1 := literal(c.Args[1])
			many, ok2 := literal(c.Args[2])
			if ok1 && ok2 {
				g.add(one, file)
				g.plural[one] = many
			}
		}
	}
	return true
}

func called(e ast.Expr) string {
	switch f := e.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// templateOf flattens words that are put together with +, each part a %s.
func templateOf(b *ast.BinaryExpr) (string, bool) {
	words := false
	var flat func(e ast.Expr) string
	flat = func(e ast.Expr) string {
		if s, ok := literal(e); ok {
			words = true
			return strings.ReplaceAll(s, "%", "%%")
		}
		if b, ok := e.(*ast.BinaryExpr); ok && b.Op == token.ADD {
			return flat(b.X) + flat(b.Y)
		}
		if c, ok := e.(*ast.CallExpr); ok && called(c.Fun) == "Sprintf" && len(c.Args) > 0 {
			if s, ok := literal(c.Args[0]); ok {
				words = true
				return s
			}
		}
		return "%s"
	}
	return flat(b), words
}

var verb = regexp.MustCompile(`%(\[\d+\])?[-+ #0]*(\d+)?(\.\d+)?[sdvqfgxcw]`)

// add keeps a text with its parts numbered. What has no word is not kept, nor what only programs read.
func (g gathering) add(text, file string) {
	text = strings.ReplaceAll(text, "%%", "\x00")
	text = strings.Join(verb.Split(text, -1), "\x01")
	for strings.Contains(text, "\x01\x01") {
		text = strings.ReplaceAll(text, "\x01\x01", "\x01")
	}
	for n := 1; strings.Contains(text, "\x01"); n++ {
		text = strings.Replace(text, "\x01", "{"+strconv.Itoa(n)+"}", 1)
	}
	text = strings.ReplaceAll(strings.Trim(text, " \n"), "\x00", "%")
	if strings.HasPrefix(text, "{1}") && part.ReplaceAllString(text, "") == "" || !said(text) || optional(text, file) {
		return
	}
	// a text that begins with a blank goes on with one that was begun: the blank is no part of it
	if _, ok := g.places[text]; !ok {
		g.places[text] = strings.TrimLeft(file, "./")
	}
}

var program = regexp.MustCompile(`^([a-z0-9]+[_./][a-z0-9_./-]*|#[0-9A-F]*|[A-Z][a-z]+[A-Z]\w*|[a-z]+[A-Z]\w*|.*[<>]\S.*|.*\$\S.*|[A-Z]{2,3})$`)

// optional reports whether a text is an option of the library that draws workbooks: what a sheet says has parts, or begins
// with a capital, but for the word of the footer.
func optional(text, file string) bool {
	return text != "confidential" && strings.HasPrefix(file, "../excel/") && !part.MatchString(text) && !strings.ContainsFunc(text, unicode.IsUpper)
}

// said reports whether a text holds words for readers.
func said(text string) bool {
	bare := part.ReplaceAllString(text, "")
	return strings.ContainsFunc(bare, unicode.IsLetter) && !program.MatchString(text) && !(strings.Contains(bare, "/") && program.MatchString(bare)) && !strings.Contains(text, `="`) && len([]rune(bare)) > 1
}

func (g gathering) pot() string {
	var b strings.Builder
	b.WriteString("# Every text reports can say. A language is a copy of this file, named after it, such as de.po, with the\n" +
		"# translations filled in: {1}, {2} are the parts of a text and may change places; ¤ is the sign of the currency.\n" +
		"# Of what is counted, msgstr[0], msgstr[1] ... are the forms of the language in the order of the Unicode CLDR.\n" +
		"msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n")
	ids := make([]string, 0, len(g.places))
	for id := range g.places {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(x, y string) int { return cmp.Or(cmp.Compare(g.places[x], g.places[y]), cmp.Compare(x, y)) })
	last := ""
	for _, id := range ids {
		if p := g.places[id]; p != last {
			fmt.Fprintf(&b, "\n#: %s\n", p)
			last = p
		}
		if many, ok := g.plural[id]; ok {
			fmt.Fprintf(&b, "msgid %s\nmsgid_plural %s\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n", quoted(id), quoted(many))
			continue
		}
		fmt.Fprintf(&b, "msgid %s\nmsgstr \"\"\n", quoted(id))
	}
	return b.String()
}

// quoted writes a text with the escapes every tool for such files knows.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(s) + `"`
}

func TestTheFileOfTextsIsWhatTheSourceSays(t *testing.T) {
	want := gathered(t).pot()
	if *update {
		if err := os.WriteFile("texts/messages.pot", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile("texts/messages.pot")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("texts/messages.pot is not what the source says: run go test ./reports/locale -run TheFileOfTexts -update and look at the difference")
	}
}
