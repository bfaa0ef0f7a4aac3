package golden

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/normal"
)

// CheckDecision reports what is wrong with a person's word on a field under these
// rules, with the remedy.
func (r Rules) CheckDecision(d transform.FieldDecision) error {
	switch {
	case !r.Decidable(d.Field):
		return fmt.Errorf("there is no field or group %q to decide (one of %s)", d.Field, strings.Join(r.Fieldnames(), ", "))
	case d.Value != "" && !r.valued(d.Field):
		return fmt.Errorf("%s moves as a group: name the record to take it from (--from SOURCE/ID), or correct it in a source", d.Field)
	case d.Field == Born && d.Value != "":
		if _, err := extract.ParseDay(d.Value); err != nil {
			return err
		}
	case d.Value == "" && d.From == extract.Ref{}:
		return errors.New("give the value, or the record to take it from")
	}
	return reachable(d.Field, d.Value)
}

// reachable reports what cannot be an address or a telephone number: a word on it would
// push those aside by which the customer can be reached.
func reachable(field, value string) error {
	switch {
	case value == "":
		return nil
	case field == Email:
		if _, _, ok := normal.SplitEmail(value); !ok {
			return fmt.Errorf("%q is no e-mail address, such as ann@example.com", value)
		}
	case field == Phone && normal.Phone(value, "") == "":
		return fmt.Errorf("%q is no telephone number: it has fewer than six digits", value)
	}
	return nil
}

// Fieldnames lists the fields and groups that a rule or a decision can name.
func (r Rules) Fieldnames() []string {
	var out []string
	for _, f := range Ruled {
		if r.Decidable(f) {
			out = append(out, f)
		}
	}
	for _, g := range r.Groups {
		out = append(out, g.Name)
	}
	return out
}

func (r Rules) valued(field string) bool {
	return slices.Contains(Valued, field) && r.Decidable(field)
}

// Unheeded says in words which decisions on fields cannot be heeded, in their order: the
// record they hang on is gone, or the one whose value they take is another customer's.
func Unheeded(parties []extract.Party, res match.Result, opts Options) []string {
	if len(opts.Decisions) == 0 {
		return nil
	}
	of := make(map[extract.Ref]int, 2*len(opts.Decisions))
	for _, d := range opts.Decisions {
		of[d.Record], of[d.From] = -1, -1
	}
	for c, cluster := range res.Clusters {
		for _, i := range cluster {
			if _, asked := of[parties[i].Ref]; asked {
				of[parties[i].Ref] = c
			}
		}
	}
	var out []string
	for _, d := range opts.Decisions {
		if why := unheeded(d, of, opts.Rules); why != "" {
			out = append(out, fmt.Sprintf("the word of %s on %s of %s is not heeded: %s", cmp.Or(d.Who, "a person"), FieldWord(d.Field), d.Record.Named(), why))
		}
	}
	return out
}

func unheeded(d transform.FieldDecision, of map[extract.Ref]int, rules Rules) string {
	if err := rules.CheckDecision(d); err != nil {
		return err.Error()
	}
	switch {
	case of[d.Record] < 0:
		return "the record is gone"
	case d.Value != "":
		return ""
	case of[d.From] < 0:
		return "the record " + d.From.Named() + " is gone"
	case of[d.From] != of[d.Record]:
		return d.From.Named() + " is another customer's"
	}
	return ""
}
