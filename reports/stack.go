package reports

// Stack is several tables or notes one below another, on one side of a band or over its
// full width: measures of different units under the same columns, each table with heads
// of its own. One without a title follows the one before without a gap. It holds no
// charts, whose height depends on the tables beside them.
type Stack []Block

func (Stack) block() {}

// Blocks lists what stands in the band, those of stacks one by one.
func (b Band) Blocks() []Block {
	var all []Block
	for _, blk := range b {
		if s, ok := blk.(Stack); ok {
			all = append(all, Band(s).Blocks()...)
			continue
		}
		all = append(all, blk)
	}
	return all
}
