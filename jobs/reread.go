package jobs

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/warehouse"
)

// RefreshOptions are what whoever starts a refresh may ask for.
type RefreshOptions struct {
	Resume bool            // go on where one died that had read the sources already
	Since  extract.Instant // Resume: only if it began to read them then or later
	Accept []string        // gates that a person lets it through
}

// read brings the records of all sources into a staging: as another run has read and
// kept them, where that will do, otherwise by reading them now and keeping what was
// read.
func (d *Director) read(ctx context.Context, run transform.Run, o RefreshOptions, out *Refreshed) (*warehouse.Staging, error) {
	from, fits, err := d.reading(ctx, o)
	if err != nil {
		return nil, err
	}
	if fits {
		return d.resume(ctx, run, from, out)
	}
	staging, err := d.Warehouse.Begin(ctx, run, d.instant())
	if err != nil {
		return nil, err
	}
	if out.Coverage, err = d.stageAll(ctx, staging); err == nil {
		err = staging.Keep(ctx, d.readAs())
	}
	if err == nil {
		out.Kept = true
		err = d.State.Stage(ctx, run, stageRead, d.instant())
	}
	return staging, err
}

// The stages of a refresh, in their order.
const (
	stageRead      = "read"
	stageMatched   = "matched"
	stagePublished = "published"
)

// reading returns what another run has read and not published, if it will do: it was
// read late enough, and from these sources through these mappings.
func (d *Director) reading(ctx context.Context, o RefreshOptions) (warehouse.Reading, bool, error) {
	if !o.Resume {
		return warehouse.Reading{}, false, nil
	}
	from, found, err := d.Warehouse.Pending(ctx)
	if err != nil || !found || from.At < o.Since || d.ahead(from.At) || from.Sources != d.readAs() {
		return from, false, err
	}
	away, err := d.turnedAway(ctx, from, o.Accept)
	return from, !away, err
}

// resume goes on with what another run has read.
func (d *Director) resume(ctx context.Context, run transform.Run, from warehouse.Reading, out *Refreshed) (*warehouse.Staging, error) {
	staging, err := d.Warehouse.Resume(ctx, run, from)
	if err != nil {
		return nil, err
	}
	if out.Coverage, err = staging.Coverage(ctx); err == nil {
		err = d.State.Stage(ctx, run, fmt.Sprintf("%s, by run %d", stageRead, from.Run), d.instant())
	}
	out.Kept = true
	out.Resumed = append(out.Resumed, fmt.Sprintf("%s by run %d on %s", stageRead, from.Run, from.At))
	d.Log.Info("resumed", "stage", stageRead, "after run", from.Run, "read at", from.At.String())
	return staging, err
}

// readAs names what is read and how: a reading that was made otherwise is not
// resumed. Passwords do not enter; where a source lies does.
func (d *Director) readAs() string {
	h := sha256.New()
	for _, s := range d.Sources {
		place := s.DSN[strings.LastIndex(s.DSN, "@")+1:]
		fmt.Fprintf(h, "%q\n", []any{s.Name, s.Driver, place, s.Folder, s.Zone.String(), s.CompanyZone.String(), s.Encoding})
		for _, kind := range slices.Sorted(maps.Keys(s.Mappings)) {
			fmt.Fprintf(h, "%s %q\n", kind, fmt.Sprintf("%+v", s.Mappings[kind])) // maps are printed in the order of their keys
		}
	}
	for _, b := range d.Settled {
		fmt.Fprintf(h, "%s %s\n", b.Source, b.Kind)
		for _, r := range b.Records {
			fmt.Fprintf(h, "%+v\n", r)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// published returns the refresh that makes another one needless: one that began to
// read the sources at a moment or later, and is seen by everybody.
func (d *Director) published(ctx context.Context, o RefreshOptions) (Refreshed, bool, error) {
	if !o.Resume || o.Since == 0 {
		return Refreshed{}, false, nil
	}
	run, found, err := d.Warehouse.Latest(ctx)
	if err != nil || !found {
		return Refreshed{}, false, err
	}
	if known, err := d.knows(ctx, run); err != nil || !known {
		return Refreshed{}, false, err
	}
	s, _, err := d.Warehouse.Snapshot(ctx, run)
	out := Refreshed{Run: run, Digest: s.Digest, Resumed: []string{fmt.Sprintf("%s by run %d", stagePublished, run)}}
	return out, s.At >= o.Since && !d.ahead(s.At), err
}
