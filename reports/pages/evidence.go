package pages

import "strings"

// What stands in the evidence of a doubtful pair before what differs, and around it where
// other records have a say.
const (
	evidenceOther = "other "
	evidenceTorn  = "fits two people alike: "
	evidenceTold  = "other records of the two speak against it"
)

// evidence parts what speaks for one customer from what speaks against: "same phone; other
// first name" agrees in the phone and differs in the first name. Words of another form
// all speak for.
func evidence(reason string) (agrees, differs string) {
	reason, torn := strings.CutPrefix(reason, evidenceTorn)
	var fors, against []string
	for part := range strings.SplitSeq(reason, "; ") {
		field, other := strings.CutPrefix(part, evidenceOther)
		switch {
		case part == evidenceTold:
			against = append(against, part)
		case other:
			against = append(against, field)
		case part != "nothing":
			fors = append(fors, part)
		}
	}
	if torn {
		against = append(against, strings.TrimSuffix(evidenceTorn, ": "))
	}
	return strings.Join(fors, "; "), strings.Join(against, "; ")
}
