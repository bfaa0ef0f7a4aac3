package truth

import (
	"fmt"
	"iter"
	"math/rand/v2"

	"clientele/extract"
)

// Town invents records of the people of a town as a sales department keeps them:
// singles, couples and families, a sixth of them noted as employees of a firm with
// one switchboard and one mailbox, each written down once to six times with slips of
// the pen, second mailboxes, moves and marriages. The shares below are near those of
// crm_100k. Unlike the generated company there is one source, and no record is a
// company's own. A record holds until the next one is asked for.
//
// The same seed always gives the same records, and a larger town begins with other
// people than a smaller one: rates do not depend on the size, but the number of
// people to a name, a street and a postcode does.
func Town(seed uint64, records int) iter.Seq[*Record] {
	return func(yield func(*Record) bool) {
		t := newTown(seed, records)
		for t.told < records {
			t.household()
			for i := range t.people {
				if !t.tell(&t.people[i], records, yield) {
					return
				}
			}
		}
	}
}

// How people live, and how many records there are of one: cumulative shares.
var (
	homeSizes    = []float64{.75, .90, .95, 1}
	recordCounts = []float64{.60, .85, .95, .967, .984, 1}
)

const (
	employed     = .15 // people noted with their firm
	perFirm      = 5.0 // of them for each firm, on average
	otherNames   = .18 // members of a household with another last name
	sharedMail   = .12 // members of a household who use the first one's mailbox
	sharedNumber = .45 // or telephone
	secondMail   = .45 // people with a second mailbox
	secondNumber = .50
	moved        = .60 // people whose records have two addresses
	married      = .03
)

// A resident is one person as they really are.
type resident struct {
	first, last, maiden string
	mails, numbers      []string
	homes               []abode
	firm                *employer
	who, home           int
}

type abode struct{ street, city, zip string }

type employer struct {
	name, domain, number string
	office               abode
}

type town struct {
	*rand.Rand
	names  *vocabulary
	firms  []employer
	people []resident // of the household that is told
	who    int
	homes  int
	told   int
}

func newTown(seed uint64, records int) *town {
	t := &town{Rand: rand.New(rand.NewPCG(seed, 0x746f776e))}
	t.names = newVocabulary(t.Rand)
	for n := range 1 + int(float64(records)*.6*employed/perFirm) {
		last := t.names.last(t.Rand)
		t.firms = append(t.firms, employer{
			name: last + " " + pickOne(t.Rand, firmWords), domain: fmt.Sprintf("%s%d.com", last, n), number: t.number(), office: t.abode(),
		})
	}
	return t
}

func (t *town) chance(p float64) bool { return t.Float64() < p }

// drawn returns a position of cumulative shares.
func (t *town) drawn(shares []float64) int {
	x := t.Float64()
	for i, s := range shares {
		if x < s {
			return i
		}
	}
	return len(shares) - 1
}

func pickOne(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

func (t *town) number() string { return fmt.Sprintf("%d%09d", 2+t.IntN(8), t.IntN(1_000_000_000)) }

func (t *town) abode() abode {
	zip := t.names.zips[int(float64(len(t.names.zips))*t.Float64()*t.Float64())]
	return abode{fmt.Sprintf("%d %s", 1+t.IntN(399), pickOne(t.Rand, t.names.streets)), zip.city, zip.code}
}

// household invents those who live together.
func (t *town) household() {
	t.homes++
	t.people = t.people[:0]
	for i := range 1 + t.drawn(homeSizes) {
		p := t.resident()
		if i > 0 {
			t.relate(&p, &t.people[0])
		}
		t.people = append(t.people, p)
	}
}

func (t *town) resident() resident {
	t.who++
	p := resident{first: t.names.first(t.Rand), last: t.names.last(t.Rand), who: t.who, home: t.homes, homes: []abode{t.abode()}, numbers: []string{t.number()}}
	if t.chance(married) {
		p.maiden = t.names.last(t.Rand)
	}
	p.mails = []string{t.mail(p.first, p.last)}
	if t.chance(secondMail) {
		p.mails = append(p.mails, t.mail(p.first, p.last))
	}
	if t.chance(secondNumber) {
		p.numbers = append(p.numbers, t.number())
	}
	if t.chance(moved) {
		p.homes = append(p.homes, t.abode())
	}
	if t.chance(employed) {
		p.firm = &t.firms[int(float64(len(t.firms))*t.Float64()*t.Float64())]
		t.employ(&p)
	}
	return p
}

// employ gives an employee what the firm gives: two in three use its switchboard and
// its address, one in five its mailbox.
func (t *town) employ(p *resident) {
	p.mails[0] = p.first[:1] + p.last + "@" + p.firm.domain
	if t.chance(.2) {
		p.mails[0] = "info@" + p.firm.domain
	}
	if t.chance(.4) {
		p.numbers[0] = p.firm.number
	}
	if t.chance(.5) {
		p.homes[0] = p.firm.office
	}
}

// relate makes somebody a member of the first one's household.
func (t *town) relate(p, head *resident) {
	for p.first == head.first {
		p.first = t.names.first(t.Rand)
	}
	if !t.chance(otherNames) {
		p.last = head.last
		if p.firm == nil {
			p.mails[0] = t.mail(p.first, p.last)
		}
	}
	if p.firm == nil || p.homes[0] != p.firm.office {
		p.homes[0] = head.homes[0]
	}
	if t.chance(sharedMail) {
		p.mails[0] = head.mails[0]
	}
	if t.chance(sharedNumber) {
		p.numbers[0] = head.numbers[0]
	}
}

func (t *town) mail(first, last string) string {
	n := t.IntN(1000)
	local := ""
	switch t.IntN(5) {
	case 0:
		local = first + last + fmt.Sprint(n%100)
	case 1:
		local = last + "." + first + fmt.Sprint(n%20)
	case 2:
		local = first[:1] + last + fmt.Sprint(n)
	case 3:
		local = first + fmt.Sprint(1940+n%70)
	default:
		local = first + "." + last
	}
	return local + "@" + mailProviders[min(t.IntN(len(mailProviders)), t.IntN(len(mailProviders)))]
}

var (
	mailProviders = []string{"gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "aol.com", "icloud.com", "comcast.net", "live.com"}
	firmWords     = []string{"inc", "group", "media", "foods", "systems", "logistics", "partners", "supply", "works", "trading"}
)

// tell writes a resident down once to six times.
func (t *town) tell(p *resident, records int, yield func(*Record) bool) bool {
	for range 1 + t.drawn(recordCounts) {
		if t.told == records {
			return false
		}
		t.told++
		r := &Record{Party: t.written(p), Who: fmt.Sprintf("P%07d", p.who), Home: fmt.Sprintf("H%07d", p.home)}
		r.Ref = extract.Ref{Source: "town", ID: fmt.Sprint(t.told)}
		if !yield(r) {
			return false
		}
	}
	return true
}
