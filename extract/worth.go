package extract

// A Valued record carries money that control totals follow from the source to the
// workbook.
type Valued interface {
	// Worth returns the amount in the document's own currency.
	Worth() Money
}

// Worth implements Valued: the net value where the header has one.
func (o *Order) Worth() Money { return o.Net.Value }

// Worth implements Valued: the line's value, which Check has found in range.
func (l *Line) Worth() Money {
	m, _ := l.Value()
	return m
}

// Worth implements Valued.
func (i *Invoice) Worth() Money { return i.Net }

// Worth implements Valued.
func (p *Payment) Worth() Money { return p.Amount }

// Worth implements Valued.
func (c *CostPool) Worth() Money { return c.Amount }
