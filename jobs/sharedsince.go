package jobs

import (
	"clientele/reports"
	"clientele/transform/match"
)

// mostSince is how many values that became shared an account names.
const mostSince = 10

// became notes which values several people use now and did not when the model was
// learnt.
func (m *UsedModel) became(shared []match.SharedValue) {
	m.SharedSince, m.Shared = len(shared), shared[:min(len(shared), mostSince)]
}

// changed says in words what is no longer as it was when the model was learnt. Who is
// told of it is not shown the values: they are customers'.
func (m UsedModel) changed() []string {
	if m.SharedSince == 0 {
		return m.Changed
	}
	return append(m.Changed[:len(m.Changed):len(m.Changed)], SharedSinceWords(m.SharedSince))
}

// SharedSinceWords says how many values became shared.
func SharedSinceWords(n int) string { return contacts(n) + " became shared since" }

// AreShared counts values that are shared, with the verb.
func AreShared(n int) string {
	if n == 1 {
		return contacts(n) + " is"
	}
	return contacts(n) + " are"
}

func contacts(n int) string {
	return reports.Plural(n, "e-mail address or telephone number", "e-mail addresses and telephone numbers")
}
