package jobs

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// A finder looks records up in the newest snapshot and knows what is near where one is
// missing.
type finder struct {
	d       *Director
	run     transform.Run
	sources []string
	warned  map[extract.Ref]bool
}

func newFinder(d *Director, run transform.Run) *finder {
	f := &finder{d: d, run: run, warned: map[extract.Ref]bool{}}
	for _, s := range d.Sources {
		f.sources = append(f.sources, s.Name)
	}
	slices.Sort(f.sources)
	return f
}

// snapshotToExplain is the newest snapshot, of which people are told who is who.
func (d *Director) snapshotToExplain(ctx context.Context) (transform.Run, error) {
	run, found, err := d.Warehouse.Latest(ctx)
	if err == nil && !found {
		err = fmt.Errorf("%w: they were never read: `clientele run refresh` first", ErrStale)
	}
	return run, err
}

// record looks for a record people decide about. One that left its source may come back:
// that is a warning, once. One that was erased, or never was, is a problem.
func (f *finder) record(ctx context.Context, ref extract.Ref) (problem, warning string, err error) {
	p, found, err := f.d.Warehouse.PartyAt(ctx, f.run, ref)
	switch {
	case err != nil:
		return "", "", err
	case found && p.Status == extract.PartyErased:
		return fmt.Sprintf("%s was erased in its source: it is never attached to anybody", ref.Named()), "", nil
	case found:
		return "", "", nil
	}
	last, err := f.d.Warehouse.PartyEver(ctx, ref)
	switch {
	case err != nil:
		return "", "", err
	case last == 0:
		problem, err = f.missing(ctx, ref)
		return problem, "", err
	case f.warned[ref]:
		return "", "", nil
	}
	f.warned[ref] = true
	return "", ref.Named() + " is in its source no more: the decision waits in case it comes back", nil
}

// missing says that there is no such record, and which was probably meant.
func (f *finder) missing(ctx context.Context, ref extract.Ref) (string, error) {
	if !slices.Contains(f.sources, ref.Source) {
		text := fmt.Sprintf("there is no source %s; the sources are %s", ref.Source, strings.Join(f.sources, ", "))
		for _, s := range f.sources {
			if aSlipFrom(s, ref.Source) {
				text += fmt.Sprintf("; did you mean %s/%s?", s, ref.ID)
				break
			}
		}
		return text, nil
	}
	meant, err := f.nearby(ctx, ref)
	text := fmt.Sprintf("there is no record %s in %s", ref.ID, ref.Source)
	if len(meant) > 0 {
		text += "; did you mean " + strings.Join(meant, " or ") + "?"
	}
	return text, err
}

// nearby lists records whose id is nearly the one that is missing, three at most: of the
// same source, else the same id in another.
func (f *finder) nearby(ctx context.Context, ref extract.Ref) ([]string, error) {
	const most = 3
	var out []string
	ids, err := f.d.Warehouse.PartyIDs(ctx, f.run, ref.Source)
	if err != nil {
		return nil, err
	}
	for _, alike := range []func(a, b string) bool{func(a, b string) bool { return bare(a) == bare(b) }, aSlipFrom} {
		for _, id := range ids {
			if len(out) < most && alike(id, ref.ID) {
				out = append(out, ref.Source+"/"+id)
			}
		}
		if len(out) > 0 {
			return out, nil
		}
	}
	for _, s := range f.sources {
		other := extract.Ref{Source: s, ID: ref.ID}
		_, found, err := f.d.Warehouse.PartyAt(ctx, f.run, other)
		if err != nil {
			return nil, err
		}
		if found && len(out) < most {
			out = append(out, other.Named())
		}
	}
	return out, nil
}

// aSlipFrom reports whether one text is a slip of the hand away from another: case, blanks and
// leading zeros aside, one letter more, less or other, or two exchanged.
func aSlipFrom(a, b string) bool {
	x, y := []rune(bare(a)), []rune(bare(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	from := 0
	for from < len(x) && x[from] == y[from] {
		from++
	}
	restX, restY := x[from:], y[from:]
	switch {
	case len(restX) == 0:
		return len(restY) <= 1
	case len(y) == len(x)+1:
		return slices.Equal(restX, restY[1:])
	case len(y) != len(x):
		return false
	case slices.Equal(restX[1:], restY[1:]):
		return true
	}
	return len(restX) > 1 && restX[0] == restY[1] && restX[1] == restY[0] && slices.Equal(restX[2:], restY[2:])
}

func bare(text string) string {
	text = strings.ToLower(strings.Join(strings.Fields(text), ""))
	return strings.TrimLeft(text, "0")
}

// effect says what the next refresh will make of a decision that is new.
func (f *finder) effect(ctx context.Context, d transform.Decision) (string, error) {
	a, isA, err := f.d.Warehouse.LinkAt(ctx, f.run, d.A)
	if err != nil {
		return "", err
	}
	b, isB, err := f.d.Warehouse.LinkAt(ctx, f.run, d.B)
	if err != nil || !isA || !isB {
		return "", err
	}
	both := d.A.Named() + " and " + d.B.Named()
	switch one := a.Customer == b.Customer; {
	case d.Kind == transform.MustLink && one:
		return fmt.Sprintf("%s are one customer already (%s), and stay so.", both, a.Customer), nil
	case d.Kind == transform.MustLink:
		return fmt.Sprintf("%s are two customers now, %s and %s: the next refresh puts them together.", both, a.Customer, b.Customer), nil
	case one:
		return fmt.Sprintf("%s are one customer now (%s): the next refresh parts them.", both, a.Customer), nil
	}
	return fmt.Sprintf("%s are two customers already, and stay so.", both), nil
}
