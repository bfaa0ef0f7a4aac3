package alarm

import "clientele/extract"

// An Addressee is who is told, and since when.
type Addressee struct {
	Address string
	Since   extract.Instant // what came about before is no news to them; zero for somebody new
}

// A Telling is one alarm for one addressee.
type Telling struct {
	Alarm
	Address string
}

// Untold lists what is to be told to whom and is not known to be, in the order of
// alarms and addressees.
func Untold(list []Alarm, to []Addressee, known func(k Key, address string) bool) []Telling {
	var out []Telling
	for _, a := range list {
		for _, who := range to {
			if a.Since >= who.Since && !known(a.Key(), who.Address) {
				out = append(out, Telling{a, who.Address})
			}
		}
	}
	return out
}
