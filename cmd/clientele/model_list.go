package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/extract"
	"clientele/jobs"
	"clientele/reports"
	"clientele/transform/state"
)

func (p *program) modelListCommand() *cobra.Command {
	var machine bool
	cmd := &cobra.Command{
		Use: "list", Aliases: []string{"ls"}, Short: "List the versions of the model, and when each was in use", Args: exactly(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withDirector(cmd.Context(), func(ctx context.Context, _ *config.Config, d *jobs.Director) error {
				look, err := d.Models(ctx)
				switch {
				case err != nil:
					return err
				case machine:
					return objects(p, modelLines(look))
				}
				p.listModels(look)
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&machine, "json", false, "for programs: one object a version")
	return cmd
}

// A modelLine is one version as it is listed.
type modelLine struct {
	Version  int64      `json:"version"`
	InUse    bool       `json:"in_use"`
	Learnt   string     `json:"learnt,omitempty"`
	Run      int64      `json:"run"`
	Records  int        `json:"records,omitempty"`
	Bytes    int64      `json:"bytes"`
	SHA256   string     `json:"sha256"`
	Program  string     `json:"program,omitempty"`
	Unusable string     `json:"unusable,omitempty"`
	Used     []spanLine `json:"used,omitempty"`
}

type spanLine struct {
	Run  int64  `json:"run"`
	From string `json:"from"`
	To   string `json:"to,omitempty"`
	Why  string `json:"why,omitempty"`
}

func modelLines(look jobs.ModelsLook) []modelLine {
	var out []modelLine
	for _, v := range look.Versions {
		out = append(out, modelLineOf(v, look))
	}
	return out
}

func modelLineOf(v jobs.ModelVersion, look jobs.ModelsLook) modelLine {
	l := modelLine{Version: v.Version, InUse: v.Version == look.InUse, Run: int64(v.Run), Records: v.Learnt.Records, Bytes: v.Size, SHA256: v.SHA256, Unusable: v.Unusable}
	if v.AsOf != nil {
		l.Learnt = v.AsOf.String()
	}
	if v.Code != nil {
		l.Program = *v.Code
	}
	for _, s := range v.Spans {
		x := spanLine{Run: int64(s.Run), From: s.From.String(), Why: s.Why}
		if s.To != 0 {
			x.To = s.To.String()
		}
		l.Used = append(l.Used, x)
	}
	return l
}

func (p *program) listModels(look jobs.ModelsLook) {
	if len(look.Versions) > 0 {
		p.line("%7s  %-10s  %12s  %6s  %9s  %s", "VERSION", "LEARNT", "FROM RECORDS", "BY RUN", "BYTES", "IN USE")
	}
	for _, l := range modelLines(look) {
		records := reports.Thousands(l.Records)
		if l.Unusable != "" {
			records = "-"
		}
		p.line("%7d  %-10s  %12s  %6d  %9s  %s", l.Version, l.Learnt, records, l.Run, reports.Thousands(l.Bytes), usedWords(l))
	}
	p.showInUse(look)
}

// usedWords says when a version was in use.
func usedWords(l modelLine) string {
	text := "never"
	for i, s := range l.Used {
		if i == 0 {
			text = ""
		} else {
			text += ", "
		}
		if s.To == "" {
			text += "since " + s.From
		} else {
			text += s.From + " to " + s.To
		}
	}
	if l.Unusable != "" {
		text += "; it cannot be used: " + l.Unusable
	}
	return text
}

// showInUse says which model is in use and what was asked for.
func (p *program) showInUse(look jobs.ModelsLook) {
	switch {
	case look.Refresh == 0 && look.Since.Run == 0:
		fmt.Fprintln(p.stdout, "There was no refresh yet: the first one learns the model.")
	case look.InUse == 0:
		p.wrapped("", capital(builtIn(look)))
	default:
		p.wrapped("", fmt.Sprintf("Version %d is in use since %s (run %d%s).", look.InUse, look.Since.From, look.Since.Run, because(look.Since.Why)))
	}
	if look.Asked {
		p.wrapped("", pendingWords(look.Pending))
	}
}

func because(why string) string {
	if why == "" {
		return ""
	}
	return ": " + why
}

// builtIn says that nothing was learnt, and why.
func builtIn(look jobs.ModelsLook) string {
	return "matching goes by what is built into the program" + because(look.Last.Why) + "."
}

func pendingWords(w state.ModelWord) string {
	what := fmt.Sprintf("the next refresh goes by version %d", w.Version)
	if w.Version == 0 {
		what = "the next refresh learns it anew"
	}
	return fmt.Sprintf("Asked for by %s on %s%s: %s.", w.Who, extract.DayOf(w.At.Time().UTC()), because(w.Why), what)
}
