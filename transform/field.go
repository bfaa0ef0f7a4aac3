package transform

import "clientele/extract"

// A FieldDecision is a person's word on one field of the customer a record belongs to.
// It hangs on the record, so it outlasts every run and every change of the customer's
// id, and goes with the record where the customer falls apart.
type FieldDecision struct {
	Record extract.Ref     // any record of the customer
	Field  string          // field or group of the golden record: "email", "address"
	From   extract.Ref     // the record whose value is taken; none where Value is given
	Value  string          // the value itself, as text
	At     extract.Instant // when it was decided; of two on one field of a customer the later holds
	Who    string
	Why    string
}
