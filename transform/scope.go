package transform

// A Scope selects the customers a recipient may see. Scope and recipient always
// travel together. The zero scope is the whole company.
type Scope struct {
	Territory string
	Rep       string
}

// Name returns the scope in a reader's words.
func (s Scope) Name() string {
	switch {
	case s.Territory != "" && s.Rep != "":
		return s.Territory + ", " + s.Rep
	case s.Territory != "":
		return s.Territory
	case s.Rep != "":
		return s.Rep
	default:
		return "all territories"
	}
}
