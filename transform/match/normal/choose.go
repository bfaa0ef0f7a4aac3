package normal

import "strings"

// best returns which segment is the street: the first of the most telling ones, the
// last in Britain, where the house's name stands before.
func best(all []segment, country string) int {
	at, most := 0, -1
	for i := range all {
		grade := all[i].grade()
		if grade > most || grade == most && (country == "GB" || country == "IE") && grade >= 7 {
			at, most = i, grade
		}
	}
	return at
}

func (s *segment) grade() int {
	grade := 0
	if len(s.words) > 0 {
		grade = 2
		if s.typed {
			grade += 3
		}
		if s.house != "" {
			grade += 2
		}
		if !s.second {
			grade += 2
		}
	}
	return grade
}

// complete takes house number and flat from the other segments; a house without a
// number has the name that stands before the street.
func (s *segment) complete(all []segment, at int) {
	unit, floor := s.unit, s.flor
	for i := range all {
		o := &all[i]
		switch {
		case i == at:
		case len(o.words) == 0 && s.house == "" && o.house != "":
			s.house = o.house
			unit = firstOf(unit, o.unit)
		default:
			if len(o.words) == 0 {
				unit = firstOf(unit, o.house)
			}
			unit, floor = firstOf(unit, o.unit), firstOf(floor, o.flor)
		}
	}
	if s.house == "" && at > 0 {
		s.house = strings.Join(all[at-1].words, " ")
	}
	if unit == "" && floor != "" {
		unit = "f" + floor
	}
	s.unit = unit
}

// withoutStreet is an address of a box, or of a number alone.
func withoutStreet(all []segment) (name, house, unit string) {
	for _, s := range all {
		if s.box != "" {
			return "po box", atMost(s.box), ""
		}
	}
	return "", atMost(all[0].house), atMost(all[0].unit)
}
