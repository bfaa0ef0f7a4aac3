package jobs

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/extract/demo"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/ident"
	"clientele/transform/match/linkage"
	"clientele/transform/state"
	"clientele/transform/store"
)

// told is the matching of the simulation: all it needs to know of it.
func told(parties []extract.Party, by By) (match.Result, []byte, error) {
	return linkage.Match(parties, match.Options{Country: "DE"}, by.Model, by.Learn)
}

const simulatedDays = 30

// A month of a company in which not quite one record in a hundred changes a day: new
// people, second records, mistakes and their correction, moves, marriages, deletions.
// The matching is the real one, with one model for all days, and so is the state.
func TestIDsLastThroughAMonthOfChanges(t *testing.T) {
	s := simulate(t)
	s.unexplained(t)
	s.membersThen(t)
	s.survived(t)
}

// A simulation is a company, its state, and what it was after each day.
type simulation struct {
	town  *town
	db    *state.DB
	days  []map[extract.Ref]transform.CustomerID // whose each record of the day was
	walks []map[extract.Ref]transform.CustomerID // the crosswalk
	truth []map[string]string                    // by true person: which records there were
	who   []map[extract.Ref]string
}

func simulate(t *testing.T) *simulation {
	t.Helper()
	db, err := state.Open(t.Context(), store.File(filepath.Join(t.TempDir(), "state.db")))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	s := &simulation{town: newTown(t), db: db}
	by := By{Learn: true}
	for day := range simulatedDays + 1 {
		if day > 0 {
			s.town.live()
		}
		res, body, err := told(s.town.parties, by)
		if err != nil {
			t.Fatal(err)
		}
		if day == 0 {
			by = By{Model: body}
		}
		s.keep(t, res)
		if day%10 == 0 {
			s.again(t, by)
		}
	}
	return s
}

// assigned gives ids by what the state has.
func (s *simulation) assigned(t *testing.T, parties []extract.Party, res match.Result) ident.Assigned {
	t.Helper()
	walk, err := s.db.IDs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return ident.Assign(parties, res, prior(walk))
}

// keep saves the ids of a day and writes down how things stand.
func (s *simulation) keep(t *testing.T, res match.Result) {
	t.Helper()
	run, err := s.db.StartRun(t.Context(), state.Run{Job: RefreshJob})
	if err != nil {
		t.Fatal(err)
	}
	ids := s.assigned(t, s.town.parties, res)
	if err := s.db.SaveIDs(t.Context(), run, changes(ids)); err != nil {
		t.Fatal(err)
	}
	walk, err := s.db.IDs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	today := map[extract.Ref]transform.CustomerID{}
	for c, cluster := range res.Clusters {
		for _, i := range cluster {
			today[s.town.parties[i].Ref] = ids.IDs[c]
		}
	}
	s.days, s.walks = append(s.days, today), append(s.walks, walk.Current)
	s.truth, s.who = append(s.truth, s.town.persons()), append(s.who, maps.Clone(s.town.who))
}

// again matches the day a second time, its records in another order: nothing may
// change, and there must be nothing to write.
func (s *simulation) again(t *testing.T, by By) {
	t.Helper()
	parties := slices.Clone(s.town.parties)
	slices.Reverse(parties)
	res, _, err := told(parties, by)
	if err != nil {
		t.Fatal(err)
	}
	got := s.assigned(t, parties, res)
	if c := changes(got); len(c.Links)+len(c.Minted)+len(c.Events) > 0 {
		t.Errorf("day %d: nothing changed, and %d records, %d new ids, %d events are to be written, such as %+v", len(s.days)-1, len(c.Links), len(c.Minted), len(c.Events), got.Events[:min(3, len(got.Events))])
	}
}

