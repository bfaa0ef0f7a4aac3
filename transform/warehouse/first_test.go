package warehouse

import (
	"testing"
	"time"

	"clientele/extract"
)

// Every kind that has a date counts, each alone.
func TestFirstDayIsOfAnyDocument(t *testing.T) {
	day := extract.Date(2026, time.March, 5)
	at := day.Start(time.UTC) + 1
	for name, rec := range map[string]any{
		"orders": &extract.Order{At: at}, "invoices": &extract.Invoice{At: at}, "payments": &extract.Payment{At: at}, "shipments": &extract.Shipment{At: at},
		"returns": &extract.Return{At: at}, "tickets": &extract.Ticket{Opened: at}, "enquiries": &extract.Enquiry{At: at}, "surveys": &extract.Survey{Invited: at},
		"answers": &extract.Answer{At: at}, "contracts": &extract.Contract{Starts: day}, "activities": &extract.Activity{At: at}, "contacts": &extract.Contact{At: at},
	} {
		t.Run(name, func(t *testing.T) {
			db := open(t)
			s := begin(t, db, 1)
			rec.(extract.Record).Key().ID = "1"
			stage(t, s, extract.Kind(name), lax, rec)
			save(t, s, nil, nil)
			commit(t, s)
			first, err := db.FirstDay(t.Context(), 1, time.UTC)
			if err != nil || first != day {
				t.Errorf("the first day is %s: %v", first, err)
			}
			for limit, want := range map[extract.Day]bool{day: false, day + 1: true} {
				if got, err := db.Before(t.Context(), 1, limit, time.UTC); err != nil || got != want {
					t.Errorf("before %s there is one: %v, %v", limit, got, err)
				}
			}
		})
	}
}
