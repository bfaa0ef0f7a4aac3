package normal

import (
	"regexp"
	"regexp/syntax"
	"strconv"
	"strings"
	"sync"

	"github.com/nyaruka/phonenumbers"
)

// dialling is how numbers of a region are written, as far as it can be told without
// patterns. Patterns take most of the time of normalising, and most numbers of most
// countries need none.
type dialling struct {
	code       string   // the country's: 49
	abroad     string   // dialled before another country's code: 00; "" if it takes a pattern
	trunks     []string // dialled before a number within the country: 0
	plain      bool     // trunks need no pattern
	lengths    []int32
	local      []int32  // lengths that are numbers without an area code
	first      [10]bool // digits that a number within the country may begin with
	wellFormed func() *regexp.Regexp
}

var diallings = sync.OnceValue(func() map[string]*dialling {
	out := map[string]*dialling{}
	all, err := phonenumbers.MetadataCollection()
	if err != nil {
		return out // the library itself finds an answer, or says what is wrong
	}
	for _, m := range all.GetMetadata() {
		pattern := m.GetGeneralDesc().GetNationalNumberPattern()
		if m.GetId() == "001" || pattern == "" {
			continue
		}
		d := &dialling{code: strconv.Itoa(int(m.GetCountryCode())), trunks: strings.Split(m.GetNationalPrefixForParsing(), "|")}
		d.plain = digitsOnly(strings.Join(d.trunks, "")) && m.GetNationalPrefixTransformRule() == ""
		if abroad := m.GetInternationalPrefix(); digitsOnly(abroad) {
			d.abroad = abroad
		}
		d.lengths, d.local = m.GetGeneralDesc().GetPossibleLength(), m.GetGeneralDesc().GetPossibleLengthLocalOnly()
		d.first = firstDigits(pattern)
		d.wellFormed = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("^(?:" + pattern + ")$") })
		out[m.GetId()] = d
	}
	return out
})

func digitsOnly(s string) bool { return strings.Trim(s, "0123456789") == "" }

// dial returns a number as E.164 if it is a possible number of the country and that
// is plain to see; otherwise "", and the library has to be asked.
func dial(raw, country string) string {
	digits, foreign, ok := keys(raw)
	home := diallings()[country]
	if !ok || len(digits) < 6 || home == nil && !foreign {
		return ""
	}
	if !foreign {
		if home.abroad == "" {
			return ""
		}
		if rest, cut := strings.CutPrefix(digits, home.abroad); cut && rest != "" && rest[0] != '0' {
			digits, foreign = rest, true
		}
	}
	if foreign {
		if len(digits) < 6 || digits[0] == '0' {
			return ""
		}
		return dialAbroad(digits)
	}
	if rest, cut := strings.CutPrefix(digits, home.code); cut {
		return home.perhapsAbroad(digits, rest)
	}
	return home.e164(digits)
}

// perhapsAbroad returns a number that begins with the digits of its own country's
// code, no + before them. They are taken for the code if the rest is well-formed and
// the whole is not, or if the whole is longer than numbers are.
func (d *dialling) perhapsAbroad(whole, rest string) string {
	if !d.plain {
		return ""
	}
	if short := d.within(rest); short != rest && !d.spoilt(rest, short) {
		rest = short
	}
	if d.right(rest) && !d.right(whole) || d.tooLong(whole) {
		return dialAbroad(d.code + rest)
	}
	return d.e164(whole)
}

// keys returns the digits of a number that is written with nothing else but what
// separates them, and whether a + stands before them.
func keys(raw string) (digits string, plus, ok bool) {
	raw = strings.Trim(raw, " ")
	if strings.HasPrefix(raw, "+") {
		raw, plus = raw[1:], true
	}
	if len(raw) > 40 || raw == "" || raw[len(raw)-1] == '/' {
		return "", false, false
	}
	var out [40]byte
	n := 0
	for i := range len(raw) {
		switch c := raw[i]; {
		case '0' <= c && c <= '9':
			out[n] = c
			n++
		case c == ' ', c == '-', c == '(', c == ')', c == '.', c == '/':
		default:
			return "", false, false
		}
	}
	return string(out[:n]), plus, true
}

// dialAbroad takes the country's code off the digits.
func dialAbroad(digits string) string {
	for n := 1; n <= 3; n++ {
		code, _ := strconv.Atoi(digits[:n])
		region := phonenumbers.GetRegionCodeForCountryCode(code)
		if region == phonenumbers.UNKNOWN_REGION {
			continue
		}
		if d := diallings()[region]; d != nil {
			return d.e164(digits[n:])
		}
		return ""
	}
	return ""
}

// e164 returns a number of the region, its trunk prefix cut off if it is there and
// something possible remains.
func (d *dialling) e164(national string) string {
	main := diallings()[phonenumbers.GetRegionCodeForCountryCode(atoi(d.code))]
	if !d.plain || main == nil || strings.Trim(national, "0") == "" || len(national) < 2 {
		return ""
	}
	if short := d.within(national); short != national {
		if d.mayBe(short) && !d.spoilt(national, short) {
			national = short
		}
	}
	if len(national) < 2 || len(national) > 17 || !main.possible(national) {
		return ""
	}
	return "+" + d.code + national
}

// spoilt reports whether a number is well-formed and is no longer so once its trunk
// prefix is cut off: then it was none.
func (d *dialling) spoilt(national, short string) bool {
	return d.right(national) && !d.right(short)
}

// right reports whether a number is well-formed.
func (d *dialling) right(national string) bool {
	return national != "" && d.first[national[0]-'0'] && d.wellFormed().MatchString(national)
}

// firstDigits returns the digits that what a pattern matches may begin with.
func firstDigits(pattern string) (out [10]bool) {
	whole, err := syntax.Parse("^(?:"+pattern+")$", syntax.Perl)
	if err != nil {
		return [10]bool{true, true, true, true, true, true, true, true, true, true}
	}
	prog, err := syntax.Compile(whole.Simplify())
	if err != nil {
		return [10]bool{true, true, true, true, true, true, true, true, true, true}
	}
	seen := map[uint32]bool{}
	var walk func(uint32)
	walk = func(at uint32) {
		if seen[at] {
			return
		}
		seen[at] = true
		switch i := &prog.Inst[at]; i.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			walk(i.Out)
			walk(i.Arg)
		case syntax.InstCapture, syntax.InstNop, syntax.InstEmptyWidth:
			walk(i.Out)
		default:
			for d := range out {
				out[d] = out[d] || i.MatchRune(rune('0'+d))
			}
		}
	}
	walk(uint32(prog.Start))
	return out
}

// within cuts the trunk prefix off.
func (d *dialling) within(national string) string {
	for _, t := range d.trunks {
		if short, cut := strings.CutPrefix(national, t); cut {
			return short
		}
	}
	return national
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// mayBe reports whether a number has, or exceeds, a length that numbers have.
func (d *dialling) mayBe(national string) bool {
	n := int32(len(national))
	return !has(d.local, n) && has(d.lengths, n) || d.tooLong(national)
}

// tooLong reports whether a number has more digits than any has.
func (d *dialling) tooLong(national string) bool {
	n := int32(len(national))
	return !has(d.local, n) && n > d.lengths[len(d.lengths)-1]
}

func (d *dialling) possible(national string) bool {
	n := int32(len(national))
	return has(d.local, n) || has(d.lengths, n)
}

func has(all []int32, n int32) bool {
	for _, x := range all {
		if x == n {
			return true
		}
	}
	return false
}