// unexplained plays the log from the first day: after each day it must have led to
// the crosswalk of that day, and every event must say why.
func (s *simulation) unexplained(t *testing.T) {
	t.Helper()
	played, live, kinds := map[extract.Ref]transform.CustomerID{}, map[transform.CustomerID]bool{}, map[string]int{}
	day := transform.Run(1)
	compare := func() {
		if diff := cmp.Diff(s.walks[day-1], played); diff != "" {
			t.Fatalf("day %d: the log does not lead to the crosswalk: %.2000s", day-1, diff)
		}
	}
	for e, err := range s.db.IDLog(t.Context(), transform.Run(len(s.days))) {
		if err != nil {
			t.Fatal(err)
		}
		for ; day < e.Run; day++ {
			compare()
		}
		if e.Reason == "" || len(e.Records) == 0 {
			t.Errorf("day %d: nothing explains %+v", day-1, e)
		}
		kinds[e.Kind]++
		switch e.Kind {
		case transform.IDMinted, transform.IDSurvived, transform.IDRevived:
			live[e.ID] = true
			for _, r := range e.Records {
				played[r] = e.ID
			}
		case transform.IDMerged, transform.IDRetired:
			delete(live, e.ID)
		}
	}
	compare()
	for id := range maps.Values(s.days[len(s.days)-1]) {
		if !live[id] {
			t.Errorf("the log does not know that %s is alive", id)
		}
	}
	t.Logf("events of %d days: %v", simulatedDays, kinds)
}

// membersThen asks for the records that some ids had in the middle of the month.
func (s *simulation) membersThen(t *testing.T) {
	t.Helper()
	const day = simulatedDays / 2
	had := map[transform.CustomerID][]extract.Ref{}
	for ref, id := range s.walks[day] {
		had[id] = append(had[id], ref)
	}
	for _, id := range slices.Sorted(maps.Keys(had))[:60] {
		got, err := s.db.Members(t.Context(), id, day+1)
		if err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(had[id], extract.Ref.Compare)
		if diff := cmp.Diff(had[id], got); diff != "" {
			t.Errorf("%s after day %d: %s", id, day, diff)
		}
	}
}

// survived holds the ids of the first day against those of the last, and each day's
// against the next. Counted are ids of which no person has another record more or
// less than before: what is written in the records may have changed.
func (s *simulation) survived(t *testing.T) {
	t.Helper()
	all, lost := s.between(0, simulatedDays)
	t.Logf("%d ids whose membership did not change in %d days, %d of them lost", all, simulatedDays, len(lost))
	if all < 1000 || float64(len(lost)) > 0.001*float64(all) {
		t.Errorf("of %d ids whose membership did not change in %d days %d were lost: %v", all, simulatedDays, len(lost), lost)
	}
	sum, gone := 0, 0
	for day := range simulatedDays {
		n, l := s.between(day, day+1)
		sum, gone = sum+n, gone+len(l)
	}
	t.Logf("from day to day: %d of %d lost", gone, sum)
	if float64(gone) > 0.0001*float64(sum) {
		t.Errorf("from day to day %d of %d ids whose membership did not change were lost", gone, sum)
	}
}

// between counts the ids of a day whose true membership is the same on a later one,
// and lists those that none of their records has any more. An id that shared its
// person with another is not counted: what is put right has to change.
func (s *simulation) between(from, to int) (all int, lost []transform.CustomerID) {
	same, still := map[transform.CustomerID]bool{}, map[transform.CustomerID]bool{}
	whole := s.whole(from)
	for ref, id := range s.days[from] {
		person := s.who[from][ref]
		if _, met := same[id]; !met {
			same[id] = true
		}
		same[id] = same[id] && whole[person] && s.truth[from][person] == s.truth[to][person]
		still[id] = still[id] || s.days[to][ref] == id
	}
	for _, id := range slices.Sorted(maps.Keys(same)) {
		if same[id] {
			all++
			if !still[id] {
				lost = append(lost, id)
			}
		}
	}
	return all, lost
}

// whole tells which persons had all of their records under one id on a day.
func (s *simulation) whole(day int) map[string]bool {
	first, whole := map[string]transform.CustomerID{}, map[string]bool{}
	for ref, id := range s.days[day] {
		person := s.who[day][ref]
		if _, met := first[person]; !met {
			first[person], whole[person] = id, true
		}
		whole[person] = whole[person] && first[person] == id
	}
	return whole
}

// A town is the records of the day, with their truth.
type town struct {
	r        *rand.Rand
	parties  []extract.Party
	who      map[extract.Ref]string
	waiting  []extract.Party // people who come later
	gone     []extract.Party // records that were deleted
	mistakes map[extract.Ref]extract.Party
	next     int
}

