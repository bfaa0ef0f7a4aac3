package reports

// Tongue is how renderers write the words they add themselves, and the formats that cells show numbers in. The zero value is
// English.
type Tongue struct {
	Words     func(string) string // puts a text into the language; nil leaves it
	Date      string              // number format of a day, "dd.mm.yyyy"; empty is "d mmm yyyy"
	SignAfter bool                // the sign of the currency stands behind the amount
}

// Say puts a text into the language.
func (t Tongue) Say(s string) string {
	if t.Words == nil {
		return s
	}
	return t.Words(s)
}

// Plain is a table without its row type, as a block of a board.
type Plain struct{ Of Grid }

func (Plain) block() {}

// Grid implements Tabular.
func (p Plain) Grid() Grid { return p.Of }
