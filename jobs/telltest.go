package jobs

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"clientele/jobs/heartbeat"
	"clientele/reports"
	"clientele/reports/mail"
)

// TellTest sends a test mail to everybody who would be told of trouble, and a word to
// the heartbeat of each of these jobs that changes nothing there. It says what was
// done, and what was not.
func (d *Director) TellTest(ctx context.Context, jobs []string) (did []string, err error) {
	for _, to := range d.Ops.Mail {
		answer, bad := d.carryAlert(ctx, d.testAlert(to), func() error { return nil })
		if bad != nil {
			err = errors.Join(err, fmt.Errorf("%w: tell %s: %w", ErrMail, to.Mail, bad))
			continue
		}
		did = append(did, fmt.Sprintf("a test mail to %s: %s", to.Mail, answer))
	}
	if d.Carrier != nil {
		err = errors.Join(err, d.Carrier.Close())
	}
	h := d.Ops.Heartbeat
	if h == nil {
		return did, err
	}
	for _, job := range jobs {
		to, bad := h.To(ctx, job)
		if bad == nil && to == "" {
			continue
		}
		if bad == nil {
			bad = h.Ping(ctx, job, heartbeat.Log, uuid.New(), "clientele check --tell")
		}
		if bad != nil {
			err = errors.Join(err, bad)
			continue
		}
		did = append(did, "a test ping to the heartbeat of "+job+": taken")
	}
	return did, err
}

func (d *Director) testAlert(to reports.Address) reports.Alert {
	return reports.Alert{
		From: d.Company.From, ReplyTo: d.Company.ReplyTo, To: to, Date: d.Now(), Language: "en",
		MessageID: mail.MessageID("ops", "test", "", to.Mail+d.Now().UTC().Format(time.RFC3339Nano), 1, d.Company.From.Mail),
		Subject:   "clientele: a test: nothing happened", Lead: "Somebody asked clientele to try whether its alarms arrive.",
		Items: []reports.AlertItem{{Title: "Nothing happened", Facts: []reports.AlertFact{{Name: "What", Value: "this mail arrived, and so would an alarm about the customer reports of " + d.Company.Name + "."}}}},
		Foot:  []string{"Everything that needs a person, at any time: clientele status"},
	}
}
