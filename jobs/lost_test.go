package jobs

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/reports/pages"
	"clientele/transform"
)

func TestLostStateGivesTheSameIdsAgain(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshed(t, d)
	before := stands(t, d)
	c.lose(t, d, "state")
	second := refreshed(t, d)
	after := stands(t, d)
	if diff := cmp.Diff(before.IDs.Current, after.IDs.Current); diff != "" {
		t.Errorf("ids changed:\n%s", diff)
	}
	if diff := cmp.Diff(before.Customers, after.Customers); diff != "" {
		t.Errorf("customers changed:\n%s", diff)
	}
	if second.Run <= before.Snapshots[0].Run {
		t.Errorf("run %d comes after snapshot %d", second.Run, before.Snapshots[0].Run)
	}
}

func TestReportAfterLostStateAsksForARefresh(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshed(t, d)
	c.lose(t, d, "state")
	_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, nil, "refresh again")
	refreshed(t, d)
	published(t, d, PublishOptions{})
}

// Each of several periods publishes the customer table under a run of its own; the
// numbers of a new state must go on above all of them.
func TestLostStateDoesNotStandInTheWayOfTheCustomerTable(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshed(t, d)
	period := october
	for range 4 {
		period = period.Previous()
	}
	for ; period.From <= october.From; period = transform.Ending(period.To.AddMonths(1), transform.Monthly) {
		if _, err := d.Publish(t.Context(), pages.SalesName, period, PublishOptions{NoSend: true}); err != nil {
			t.Fatal(err)
		}
	}
	c.lose(t, d, "state")
	refreshed(t, d)
	d.Settings = "other settings" // so that it is measured anew
	published(t, d, PublishOptions{NoSend: true})
}

func TestLostWarehouseIsRebuiltAndMailsNobodyTwice(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshed(t, d)
	first := published(t, d, PublishOptions{})
	before, letters := stands(t, d), outbox(t, c)
	c.lose(t, d, "warehouse")
	if _, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{}); err == nil {
		t.Error("published from nothing")
	}
	refreshed(t, d)
	after := stands(t, d)
	if before.Snapshots[0].Digest != after.Snapshots[0].Digest || before.Snapshots[0].Links != after.Snapshots[0].Links {
		t.Error("the same sources gave another snapshot")
	}
	if diff := cmp.Diff(before.Customers, after.Customers); diff != "" {
		t.Errorf("customers changed:\n%s", diff)
	}
	second := published(t, d, PublishOptions{})
	if second.Edition != first.Edition || second.Outcomes[0].Did != "nothing" {
		t.Errorf("edition %s after %s, %+v", second.Edition, first.Edition, second.Outcomes)
	}
	if diff := cmp.Diff(letters, outbox(t, c)); diff != "" {
		t.Errorf("letters changed:\n%s", diff)
	}
}

// outbox returns the letters by name.
func outbox(t *testing.T, c company) map[string]string { return folder(t, c.path("outbox")) }

// folder returns the files below a folder by their paths in it.
func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		out[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func names(files map[string]string) []string { return slices.Sorted(maps.Keys(files)) }
