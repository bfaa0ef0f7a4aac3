package lifetime

// sample returns at most that many customers, itself where there are no more or most is
// 0. Every k-th customer is taken along the patterns, which lie sorted by repeats, last
// and age: every kind of customer stays in proportion, and the choice is the same each
// time.
func (p *Patterns) sample(most int) *Patterns {
	all := int64(p.Customers())
	if most <= 0 || all <= int64(most) {
		return p
	}
	part := &Patterns{MaxAge: p.MaxAge}
	passed, taken := int64(0), int64(0)
	for _, row := range p.Rows {
		passed += int64(row.Customers)
		if until := passed * int64(most) / all; until > taken {
			part.Rows = append(part.Rows, Pattern{row.History, int32(until - taken)})
			taken = until
		}
	}
	return part
}