func newTown(t *testing.T) *town {
	t.Helper()
	c, err := demo.Generate(demo.Options{Seed: 7, Customers: 1000})
	if err != nil {
		t.Fatal(err)
	}
	w := &town{r: rand.New(rand.NewPCG(2026, 11)), who: map[extract.Ref]string{}, mistakes: map[extract.Ref]extract.Party{}}
	late := map[string]bool{}
	for p, truth := range c.Parties() {
		if _, known := late[truth.Entity]; !known {
			late[truth.Entity] = w.r.IntN(8) == 0
		}
		w.who[p.Ref] = truth.Entity
		if late[truth.Entity] {
			w.waiting = append(w.waiting, *p)
		} else {
			w.parties = append(w.parties, *p)
		}
	}
	return w
}

// persons lists for each true person which records there are.
func (w *town) persons() map[string]string {
	of := map[string][]string{}
	for i := range w.parties {
		who := w.who[w.parties[i].Ref]
		of[who] = append(of[who], w.parties[i].Source+"/"+w.parties[i].ID)
	}
	out := make(map[string]string, len(of))
	for who, refs := range of {
		slices.Sort(refs)
		out[who] = fmt.Sprint(refs)
	}
	return out
}

// live is one day: not quite a hundredth of the records changes.
func (w *town) live() {
	for range len(w.parties) * 9 / 1000 {
		at := w.r.IntN(len(w.parties))
		switch kind := w.r.IntN(100); {
		case kind < 20:
			w.arrive()
		case kind < 32:
			w.double(w.parties[at])
		case kind < 42:
			w.gone = append(w.gone, w.parties[at])
			w.parties = slices.Delete(w.parties, at, at+1)
		case kind < 47:
			w.comeBack()
		default:
			w.write(&w.parties[at], kind)
		}
	}
	slices.SortFunc(w.parties, func(a, b extract.Party) int { return a.Ref.Compare(b.Ref) })
}

func (w *town) arrive() {
	if n := len(w.waiting); n > 0 {
		w.parties, w.waiting = append(w.parties, w.waiting[n-1]), w.waiting[:n-1]
	}
}

func (w *town) comeBack() {
	if n := len(w.gone); n > 0 {
		w.parties, w.gone = append(w.parties, w.gone[n-1]), w.gone[:n-1]
	}
}

// double lets somebody register a second time.
func (w *town) double(p extract.Party) {
	w.next++
	ref := extract.Ref{Source: "app", ID: fmt.Sprintf("%05d", w.next)}
	w.who[ref] = w.who[p.Ref]
	p.Ref, p.Account, p.Household, p.MergedInto = ref, "", "", ""
	w.parties = append(w.parties, p)
}

// write changes what a record says: a mistake or its correction, a move, another
// number, a marriage.
func (w *town) write(p *extract.Party, kind int) {
	before, mistaken := w.mistakes[p.Ref]
	switch {
	case mistaken:
		*p = before
		delete(w.mistakes, p.Ref)
	case kind < 75:
		w.mistakes[p.Ref] = *p
		field := []*string{&p.First, &p.Last, &p.Name, &p.Email, &p.Phone, &p.Street, &p.Company}[w.r.IntN(7)]
		*field = w.slip(*field)
	case kind < 88:
		other := w.parties[w.r.IntN(len(w.parties))]
		p.Street, p.Zip, p.City, p.Region = fmt.Sprintf("Neuer Weg %d", w.r.IntN(200)+1), other.Zip, other.City, other.Region
	case kind < 96:
		p.Phone = fmt.Sprintf("0%d %d", 200+w.r.IntN(700), 100_000+w.r.IntN(900_000))
	case p.Type != extract.Company && p.Last != "":
		p.Last = w.parties[w.r.IntN(len(w.parties))].Last
	}
}

// slip exchanges two letters that stand side by side.
func (w *town) slip(text string) string {
	letters := []rune(text)
	if len(letters) < 2 {
		return text
	}
	i := w.r.IntN(len(letters) - 1)
	letters[i], letters[i+1] = letters[i+1], letters[i]
	return string(letters)
}
