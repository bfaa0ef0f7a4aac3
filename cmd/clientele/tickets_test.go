package main

import (
	"fmt"
	"path/filepath"
	"strconv"
	"testing"
)

// TestTickets runs the program on a support desk's export in which 139 e-mail
// addresses are each shared by different people: an address alone must not make
// them one.
func TestTickets(t *testing.T) {
	dir := realData(t)
	server := testServer(t)
	const database = "clientele_tickets"
	loadDump(t, server, database, filepath.Join(dir, "databases", "tickets_suraj520.sql.gz"))
	t.Setenv("TICKETS_DSN", server+database)
	file := example(t, "tickets.yaml")
	mustRun(t, "check", "-c", file)
	mustRun(t, "run", "refresh", "-c", file)
	mustRun(t, "run", "marketing", "--as-of", "2023-07-01", "-c", file)

	store := filepath.Join(filepath.Dir(file), "tickets-warehouse.db")
	checkShared(t, ask(t, "mysql", server+database, "SELECT DISTINCT `Customer Email`, `Customer Name` FROM tickets"), customers(t, store, "desk"))
	checkRatings(t, server+database, store)
}

// checkShared holds that nobody is merged with another by an address they share,
// and that hardly anybody is merged at all: the export holds no person twice.
func checkShared(t *testing.T, people [][]string, of map[string]string) {
	names := map[string][]string{}
	for _, p := range people {
		names[p[0]] = append(names[p[0]], p[1])
	}
	shared, distinct := 0, map[string]bool{}
	for email, list := range names {
		seen := map[string]string{}
		for _, name := range list {
			id := of[email+"|"+name]
			if other, ok := seen[id]; ok || id == "" {
				t.Errorf("%s: %s and %s are customer %q", email, name, other, id)
			}
			seen[id], distinct[id] = name, true
		}
		if len(list) > 1 {
			shared++
		}
	}
	if shared != 139 {
		t.Errorf("%d addresses are shared, want 139", shared)
	}
	if merged := len(people) - len(distinct); merged > 1 {
		t.Errorf("%d people of %d were merged with another, want the one pair of a name whose addresses differ in a letter", merged, len(people))
	}
}

// checkRatings compares satisfaction by channel with the table's own counts and means.
func checkRatings(t *testing.T, dsn, store string) {
	channels := measured(t, store).Satisfaction.Channels
	rows := ask(t, "mysql", dsn, "SELECT `Ticket Channel`, COUNT(*), ROUND(AVG(`Customer Satisfaction Rating`), 6) FROM tickets"+
		" WHERE `Customer Satisfaction Rating` <> '' GROUP BY 1 ORDER BY 1")
	if len(rows) == 0 || len(rows) != len(channels) {
		t.Fatalf("%d channels, want %d", len(channels), len(rows))
	}
	for i, row := range rows {
		c := channels[i]
		got := fmt.Sprintf("%s %d %.6f", c.Channel, c.Mean.N, c.Mean.Mean.Value.Float())
		want, err := strconv.ParseFloat(row[2], 64)
		if err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("%s %s %.6f", row[0], row[1], want); got != want {
			t.Errorf("channel: got %s, want %s", got, want)
		}
	}
}
