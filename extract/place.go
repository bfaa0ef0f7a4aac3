package extract

import "strings"

// PlaceAt adds to the reason where in a file the row stands, "line 17 of orders.csv", so
// that it is found there whatever its id.
func (r *Reject) PlaceAt(place string) { r.Reason += placed + place + ")" }

// placed stands between a reason and the place in a file.
const placed = " ("

// Apart returns the reason as it holds for all rows that break the same rule, and the
// place in a file that PlaceAt added to it; empty where there is none.
func (r *Reject) Apart() (reason, place string) {
	at := strings.LastIndex(r.Reason, placed+"line ")
	if at < 0 || !strings.HasSuffix(r.Reason, ")") {
		return r.Reason, ""
	}
	return r.Reason[:at], r.Reason[at+len(placed) : len(r.Reason)-1]
}

// Keyed reports whether the row has an id of its own; without one its place stands there,
// "row 17", where another row may stand the next time.
func (r *Reject) Keyed() bool {
	for _, place := range []string{"row ", "line "} {
		if rest, is := strings.CutPrefix(r.ID, place); is && rest != "" && rest[0] >= '0' && rest[0] <= '9' {
			return false
		}
	}
	return r.ID != ""
}
