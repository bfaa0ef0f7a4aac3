package main

import (
	"cmp"
	"math"

	"clientele/extract"
	"clientele/jobs"
	"clientele/transform"
	"clientele/transform/match/golden"
	"clientele/transform/state"
)

type recordOut struct {
	Record   string            `json:"record"`
	Customer string            `json:"customer,omitempty"`
	Values   map[string]string `json:"values"`
	Reason   string            `json:"reason,omitempty"`
	With     string            `json:"with,omitempty"`
	Bits     *float64          `json:"bits,omitempty"`
}

type goldenOut struct {
	Field   string    `json:"field"`
	Value   string    `json:"value"`
	From    string    `json:"from,omitempty"`
	Changed string    `json:"changed,omitempty"`
	Rule    string    `json:"rule,omitempty"`
	Why     string    `json:"why"`
	Over    []overOut `json:"passed_over,omitempty"`
}

type overOut struct {
	Value string `json:"value"`
	From  string `json:"from"`
}

type relativeOut struct {
	Customer transform.CustomerID `json:"customer"`
	Name     string               `json:"name"`
	Role     string               `json:"role,omitempty"`
	Why      string               `json:"why,omitempty"`
}

type eventOut struct {
	Run     int64    `json:"run"`
	At      string   `json:"at,omitempty"`
	Kind    string   `json:"kind"`
	ID      string   `json:"id"`
	Into    string   `json:"into,omitempty"`
	Reason  string   `json:"reason"`
	Records []string `json:"records,omitempty"`
}

type explainedOut struct {
	Customer  transform.CustomerID `json:"customer"`
	Asked     transform.CustomerID `json:"asked"`
	Live      bool                 `json:"live"`
	Refresh   int64                `json:"refresh"`
	Strange   bool                 `json:"other_rules,omitempty"` // it went by rules this program does not have: no bits are known
	AsOf      string               `json:"as_of"`
	Name      string               `json:"name,omitempty"`
	Type      string               `json:"type,omitempty"`
	Status    string               `json:"status,omitempty"`
	Records   []recordOut          `json:"records"`
	Left      []string             `json:"left,omitempty"`
	Golden    []goldenOut          `json:"golden"`
	Household []relativeOut        `json:"household,omitempty"`
	Account   *relativeOut         `json:"account,omitempty"`
	Contacts  []relativeOut        `json:"contacts,omitempty"`
	Decisions []decisionOut        `json:"decisions,omitempty"`
	History   []eventOut           `json:"history"`
}

// explainedJSON is what a program reads of a customer.
func explainedJSON(e jobs.Explained) explainedOut {
	out := explainedOut{
		Customer: e.Trail.Now, Asked: e.Trail.Path[0].ID, Live: e.Trail.Live, Refresh: int64(e.Run), Strange: e.Strange, AsOf: moment(e.At),
		Name: e.Customer.Name, Type: e.Customer.Type, Status: e.Customer.Status,
		Records: []recordOut{}, Golden: goldenJSON(e.Golden), Household: relativesJSON(e.Household), Contacts: relativesJSON(e.Contacts),
		Decisions: decisionsJSON(e.Decisions, e.Fields, e.Run), History: eventsJSON(e.History),
	}
	for i := range e.Records {
		out.Records = append(out.Records, recordJSON(&e.Records[i]))
	}
	for _, r := range e.Left {
		out.Left = append(out.Left, r.Named())
	}
	if e.Account != nil {
		out.Account = &relativesJSON([]jobs.Relative{*e.Account})[0]
	}
	return out
}

func recordJSON(r *jobs.ExplainedRecord) recordOut {
	out := recordOut{Record: r.Ref.Named(), Values: values(&r.Party), Reason: r.Reason}
	if r.To != (extract.Ref{}) {
		out.With = r.To.Named()
	}
	if r.Known {
		out.Bits = rounded(r.Bits)
	}
	return out
}

func values(p *extract.Party) map[string]string {
	out := map[string]string{}
	for _, f := range asideFields {
		if v := f.value(p); v != "" {
			out[f.name] = v
		}
	}
	return out
}

// rounded cuts bits to a hundredth; there are none for what can never be.
func rounded(bits float64) *float64 {
	if math.IsInf(bits, 0) || math.IsNaN(bits) {
		return nil
	}
	bits = math.Round(100*bits) / 100
	return &bits
}

func goldenJSON(list []golden.Chosen) []goldenOut {
	out := []goldenOut{}
	for _, c := range list {
		g := goldenOut{Field: c.Field, Value: c.Value, Changed: moment(c.Changed), Rule: c.Rule, Why: c.Because()}
		if c.From != (extract.Ref{}) {
			g.From = c.From.Named()
		}
		for _, o := range c.Over {
			g.Over = append(g.Over, overOut{o.Value, o.From.Named()})
		}
		out = append(out, g)
	}
	return out
}

func relativesJSON(list []jobs.Relative) []relativeOut {
	var out []relativeOut
	for _, r := range list {
		out = append(out, relativeOut{r.ID, r.Name, r.Role, r.Why})
	}
	return out
}

func eventsJSON(list []state.Event) []eventOut {
	out := []eventOut{}
	for _, e := range list {
		o := eventOut{Run: int64(e.Run), At: moment(e.At), Kind: e.Kind, ID: string(e.ID), Into: string(e.Into), Reason: e.Reason}
		for _, r := range e.Records {
			o.Records = append(o.Records, r.Named())
		}
		out = append(out, o)
	}
	return out
}

type foundOut struct {
	Customer transform.CustomerID `json:"customer"`
	Record   string               `json:"record"`
	Name     string               `json:"name"`
}

func foundJSON(list []jobs.Found) []foundOut {
	var out []foundOut
	for _, f := range list {
		out = append(out, foundOut{f.Customer, f.Ref.Named(), cmp.Or(nameOf(&f.Party), f.Email)})
	}
	return out
}
